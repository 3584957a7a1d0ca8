import AsyncHTTPClient
import NIOCore
import NIOHTTP1
public import WorkflowEngine
import WorkflowProgram

/// Asks a language model for drafts over HTTP, in bounded time and memory.
///
/// Whatever goes wrong is an answer, too: nothing here throws, and no text waits longer than its workflow allows.
/// Redirects are not followed, so that what leads write goes nowhere but where the workflow says.
public struct LanguageModelClient: Sendable {
  private let key: ModelKey?
  private let http: HTTPClient

  /// The most bytes of a response that are read; a draft is a few hundred.
  public static let responseLimit = 64 * 1_024
  /// How long a second try waits where the service does not say, in milliseconds.
  private static let pause: Int64 = 250

  /// - Parameter key: `nil` asks without one, as servers on this machine allow.
  public init(key: ModelKey?) {
    self.key = key
    var configuration = HTTPClient.Configuration(redirectConfiguration: .disallow)
    configuration.timeout.connect = .milliseconds(LanguageModelProgram.timeouts.upperBound)
    // A body that unpacks without end is none that a limit on its bytes would stop.
    configuration.decompression = .disabled
    // Whoever does not take a connection now is not asked: somebody waits for the answer.
    configuration.connectionPool.retryConnectionEstablishment = false
    configuration.maximumUsesPerConnection = 100
    http = HTTPClient(configuration: configuration)
  }

  /// Ends the client; it must not be asked afterwards.
  public func close() async {
    // There is nothing to do about connections that do not close in order.
    try? await http.shutdown()
  }

  /// The model's answer to a request, within the request's time-out.
  public func answer(_ request: DraftRequest) async -> DraftAnswer {
    if let variable = request.model.keyVariable, key == nil { return .failed(.noKey(variable: variable)) }
    let milliseconds = request.model.timeoutMilliseconds
    let deadline = NIODeadline.now() + .milliseconds(milliseconds)
    return await withTaskGroup(of: DraftAnswer?.self) { group in
      group.addTask { await answer(request, by: deadline) }
      group.addTask {
        // Sleeping ends early only when the other task was first.
        try? await Task.sleep(for: .milliseconds(milliseconds))
        return nil
      }
      let first = await group.next() ?? nil
      group.cancelAll()
      return first ?? .failed(.timedOut(milliseconds: milliseconds))
    }
  }

  // MARK: One try, or two

  private func answer(_ request: DraftRequest, by deadline: NIODeadline) async -> DraftAnswer {
    let first = await attempt(request, by: deadline)
    guard let wait = first.retryAfter, NIODeadline.now() + wait < deadline else { return first.answer }
    // A cancelled wait means that nobody waits for the answer any more.
    guard (try? await Task.sleep(for: .nanoseconds(wait.nanoseconds))) != nil else { return first.answer }
    return await attempt(request, by: deadline).answer
  }

  /// What one try came to; `retryAfter` where another may fare better.
  private struct Attempt {
    let answer: DraftAnswer
    var retryAfter: TimeAmount?
  }

  private func attempt(_ request: DraftRequest, by deadline: NIODeadline) async -> Attempt {
    let milliseconds = request.model.timeoutMilliseconds
    do {
      let response = try await http.execute(outgoing(request), deadline: deadline)
      guard response.status.code == 200 else {
        return Attempt(answer: .failed(.status(Int(response.status.code))), retryAfter: retry(response))
      }
      let body = try await response.body.collect(upTo: Self.responseLimit)
      return Attempt(answer: ChatCompletion.answer(in: Array(body.readableBytesView)))
    } catch is NIOTooManyBytesError {
      return Attempt(answer: .failed(.tooLarge(limit: Self.responseLimit)))
    } catch let error as HTTPClientError
      where [.deadlineExceeded, .connectTimeout, .readTimeout, .cancelled].contains(error)
    {
      return Attempt(answer: .failed(.timedOut(milliseconds: milliseconds)))
    } catch is CancellationError {
      return Attempt(answer: .failed(.timedOut(milliseconds: milliseconds)))
    } catch {
      return Attempt(answer: .failed(.unreachable))
    }
  }

  private func outgoing(_ request: DraftRequest) -> HTTPClientRequest {
    var outgoing = HTTPClientRequest(url: request.model.endpoint)
    outgoing.method = .POST
    outgoing.headers.add(name: "content-type", value: "application/json")
    outgoing.headers.add(name: "accept", value: "application/json")
    if let key { outgoing.headers.add(name: "authorization", value: "Bearer \(key.secret)") }
    outgoing.body = .bytes(ChatCompletion.body(for: request))
    return outgoing
  }

  /// How long to wait before another try: for a service that is busy or broken, once.
  private func retry(_ response: HTTPClientResponse) -> TimeAmount? {
    guard response.status.code == 429 || 500..<600 ~= response.status.code else { return nil }
    guard let header = response.headers.first(name: "retry-after") else { return .milliseconds(Self.pause) }
    // A date, or a number that nobody would wait for, means not now.
    guard let seconds = Int64(header), 0...60 ~= seconds else { return nil }
    return .seconds(max(seconds, 0)) + .milliseconds(Self.pause)
  }
}
