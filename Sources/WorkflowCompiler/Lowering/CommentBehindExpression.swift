import Diagnostics
import Expressions
import WorkflowSyntax

/// What stands on an expression's line behind a `#`, which YAML takes for a comment whatever its author meant.
struct CommentBehindExpression {
  private let node: YAMLNode
  private let expression: SourceText
  /// From the `#` to the end of the line.
  private let range: SourceRange
  /// What the comment says, without the `#`.
  private let words: Substring
  private let wordsStart: Int

  /// - Returns: `nil` for a value in quotes, or one with no comment behind it on its line.
  init?(behind node: YAMLNode, in files: SourceFiles) {
    guard let scalar = node.scalar, scalar.style == .plain else { return nil }
    let bytes = files[node.range.file].bytes
    let end = Int(node.range.end)
    var mark = end
    while mark < bytes.count, bytes[mark] == 0x20 || bytes[mark] == 0x09 { mark += 1 }
    guard end < mark, mark < bytes.count, bytes[mark] == UInt8(ascii: "#") else { return nil }
    let isBreak: (UInt8) -> Bool = { $0 == 0x0A || $0 == 0x0D }
    let lineEnd = bytes[mark...].prefix(Self.longest).firstIndex(where: isBreak) ?? bytes.count
    guard lineEnd - mark < Self.longest else { return nil }
    var start = mark + 1
    while start < lineEnd, bytes[start] == 0x20 || bytes[start] == 0x09 { start += 1 }
    self.node = node
    expression = scalar.sourceText
    range = SourceRange(file: node.range.file, start: mark, end: lineEnd)
    words = Substring(decoding: bytes[start..<lineEnd], as: UTF8.self)
    wordsStart = start
  }

  /// In bytes; a longer one is no slip in an expression.
  private static let longest = 1_024

  /// The findings about the expression, with what is to be said of the comment.
  ///
  /// - Parameter findings: Those of the expression as YAML gives it.
  func telling(_ findings: [Diagnostic], expecting type: CELType?, in environment: ExpressionEnvironment)
    -> [Diagnostic]
  {
    guard let isWhole = goesOn(expecting: type, in: environment) else { return findings.map(explaining) }
    let isCause = isWhole && findings.hasErrors
    let mark = SourceRange(file: range.file, start: Int(range.start), end: wordsStart)
    let finding = Diagnostic(
      .expressionCutShort, isCause ? .error : .warning, "\(reading), and it goes on with the expression",
      at: range, notes: [Diagnostic.Note("a comment that is meant can stand on a line of its own")],
      fixIts: [Diagnostic.FixIt("take the '#' out", replace: mark, with: "")])
    return (isCause ? [] : findings) + [finding]
  }

  /// The finding about an expression that is not complete, with a word on where the rest of it may be.
  private func explaining(_ finding: Diagnostic) -> Diagnostic {
    let end = expression.range(expression.text.utf8.count, expression.text.utf8.count).start
    guard finding.id == .expressionSyntax, let place = finding.range,
      end <= place.end || finding.message.contains("must be closed")
    else { return finding }
    return Diagnostic(
      finding.id, finding.severity, finding.message, at: place,
      notes: finding.notes + [Diagnostic.Note(reading, at: range)], fixIts: finding.fixIts)
  }

  /// Whether the comment goes on with the expression, and the whole of both is without a mistake; `nil` for a comment.
  ///
  /// `&&` and `||` begin no comment that is meant. Other operators may, and count where the whole is an expression of
  /// the same type; a number alone, as in `# +20`, tells points.
  private func goesOn(expecting type: CELType?, in environment: ExpressionEnvironment) -> Bool? {
    guard mayGoOn else { return nil }
    let whole = SourceText("\(expression.text) \(words)", at: node.range)
    let findings = environment.compile(whole, expecting: type).1
    let isSure = words.hasPrefix("&&") || words.hasPrefix("||")
    guard !findings.contains(where: { $0.id == .expressionSyntax || !isSure }) else { return nil }
    return findings.isEmpty
  }

  private static let operators = ["&&", "||", "==", "!=", "<", ">", "?", "in "]

  /// Whether the comment starts as the rest of an expression would.
  var mayGoOn: Bool { Self.operators.contains(where: words.hasPrefix) || isSum }

  /// Whether the words start as a sum or product with something that has a name.
  private var isSum: Bool {
    "+-*/%".contains(words.first ?? " ") && words.contains { $0.isLetter }
  }

  private var reading: String {
    let text = "# \(words)"
    return "YAML takes '\(text.count <= 40 ? text : text.prefix(39) + "…")' for a comment"
  }
}
