public import Diagnostics

/// A text as YAML reads it, before anyone says what type it has.
public struct YAMLScalar: Hashable, Sendable {
  public enum Style: Hashable, Sendable, CaseIterable {
    case plain, single, double, literal, folded
  }

  /// The text, which knows where each of its bytes stands in the file.
  public let sourceText: SourceText
  public let style: Style

  public init(_ sourceText: SourceText, style: Style) {
    self.sourceText = sourceText
    self.style = style
  }

  public var text: String { sourceText.text }

  /// Whether nothing is written, or YAML's words for nothing, without quotes.
  public var isNull: Bool {
    guard style == .plain, text.utf8.count <= 4 else { return false }
    switch text {
    case "", "~", "null", "Null", "NULL": return true
    case _: return false
    }
  }
}
