/// Writes a term as the CEL expression it is, with only the brackets it needs.
struct TermText {
  private let names: [Int: String]

  init(_ names: [Int: String]) { self.names = names }

  /// - Parameter strength: Operators that bind less than this are bracketed.
  func text(of term: Term, above strength: Int) -> String {
    let (text, own) = parts(of: term)
    return own < strength ? "(\(text))" : text
  }

  private func name(_ slot: Int) -> String { names[slot] ?? "slot\(slot)" }

  private static let tight = 8

  private func parts(of term: Term) -> (String, strength: Int) {
    switch term.kind {
    case .constant(let value):
      switch value {
      case .int(let number) where number < 0: return (value.description, 6)
      case .double(let number) where number < 0: return (value.description, 6)
      default: return (value.description, Self.tight)
      }
    case .variable(let slot), .field(let slot, _): return (name(slot), Self.tight)
    case .presence(let slot): return ("has(\(name(slot)))", Self.tight)
    case .local(_, let name): return (name, Self.tight)
    case .select(let operand, let field, let isOptional):
      return ("\(text(of: operand, above: Self.tight)).\(isOptional ? "?" : "")\(quoted(field))", Self.tight)
    case .has(let operand, let field):
      return ("has(\(text(of: operand, above: Self.tight)).\(quoted(field)))", Self.tight)
    case .index(let operand, let index, let isOptional):
      return (
        "\(text(of: operand, above: Self.tight))[\(isOptional ? "?" : "")\(text(of: index, above: 0))]",
        Self.tight
      )
    case .unary(.negate, let operand): return ("-\(text(of: operand, above: 7))", 6)
    case .unary(let function, let a):
      guard let fields = function.messageFields else { return call(function, [a]) }
      let field = fields.first { $0.value == a.type }?.key ?? fields.keys.sorted().first ?? ""
      return ("\(function.rawValue){\(field): \(text(of: a, above: 0))}", Self.tight)
    case .binary(let function, let a, let b): return binary(function, a, b)
    case .call(let function, let arguments): return call(function, arguments)
    case .matches(let operand, let regex):
      return ("\(text(of: operand, above: Self.tight)).matches(\(regex.pattern.quotedLiteral))", Self.tight)
    case .member(let operand, let set):
      return ("\(text(of: operand, above: 4)) in \(CELValue.list(set.values))", 3)
    case .list(let elements):
      let parts = elements.map { ($0.isOptional ? "?" : "") + text(of: $0.value, above: 0) }
      return ("[\(parts.joined(separator: ", "))]", Self.tight)
    case .map(let entries):
      let parts = entries.map {
        "\($0.isOptional ? "?" : "")\(text(of: $0.key, above: 0)): \(text(of: $0.value, above: 0))"
      }
      return ("{\(parts.joined(separator: ", "))}", Self.tight)
    case .not(let operand): return ("!\(text(of: operand, above: 7))", 6)
    case .and(let parts): return (parts.map { text(of: $0, above: 3) }.joined(separator: " && "), 2)
    case .or(let parts): return (parts.map { text(of: $0, above: 2) }.joined(separator: " || "), 1)
    case .conditional(let condition, let first, let second):
      return (
        "\(text(of: condition, above: 1)) ? \(text(of: first, above: 1)) : \(text(of: second, above: 0))", 0
      )
    case .comprehension(let loop): return (comprehension(loop), Self.tight)
    case .bind(let local, let value, let body):
      return (
        "cel.bind(\(local.name), \(text(of: value, above: 0)), \(text(of: body, above: 0)))", Self.tight
      )
    case .optionalMap(let operand, let local, let body, let isFlat):
      let macro = isFlat ? "optFlatMap" : "optMap"
      return (
        "\(text(of: operand, above: Self.tight)).\(macro)(\(local.name), \(text(of: body, above: 0)))",
        Self.tight
      )
    case .failure(let error): return ("/* \(error.message) */", Self.tight)
    }
  }

  private func quoted(_ field: String) -> String {
    field.utf8.allSatisfy(\.isIdentifierPart) && field.utf8.first?.isIdentifierStart == true
      ? field : "`\(field)`"
  }

  private func binary(_ function: Function, _ a: Term, _ b: Term) -> (String, strength: Int) {
    let strength: Int
    switch function {
    case .multiply, .divide, .remainder: strength = 5
    case .add, .subtract: strength = 4
    case .equal, .notEqual, .less, .lessOrEqual, .greater, .greaterOrEqual, .isIn: strength = 3
    default: return call(function, [a, b])
    }
    return ("\(text(of: a, above: strength)) \(function.words) \(text(of: b, above: strength + 1))", strength)
  }

  private func call(_ function: Function, _ arguments: [Term]) -> (String, strength: Int) {
    let isMember = function.signatures.contains { $0.isMember && $0.parameters.count == arguments.count }
    let list = (isMember ? arguments.dropFirst() : arguments[...]).map { text(of: $0, above: 0) }
    let target = isMember ? arguments.first.map { text(of: $0, above: Self.tight) + "." } ?? "" : ""
    return ("\(target)\(function.rawValue)(\(list.joined(separator: ", ")))", Self.tight)
  }

  private func comprehension(_ loop: Term.Comprehension) -> String {
    let parts =
      [loop.first.name] + [loop.second?.name].compactMap(\.self)
      + [loop.condition, loop.result].compactMap(\.self).map { text(of: $0, above: 0) }
    return "\(text(of: loop.operand, above: Self.tight)).\(loop.kind.name)(\(parts.joined(separator: ", ")))"
  }
}
