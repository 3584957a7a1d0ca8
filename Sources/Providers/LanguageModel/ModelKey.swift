/// A key to a language model's service; prints as nothing that could be read.
public struct ModelKey: Sendable, CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
  /// As the service wants it, without white space around it.
  let secret: String

  /// - Returns: `nil` for a text that cannot stand in a header: an empty one, or one with blanks or line ends inside.
  public init?(_ text: String) {
    var text = text[...]
    while text.first?.isWhitespace == true { text.removeFirst() }
    while text.last?.isWhitespace == true { text.removeLast() }
    guard !text.isEmpty, text.utf8.count <= 4_096, text.utf8.allSatisfy({ 0x20 < $0 && $0 < 0x7F }) else {
      return nil
    }
    secret = String(text)
  }

  public var description: String { "<redacted>" }
  public var debugDescription: String { "<redacted>" }
  public var customMirror: Mirror { Mirror(self, children: []) }
}
