/// One word or sign of an expression, and the bytes it stands at.
struct Token: Sendable {
  enum Kind: Hashable, Sendable {
    case identifier(String)
    /// A field name in back quotes, as in ``headers.`content-type` ``.
    case quotedIdentifier(String)
    /// The digits' value without a sign; above 2^63 - 1 it is no int, but for 2^63 behind a minus sign.
    case int(magnitude: UInt64)
    case uint(UInt64)
    case double(Double)
    case string(String)
    case bytes([UInt8])
    /// An operator or bracket, as written.
    case sign(Sign)
    case end
  }

  enum Sign: String, Hashable, Sendable {
    case or = "||"
    case and = "&&"
    case equal = "=="
    case notEqual = "!="
    case lessOrEqual = "<="
    case greaterOrEqual = ">="
    case less = "<"
    case greater = ">"
    case plus = "+"
    case minus = "-"
    case times = "*"
    case divide = "/"
    case remainder = "%"
    case not = "!"
    case question = "?"
    case colon = ":"
    case comma = ","
    case dot = "."
    case openParenthesis = "("
    case closeParenthesis = ")"
    case openBracket = "["
    case closeBracket = "]"
    case openBrace = "{"
    case closeBrace = "}"
  }

  let kind: Kind
  let start: Int
  let end: Int

  var range: Range<Int> { start..<end }
}
