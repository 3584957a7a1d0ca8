import Glibc
import JSONText
import NIOCore
import NIOPosix
import Synchronization

/// A language model's service on this machine that answers as a test says, however badly.
final class FakeModel: Sendable {
  /// How one request is answered.
  enum Behaviour: Sendable {
    /// A chat completion with these words.
    case draft(String)
    /// A whole response.
    case respond(Int, String, headers: String = "")
    /// Never a byte.
    case silence
    /// The connection breaks as soon as the request is there.
    case reset
    /// The connection closes in the middle of the body.
    case truncated
    /// A byte now and then, for ever.
    case drip
    /// As many bytes as anyone reads, for ever.
    case endless
    /// A body of so many bytes.
    case body(Int)
  }

  /// A request as it came.
  struct Request: Sendable {
    let head: String
    let body: String
  }

  private let behaviours: [Behaviour]
  private let group = MultiThreadedEventLoopGroup(numberOfThreads: 1)
  private let state = Mutex<State>(State())

  private struct State {
    var requests: [Request] = []
    var channel: (any Channel)?
    var sentBytes = 0
  }

  /// - Parameter behaviours: For one request after another; the last for all that follow.
  convenience init(_ behaviours: Behaviour...) async throws { try await self.init(behaviours) }

  init(_ behaviours: [Behaviour]) async throws {
    self.behaviours = behaviours
    let channel = try await ServerBootstrap(group: group)
      .serverChannelOption(.backlog, value: 16)
      .childChannelInitializer { channel in
        channel.eventLoop.makeCompletedFuture {
          try channel.pipeline.syncOperations.addHandler(FakeConnection(model: self))
        }
      }
      .bind(host: "127.0.0.1", port: 0).get()
    state.withLock { $0.channel = channel }
  }

  var endpoint: String {
    "http://127.0.0.1:\(state.withLock { $0.channel?.localAddress?.port } ?? 0)/v1"
  }

  var requests: [Request] { state.withLock { $0.requests } }
  /// Bytes of bodies that the other side has taken.
  var sentBytes: Int { state.withLock { $0.sentBytes } }

  func close() async throws {
    let channel = state.withLock { $0.channel }
    try await channel?.close()
    try await group.shutdownGracefully()
  }

  fileprivate func behaviour(for request: Request) -> Behaviour {
    state.withLock { state in
      state.requests.append(request)
      return behaviours[min(state.requests.count, behaviours.count) - 1]
    }
  }

  fileprivate func noteSent(_ bytes: Int) { state.withLock { $0.sentBytes += bytes } }

  /// A chat completion whose message holds what `message` writes.
  static func completion(_ content: JSONValue, finish: String = "stop", refusal: JSONValue = .null) -> String
  {
    var writer = JSONWriter()
    writer.value(
      .object([
        .init("id", .string("x")), .init("object", .string("chat.completion")),
        .init(
          "choices",
          .array([
            .object([
              .init("index", .int(0)),
              .init(
                "message",
                .object([
                  .init("role", .string("assistant")), .init("content", content), .init("refusal", refusal),
                ])),
              .init("finish_reason", .string(finish)),
            ])
          ])),
      ]))
    return writer.text
  }
}

/// One connection: collects a request, then behaves.
private final class FakeConnection: ChannelInboundHandler {
  typealias InboundIn = ByteBuffer
  typealias OutboundOut = ByteBuffer

  private let model: FakeModel
  private var received: [UInt8] = []

  init(model: FakeModel) { self.model = model }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    received += Array(unwrapInboundIn(data).readableBytesView)
    guard let request = wholeRequest() else { return }
    received = []
    FakeAnswer(model: model, channel: context.channel).behave(model.behaviour(for: request))
  }

  private func wholeRequest() -> FakeModel.Request? {
    let text = String(decoding: received, as: UTF8.self)
    guard let end = text.firstRange(of: "\r\n\r\n") else { return nil }
    let head = String(text[..<end.lowerBound])
    let length = head.lowercased().split(separator: "\r\n").first { $0.hasPrefix("content-length:") }
      .flatMap { Int($0.drop { $0 != ":" }.dropFirst().filter { $0 != " " }) }
    let body = String(text[end.upperBound...])
    guard let length, length <= body.utf8.count else { return nil }
    return FakeModel.Request(head: head, body: body)
  }
}

/// How one request is answered on one connection.
private struct FakeAnswer: Sendable {
  let model: FakeModel
  let channel: any Channel

  func behave(_ behaviour: FakeModel.Behaviour) {
    switch behaviour {
    case .draft(let text): respond(200, FakeModel.completion(.string(text)), "")
    case .respond(let status, let body, let headers): respond(status, body, headers)
    case .silence: break
    case .reset:
      // Lingering for no time makes closing a reset.
      let options = channel as? any SocketOptionProvider
      options?.setSoLinger(linger(l_onoff: 1, l_linger: 0)).whenComplete { _ in channel.close(promise: nil) }
    case .truncated:
      let body = FakeModel.completion(.string("Which day suits you for a call?"))
      write("HTTP/1.1 200 OK\r\ncontent-length: \(body.utf8.count)\r\n\r\n\(body.prefix(30))")
        .whenComplete { _ in channel.close(promise: nil) }
    case .drip:
      _ = write("HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n")
      drip()
    case .endless:
      _ = write("HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n")
      pour(left: .max)
    case .body(let bytes):
      _ = write("HTTP/1.1 200 OK\r\ncontent-length: \(bytes)\r\n\r\n")
      pour(left: bytes, isChunked: false)
    }
  }

  private func respond(_ status: Int, _ body: String, _ headers: String) {
    _ = write(
      "HTTP/1.1 \(status) Any\r\ncontent-type: application/json\r\n\(headers)content-length: \(body.utf8.count)\r\n\r\n\(body)"
    )
  }

  private func drip() {
    _ = write("1\r\n \r\n")
    channel.eventLoop.scheduleTask(in: .milliseconds(20)) { if channel.isActive { drip() } }
  }

  private func pour(left: Int, isChunked: Bool = true) {
    let size = min(left, 16_384)
    guard 0 < size, channel.isActive else { return }
    let chunk = String(repeating: " ", count: size)
    write(isChunked ? "4000\r\n\(chunk)\r\n" : chunk).whenSuccess {
      model.noteSent(size)
      pour(left: left == .max ? left : left - size, isChunked: isChunked)
    }
  }

  private func write(_ text: String) -> EventLoopFuture<Void> {
    channel.writeAndFlush(ByteBuffer(string: text))
  }
}
