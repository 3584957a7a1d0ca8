/// What came of asking a language model for a draft.
public enum DraftAnswer: Hashable, Sendable {
  /// The model's words as they came; nothing has been checked yet.
  case text(String)
  case failed(DraftFailure)
}

/// Why a language model gave no draft.
///
/// Whatever it is, the text goes out as it is written.
public enum DraftFailure: Hashable, Sendable {
  /// Nothing whole had come by then, in milliseconds.
  case timedOut(milliseconds: Int64)
  case unreachable
  /// The HTTP status, other than success.
  case status(Int)
  /// The answer is longer than any draft, in bytes.
  case tooLarge(limit: Int)
  case notJSON
  /// JSON, but not a chat completion.
  case notACompletion
  /// The model would not, in the service's own terms.
  case declined
  /// The draft ends where its tokens ran out.
  case cutShort
  /// The environment variable of the key is not set, or holds what cannot be one.
  case noKey(variable: String)

  public var explanation: String {
    switch self {
    case .timedOut(let milliseconds): "no answer within \(Self.seconds(milliseconds))"
    case .unreachable: "the model could not be reached"
    case .status(401), .status(403): "the service does not accept the key"
    case .status(429): "the service takes no more requests now (429)"
    case .status(let code) where (300..<400).contains(code):
      "the service points elsewhere (\(code)), and nobody else is asked"
    case .status(let code): "the service answered with status \(code)"
    case .tooLarge(let limit): "the answer is longer than \(limit / 1_024) KB"
    case .notJSON: "the answer is not JSON"
    case .notACompletion: "the answer holds no draft"
    case .declined: "the model declined"
    case .cutShort: "the draft was cut short"
    case .noKey(let variable): "\(variable) is not set in the environment"
    }
  }

  private static func seconds(_ milliseconds: Int64) -> String {
    let tenths = milliseconds % 1_000 / 100
    return "\(milliseconds / 1_000)\(tenths == 0 ? "" : ".\(tenths)") s"
  }
}
