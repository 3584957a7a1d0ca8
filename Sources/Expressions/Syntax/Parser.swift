/// Reads an expression by recursive descent, with one token of look-ahead.
struct Parser {
  /// The most levels of nesting, of brackets as of operators; the specification asks for 32.
  static let depthLimit = 128

  var lexer: Lexer
  var token: Token
  /// Where the token before `token` stood.
  var lastStart = 0
  var lastEnd = 0
  private var depth = 0

  init(_ text: String) throws(SyntaxError) {
    lexer = Lexer(text)
    guard lexer.bytes.count <= Lexer.lengthLimit else {
      throw SyntaxError(
        "the expression is \(lexer.bytes.count) bytes long; at most \(Lexer.lengthLimit) are read", at: 0..<0)
    }
    token = try lexer.token()
  }

  /// The whole text as one expression.
  static func parse(_ text: String) throws(SyntaxError) -> SyntaxNode {
    var parser = try Parser(text)
    if parser.token.kind == .end { throw SyntaxError("the expression is empty", at: 0..<0) }
    let node = try parser.expression()
    guard parser.token.kind == .end else { throw parser.unexpected(after: "the expression") }
    return node
  }

  // MARK: Tokens

  mutating func advance() throws(SyntaxError) {
    lastStart = token.start
    lastEnd = token.end
    token = try lexer.token()
  }

  mutating func take(_ sign: Token.Sign) throws(SyntaxError) -> Bool {
    guard token.kind == .sign(sign) else { return false }
    try advance()
    return true
  }

  mutating func expect(_ sign: Token.Sign, closing opening: Token) throws(SyntaxError) {
    guard token.kind == .sign(sign) else {
      let opened = lexer.text(opening.range)
      if token.kind == .end {
        throw SyntaxError("'\(opened)' must be closed by '\(sign.rawValue)'", at: opening.range)
      }
      throw unexpected(after: nil, wanting: "'\(sign.rawValue)' or ','")
    }
    try advance()
  }

  /// Builds a node, as long as the tree does not grow too high for what walks it.
  func node(_ kind: SyntaxNode.Kind, from start: Int) throws(SyntaxError) -> SyntaxNode {
    let node = SyntaxNode(kind, start..<max(start, lastEnd))
    if Self.depthLimit < node.height { throw tooDeep(start) }
    return node
  }

  private func tooDeep(_ start: Int) -> SyntaxError {
    SyntaxError(
      "the expression is nested more than \(Self.depthLimit) levels deep",
      at: start..<min(start + 1, lexer.bytes.count))
  }

  // MARK: Operators, from the weakest

  mutating func expression() throws(SyntaxError) -> SyntaxNode {
    depth += 1
    defer { depth -= 1 }
    if Self.depthLimit < depth { throw tooDeep(token.start) }
    let start = token.start
    let condition = try disjunction()
    guard try take(.question) else { return condition }
    let first = try disjunction()
    guard try take(.colon) else { throw unexpected(after: nil, wanting: "':' and the value otherwise") }
    let second = try expression()
    return try node(.conditional(condition, first, second), from: start)
  }

  private mutating func disjunction() throws(SyntaxError) -> SyntaxNode {
    let start = token.start
    var parts = [try conjunction()]
    while try take(.or) { parts.append(try conjunction()) }
    return parts.count == 1 ? parts[0] : try node(.or(parts), from: start)
  }

  private mutating func conjunction() throws(SyntaxError) -> SyntaxNode {
    let start = token.start
    var parts = [try binary(1)]
    while try take(.and) { parts.append(try binary(1)) }
    return parts.count == 1 ? parts[0] : try node(.and(parts), from: start)
  }

  /// How strongly the next token binds as an operator, and the function it stands for.
  private var binaryOperator: (name: String, strength: Int)? {
    switch token.kind {
    case .sign(let sign):
      switch sign {
      case .equal, .notEqual, .less, .lessOrEqual, .greater, .greaterOrEqual: ("_\(sign.rawValue)_", 1)
      case .plus, .minus: ("_\(sign.rawValue)_", 2)
      case .times, .divide, .remainder: ("_\(sign.rawValue)_", 3)
      case .or, .and, .not, .question, .colon, .comma, .dot, .openParenthesis, .closeParenthesis,
        .openBracket,
        .closeBracket, .openBrace, .closeBrace:
        nil
      }
    case .identifier("in"): ("@in", 1)
    case .identifier, .quotedIdentifier, .int, .uint, .double, .string, .bytes, .end: nil
    }
  }

  private mutating func binary(_ weakest: Int) throws(SyntaxError) -> SyntaxNode {
    let start = token.start
    var left = try unary()
    while let (name, strength) = binaryOperator, weakest <= strength {
      let sign = SyntaxNode.Name(text: name, range: token.range)
      try advance()
      let right = try binary(strength + 1)
      left = try node(.call(sign, target: nil, [left, right]), from: start)
    }
    return left
  }

  private mutating func unary() throws(SyntaxError) -> SyntaxNode {
    let start = token.start
    if token.kind == .sign(.not) {
      var count = 0
      while try take(.not) { count += 1 }
      var operand = try member()
      for _ in 0..<count { operand = try node(.not(operand), from: start) }
      return operand
    }
    guard token.kind == .sign(.minus) else { return try member() }
    let sign = SyntaxNode.Name(text: "-_", range: token.range)
    var count = 0
    while try take(.minus) { count += 1 }
    // A minus sign right before a number belongs to it: the smallest int has no positive counterpart.
    if case .int(let magnitude) = token.kind {
      return try negated(magnitude, sign: sign, times: count, from: start)
    }
    if case .double(let value) = token.kind {
      let literal = try literalMember(.double(-value), from: token.start - 1)
      return try negations(of: literal, count - 1, sign, from: start)
    }
    let operand = try member()
    return try negations(of: operand, count, sign, from: start)
  }

  private mutating func negated(
    _ magnitude: UInt64, sign: SyntaxNode.Name, times: Int, from start: Int
  ) throws(SyntaxError) -> SyntaxNode {
    let value = magnitude == UInt64(1) << 63 ? Int64.min : -Int64(magnitude)
    let literal = try literalMember(.int(value), from: max(start, token.start - 1))
    return try negations(of: literal, times - 1, sign, from: start)
  }

  private func negations(
    of operand: SyntaxNode, _ count: Int, _ sign: SyntaxNode.Name, from start: Int
  ) throws(SyntaxError) -> SyntaxNode {
    var operand = operand
    for _ in 0..<count { operand = try node(.call(sign, target: nil, [operand]), from: start) }
    return operand
  }

  /// A literal in place of the current token, and what is selected from it.
  private mutating func literalMember(_ value: CELValue, from start: Int) throws(SyntaxError) -> SyntaxNode {
    try advance()
    return try members(of: try node(.literal(value), from: start))
  }
}
