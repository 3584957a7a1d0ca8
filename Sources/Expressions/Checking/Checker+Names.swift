import Diagnostics

extension Checker {
  /// A plain or dotted name, as far as it is declared, and fields selected from it.
  mutating func name(_ node: SyntaxNode) -> Term {
    if let (parts, isGlobal) = Self.dottedName(node) {
      if !isGlobal, let place = scope.lastIndex(where: { $0.name == parts[0].text }) {
        let root = Term(.local(place, name: parts[0].text), scope[place].type, parts[0].range)
        return select(parts.dropFirst(), from: root, isClosed: false)
      }
      if let term = declared(parts, isGlobal: isGlobal, node.range) { return term }
      if case .name = node.kind { return unknown(parts, node.range) }
      // Nothing along the way is declared, so the first name is what is wrong.
      return unknown(parts, parts[0].range.lowerBound..<node.range.upperBound)
    }
    guard case .select(let operand, let field, let isOptional) = node.kind else { return invalid(node.range) }
    return select(check(operand), field, isOptional: isOptional, isClosed: false, node.range)
  }

  /// The words of a name with dots, when the node is nothing else.
  static func dottedName(_ node: SyntaxNode) -> (parts: [SyntaxNode.Name], isGlobal: Bool)? {
    switch node.kind {
    case .name(let text, let isGlobal):
      return ([SyntaxNode.Name(text: text, range: node.range)], isGlobal)
    case .select(let operand, let field, false):
      guard let (parts, isGlobal) = dottedName(operand) else { return nil }
      return (parts + [field], isGlobal)
    case .literal, .select, .has, .index, .call, .list, .map, .message, .not, .and, .or, .conditional,
      .comprehension, .bind, .optionalMap:
      return nil
    }
  }

  /// The longest declared name a dotted name starts with, and what is selected from it.
  private mutating func declared(_ parts: [SyntaxNode.Name], isGlobal: Bool, _ range: Range<Int>) -> Term? {
    for count in stride(from: parts.count, through: 1, by: -1) {
      let name = parts[..<count].map(\.text).joined(separator: ".")
      let here = range.lowerBound..<parts[count - 1].range.upperBound
      let rest = parts[count...]
      switch environment.lookup(name, isGlobal: isGlobal) {
      case .variable(let slot, let type)?:
        return select(rest, from: Term(.variable(slot: slot), isChecked ? type : .dyn, here), isClosed: false)
      case .constant(let value)?:
        return select(
          rest, from: Term(.constant(value), isChecked ? value.literalType : .dyn, here), isClosed: true)
      case .alias(let term)?:
        return select(rest, from: inline(term, at: here), isClosed: false)
      case .record(let record)?:
        guard let field = rest.first else { return bareRecord(record, here) }
        return select(
          rest.dropFirst(), from: self.field(field, of: record, range.lowerBound), isClosed: false)
      case nil:
        guard let type = ExpressionEnvironment.typeNames[name] else { continue }
        return select(
          rest, from: Term(.constant(.type(type)), isChecked ? .type(type) : .dyn, here), isClosed: false)
      }
    }
    return nil
  }

  private mutating func field(
    _ field: SyntaxNode.Name, of record: ExpressionEnvironment.Record, _ start: Int
  ) -> Term {
    let range = start..<field.range.upperBound
    guard let place = record.places[field.text] else { return unknownField(field, of: record, range) }
    let declared = record.fields[place]
    return Term(
      .field(slot: declared.slot, zero: declared.type.zero), isChecked ? declared.type : .dyn, range)
  }

  private mutating func bareRecord(_ record: ExpressionEnvironment.Record, _ range: Range<Int>) -> Term {
    if isChecked {
      let example = record.fields.first.map { ", as \(record.name).\($0.name)" } ?? ""
      report(
        .expressionType, "'\(record.name)' has no value itself; name one of its fields\(example)", at: range)
    }
    return invalid(range, CELError(.unbound, "'\(record.name)' has no value itself"))
  }

  mutating func select(_ fields: ArraySlice<SyntaxNode.Name>, from term: Term, isClosed: Bool) -> Term {
    var term = term
    for field in fields {
      term = select(
        term, field, isOptional: false, isClosed: isClosed, term.range.lowerBound..<field.range.upperBound)
    }
    return term
  }

  /// - Parameter isClosed: Whether the operand is a declared constant, all of whose keys are known.
  mutating func select(
    _ operand: Term, _ field: SyntaxNode.Name, isOptional: Bool, isClosed: Bool, _ range: Range<Int>
  ) -> Term {
    if isClosed, case .map(let map)? = operand.constant {
      if let value = map[field.text] {
        return Term(.constant(value), isChecked ? value.literalType : .dyn, range)
      }
      if isChecked { return unknownKey(field, of: map, range) }
    }
    guard let type = selectedType(inference.known(operand.type), field, of: operand, isOptional: isOptional)
    else {
      return invalid(range)
    }
    return folded(Term(.select(operand, field.text, isOptional: isOptional), type, range))
  }

  /// The type a field has; `nil`, with a finding, where nothing has fields.
  private mutating func selectedType(
    _ type: CELType, _ field: SyntaxNode.Name, of operand: Term, isOptional: Bool
  ) -> CELType? {
    guard isChecked else { return .dyn }
    switch type {
    case .optional(let inner):
      guard let found = selectedType(inference.known(inner), field, of: operand, isOptional: false) else {
        return nil
      }
      if case .optional = found { return found }
      return .optional(found)
    case .map(let key, let value):
      guard inference.fits(.string, key) else {
        let words = inference.resolved(key).words
        report(
          .expressionType, "'.\(field.text)' looks up a text, but the map's keys are of type \(words)",
          at: field.range)
        return nil
      }
      return isOptional ? .optional(value) : value
    case .dyn, .variable, .abstract: return isOptional ? .optional(.dyn) : .dyn
    case .invalid: return .invalid
    case .null, .bool, .int, .uint, .double, .string, .bytes, .timestamp, .duration, .list, .type, .record:
      let resolved = inference.resolved(type)
      let method = Function(rawValue: field.text).map { function in
        function.signatures.contains { $0.isMember && $0.parameters.count == 1 }
      }
      report(
        .unknownField,
        "'\(written(operand.range))' is \(resolved.article), which has no field '\(field.text)'",
        at: field.range, fix: method == true ? ("\(field.text)()", field.range) : nil)
      return nil
    }
  }

  // MARK: Presence

  mutating func presence(_ operand: SyntaxNode, _ field: SyntaxNode.Name, _ range: Range<Int>) -> Term {
    if let (parts, isGlobal) = Self.dottedName(operand),
      isGlobal || !scope.contains(where: { $0.name == parts[0].text })
    {
      let name = parts.map(\.text).joined(separator: ".")
      let start = operand.range.lowerBound
      if case .record(let record)? = environment.lookup(name, isGlobal: isGlobal) {
        let term = self.field(field, of: record, start)
        guard case .field(let slot, _) = term.kind else { return term }
        return Term(.presence(slot: slot), .bool, range)
      }
      if case .variable(let slot, _)? = environment.lookup("\(name).\(field.text)", isGlobal: isGlobal) {
        return Term(.presence(slot: slot), .bool, range)
      }
      if environment.lookup("\(name).\(field.text)", isGlobal: isGlobal) != nil {
        return Term(.constant(.bool(true)), .bool, range)
      }
    }
    let operand = check(operand)
    if isChecked {
      let type = inference.known(operand.type)
      guard selectedType(type, field, of: operand, isOptional: false) != nil else { return invalid(range) }
    }
    return folded(Term(.has(operand, field.text), .bool, range))
  }
}
