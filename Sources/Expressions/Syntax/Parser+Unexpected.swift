extension Parser {
  /// Explains a token that cannot stand where it does.
  ///
  /// - Parameter place: What comes before it, for a token too many.
  /// - Parameter wanted: What should stand there instead.
  func unexpected(after place: String?, wanting wanted: String? = nil) -> SyntaxError {
    let written = lexer.text(token.range)
    if let error = foreignOperator(written) { return error }
    if token.kind == .end {
      let end = lexer.bytes.count
      return SyntaxError(
        "the expression ends where \(wanted ?? "more") should follow", at: max(0, end - 1)..<end)
    }
    switch token.kind {
    case .sign(.closeParenthesis) where wanted == nil:
      return SyntaxError("')' closes nothing", at: token.range)
    case .sign(.closeBracket) where wanted == nil:
      return SyntaxError("']' closes nothing", at: token.range)
    case .sign(.closeBrace) where wanted == nil:
      return SyntaxError("'}' closes nothing", at: token.range)
    case .sign(.comma) where wanted == nil: return groupedNumber()
    default:
      break
    }
    if let wanted { return SyntaxError("'\(written)' stands where \(wanted) should", at: token.range) }
    return SyntaxError(
      "'\(written)' follows \(place ?? "a value") without an operator between them", at: token.range,
      notes: ["conditions are joined by '&&' or '||'"])
  }

  /// A comma too many, most often one that groups the digits of a number.
  private func groupedNumber() -> SyntaxError {
    let error = SyntaxError(
      "',' has no meaning here; numbers are written without it, as 1000000", at: token.range)
    var end = token.start
    while lexer.byte(at: end) == UInt8(ascii: ","), (1...3).allSatisfy({ lexer.byte(at: end + $0).isDigit }),
      !lexer.byte(at: end + 4).isIdentifierPart
    {
      end += 4
    }
    guard token.start < end, lastEnd == token.start, lexer.byte(at: lastStart).isDigit else { return error }
    let range = lastStart..<end
    return error.fixed(by: lexer.text(range).filter { $0 != "," }, at: range)
  }

  /// Operators as SQL, Python and spreadsheets write them.
  private func foreignOperator(_ written: String) -> SyntaxError? {
    func error(_ sign: String, _ words: String) -> SyntaxError {
      SyntaxError("'\(written)' is not an operator; \(words) is '\(sign)'", at: token.range).fixed(by: sign)
    }
    switch token.kind {
    case .identifier:
      switch written.lowercased() {
      case "and": return error("&&", "and")
      case "or": return error("||", "or")
      case "is", "eq", "equals": return error("==", "equality")
      case "ne": return error("!=", "inequality")
      case "ge", "gte": return error(">=", "at least")
      case "le", "lte": return error("<=", "at most")
      case "gt": return error(">", "more than")
      case "lt": return error("<", "less than")
      case "contains", "matches", "startswith", "endswith":
        let method =
          ["startswith": "startsWith", "endswith": "endsWith"][written.lowercased()] ?? written.lowercased()
        return SyntaxError(
          "'\(written)' is not an operator; it is called on a text, as text.\(method)(\"…\")",
          at: token.range)
      case "not":
        return SyntaxError("'\(written)' is not an operator; not is '!', as in !(x in y)", at: token.range)
      case "then", "else", "if":
        return SyntaxError(
          "'\(written)' has no meaning here; a choice is written 'condition ? value : otherwise'",
          at: token.range)
      default: return nil
      }
    case .sign(.greater) where lastEnd == token.start && lexer.byte(at: token.start - 1) == UInt8(ascii: "<"):
      return SyntaxError("'<>' is not an operator; inequality is '!='", at: token.start - 1..<token.end)
        .fixed(by: "!=")
    case .quotedIdentifier, .int, .uint, .double, .string, .bytes, .sign, .end:
      return nil
    }
  }
}
