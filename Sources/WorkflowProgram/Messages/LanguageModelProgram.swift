/// A language model that may draft answers: where it is asked, and within which bounds.
///
/// It only words what a step has decided to say; which step that is, it neither knows nor decides.
public struct LanguageModelProgram: Hashable, Sendable {
  /// The address of the chat-completions call; `https`, or `http` on this machine.
  public let endpoint: String
  /// As the provider calls it.
  public let name: String
  /// The environment variable that holds the key; `nil` asks without one.
  public let keyVariable: String?
  /// How long a draft may take, another try included; within `timeouts`.
  public let timeoutMilliseconds: Int64
  /// The most tokens a draft may have, as the provider counts them.
  public let maxTokens: Int
  /// 0...2; the higher, the freer the wording.
  public let temperature: Double
  /// Columns of the lead's fields that the model is told, besides what the text itself says; in file order.
  public let visibleFields: [Int]

  /// From one second to a minute, in milliseconds; someone is waiting for an answer.
  public static let timeouts: ClosedRange<Int64> = 1_000...60_000

  public init(
    endpoint: String, name: String, keyVariable: String? = nil, timeoutMilliseconds: Int64 = 8_000,
    maxTokens: Int = 200, temperature: Double = 0.4, visibleFields: [Int] = []
  ) {
    self.endpoint = endpoint
    self.name = name
    self.keyVariable = keyVariable
    self.timeoutMilliseconds = min(
      max(Self.timeouts.lowerBound, timeoutMilliseconds), Self.timeouts.upperBound)
    self.maxTokens = maxTokens
    self.temperature = temperature
    self.visibleFields = visibleFields
  }

  /// The host that is asked, for people: `api.example:8080`.
  public var host: String {
    guard let start = endpoint.firstRange(of: "://")?.upperBound else { return endpoint }
    return String(endpoint[start...].prefix { $0 != "/" && $0 != "?" })
  }
}

/// Who words an agent's answers.
public enum Responder: String, Hashable, Sendable, CaseIterable {
  /// The templates and the persona's own replies, as they are written.
  case templates
  /// The workflow's language model rewords them, and they are said as written where its draft will not do.
  case model
}
