extension Parser {
  mutating func member() throws(SyntaxError) -> SyntaxNode { try members(of: try primary()) }

  /// Everything that follows an operand: `.field`, `.call()`, `[index]`.
  mutating func members(of operand: SyntaxNode) throws(SyntaxError) -> SyntaxNode {
    var operand = operand
    let start = operand.range.lowerBound
    while true {
      switch token.kind {
      case .sign(.dot):
        try advance()
        let isOptional = try take(.question)
        let name = try selector()
        if !isOptional, token.kind == .sign(.openParenthesis) {
          operand = try call(name, target: operand, from: start)
        } else {
          operand = try node(.select(operand, field: name, isOptional: isOptional), from: start)
        }
      case .sign(.openBracket):
        let opening = token
        try advance()
        let isOptional = try take(.question)
        let index = try expression()
        try expect(.closeBracket, closing: opening)
        operand = try node(.index(operand, index, isOptional: isOptional), from: start)
      case .sign(.openBrace):
        guard let name = messageName(operand) else { return operand }
        operand = try message(name, from: start)
      default:
        return operand
      }
    }
  }

  private mutating func selector() throws(SyntaxError) -> SyntaxNode.Name {
    switch token.kind {
    case .identifier(let name) where !["in", "true", "false", "null"].contains(name),
      .quotedIdentifier(let name):
      let range = token.range
      try advance()
      return SyntaxNode.Name(text: name, range: range)
    default:
      throw unexpected(after: "'.'", wanting: "the name of a field")
    }
  }

  private mutating func primary() throws(SyntaxError) -> SyntaxNode {
    let opening = token
    let start = token.start
    switch token.kind {
    case .int(let magnitude):
      guard let value = Int64(exactly: magnitude) else {
        throw SyntaxError(
          "'\(lexer.text(token.range))' is above the largest whole number, 9223372036854775807",
          at: token.range)
      }
      return try literal(.int(value))
    case .uint(let value): return try literal(.uint(value))
    case .double(let value): return try literal(.double(value))
    case .string(let value): return try literal(.string(value))
    case .bytes(let value): return try literal(.bytes(value))
    case .identifier("true"): return try literal(.bool(true))
    case .identifier("false"): return try literal(.bool(false))
    case .identifier("null"): return try literal(.null)
    case .identifier(let name): return try named(name, isGlobal: false, from: start)
    case .sign(.dot):
      try advance()
      guard case .identifier(let name) = token.kind else { throw unexpected(after: "'.'", wanting: "a name") }
      return try named(name, isGlobal: true, from: start)
    case .sign(.openParenthesis):
      try advance()
      let inner = try expression()
      try expect(.closeParenthesis, closing: opening)
      return inner
    case .sign(.openBracket):
      try advance()
      return try list(opening)
    case .sign(.openBrace):
      try advance()
      return try map(opening)
    case .quotedIdentifier, .sign, .end:
      throw unexpected(after: nil, wanting: "a value")
    }
  }

  private mutating func literal(_ value: CELValue) throws(SyntaxError) -> SyntaxNode {
    let start = token.start
    try advance()
    return try node(.literal(value), from: start)
  }

  /// Words that programs around CEL give a meaning to; not names of their own.
  private static let reserved: Set<String> = [
    "as", "break", "const", "continue", "else", "for", "function", "if", "import", "let", "loop", "package",
    "namespace", "return", "var", "void", "while",
  ]

  private mutating func named(_ name: String, isGlobal: Bool, from start: Int) throws(SyntaxError)
    -> SyntaxNode
  {
    let word = token
    if name == "in" { throw unexpected(after: nil, wanting: "a value") }
    if Self.reserved.contains(name) {
      throw SyntaxError(
        "'\(name)' is a reserved word", at: word.range,
        notes: name == "if" ? ["a choice is written 'condition ? value : otherwise'"] : [])
    }
    try advance()
    if token.kind == .sign(.openParenthesis) {
      return try call(SyntaxNode.Name(text: name, range: word.range), target: nil, from: start)
    }
    if name.lowercased() == "not", startsOperand {
      throw SyntaxError("'\(name)' is not an operator; not is '!'", at: word.range)
        .fixed(by: "!", at: word.start..<token.start)
    }
    return try node(.name(name, isGlobal: isGlobal), from: start)
  }

  /// Whether the current token can only be the start of a value.
  private var startsOperand: Bool {
    switch token.kind {
    case .identifier(let name): name != "in"
    case .int, .uint, .double, .string, .bytes: true
    case .quotedIdentifier, .sign, .end: false
    }
  }

  mutating func arguments() throws(SyntaxError) -> [SyntaxNode] {
    let opening = token
    try advance()
    var arguments: [SyntaxNode] = []
    if try take(.closeParenthesis) { return arguments }
    repeat { arguments.append(try expression()) } while try take(.comma)
    try expect(.closeParenthesis, closing: opening)
    return arguments
  }

  private mutating func list(_ opening: Token) throws(SyntaxError) -> SyntaxNode {
    var elements: [SyntaxNode.Element] = []
    while token.kind != .sign(.closeBracket) {
      let isOptional = try take(.question)
      elements.append(SyntaxNode.Element(value: try expression(), isOptional: isOptional))
      if try !take(.comma) { break }
    }
    try expect(.closeBracket, closing: opening)
    return try node(.list(elements), from: opening.start)
  }

  private mutating func map(_ opening: Token) throws(SyntaxError) -> SyntaxNode {
    var entries: [SyntaxNode.Entry] = []
    while token.kind != .sign(.closeBrace) {
      let isOptional = try take(.question)
      let key = try expression()
      guard try take(.colon) else { throw unexpected(after: nil, wanting: "':' and the key's value") }
      entries.append(SyntaxNode.Entry(key: key, value: try expression(), isOptional: isOptional))
      if try !take(.comma) { break }
    }
    try expect(.closeBrace, closing: opening)
    return try node(.map(entries), from: opening.start)
  }

  /// The dotted name an operand is, when it is nothing else: what may stand before `{`.
  private func messageName(_ operand: SyntaxNode) -> String? {
    switch operand.kind {
    case .name(let name, _): return name
    case .select(let inner, let field, false): return messageName(inner).map { "\($0).\(field.text)" }
    case .literal, .select, .has, .index, .call, .list, .map, .message, .not, .and, .or, .conditional,
      .comprehension, .bind, .optionalMap:
      return nil
    }
  }

  private mutating func message(_ name: String, from start: Int) throws(SyntaxError) -> SyntaxNode {
    let opening = token
    try advance()
    var fields: [SyntaxNode.Field] = []
    while token.kind != .sign(.closeBrace) {
      _ = try take(.question)
      let field = try selector()
      guard try take(.colon) else { throw unexpected(after: nil, wanting: "':' and the field's value") }
      fields.append(SyntaxNode.Field(name: field, value: try expression()))
      if try !take(.comma) { break }
    }
    try expect(.closeBrace, closing: opening)
    return try node(.message(name, fields), from: start)
  }
}
