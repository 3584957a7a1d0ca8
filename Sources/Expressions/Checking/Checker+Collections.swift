import Diagnostics

extension Checker {
  mutating func list(_ nodes: [SyntaxNode.Element], _ range: Range<Int>) -> Term {
    var elements: [Term.Element] = []
    var type: CELType?
    for node in nodes {
      let term = check(node.value)
      elements.append(Term.Element(value: term, isOptional: node.isOptional))
      let content = node.isOptional ? optionalContent(of: term, for: "an element with '?'") : term.type
      type = type.map { inference.join($0, content) ?? .dyn } ?? content
    }
    let element = isChecked ? type ?? inference.fresh() : .dyn
    return folded(Term(.list(elements), isChecked ? .list(element) : .dyn, range))
  }

  mutating func map(_ nodes: [SyntaxNode.Entry], _ range: Range<Int>) -> Term {
    var entries: [Term.Entry] = []
    var keyType: CELType?
    var valueType: CELType?
    for node in nodes {
      let key = check(node.key)
      let value = check(node.value)
      entries.append(Term.Entry(key: key, value: value, isOptional: node.isOptional))
      if isChecked { checkKey(key) }
      let content = node.isOptional ? optionalContent(of: value, for: "an entry with '?'") : value.type
      keyType = keyType.map { inference.join($0, key.type) ?? .dyn } ?? key.type
      valueType = valueType.map { inference.join($0, content) ?? .dyn } ?? content
    }
    guard isChecked else { return folded(Term(.map(entries), .dyn, range)) }
    let type = CELType.map(keyType ?? inference.fresh(), valueType ?? inference.fresh())
    return folded(Term(.map(entries), type, range))
  }

  private mutating func checkKey(_ key: Term) {
    switch inference.known(key.type) {
    case .bool, .int, .uint, .string, .dyn, .variable, .invalid: return
    case .null, .double, .bytes, .timestamp, .duration, .list, .map, .type, .optional, .record, .abstract:
      report(
        .expressionType,
        "a map's key is a bool, int, uint or string, not \(inference.resolved(key.type).article)",
        at: key.range)
    }
  }

  private mutating func optionalContent(of term: Term, for user: String) -> CELType {
    guard isChecked else { return .dyn }
    let content = inference.fresh()
    if inference.fits(term.type, .optional(content)) { return content }
    report(
      .expressionType, "\(user) needs an optional, not \(inference.resolved(term.type).article)",
      at: term.range)
    return .invalid
  }

  mutating func element(_ operand: Term, _ index: Term, isOptional: Bool, _ range: Range<Int>) -> Term {
    let kind = Term.Kind.index(operand, index, isOptional: isOptional)
    guard isChecked else { return folded(Term(kind, .dyn, range)) }
    guard let type = elementType(inference.known(operand.type), operand, index, isOptional: isOptional, range)
    else {
      return invalid(range)
    }
    return folded(Term(kind, type, range))
  }

  private mutating func elementType(
    _ type: CELType, _ operand: Term, _ index: Term, isOptional: Bool, _ range: Range<Int>
  ) -> CELType? {
    switch type {
    case .optional(let inner):
      return elementType(inference.known(inner), operand, index, isOptional: false, range).map {
        .optional($0)
      }
    case .dyn, .variable, .abstract: return isOptional ? .optional(.dyn) : .dyn
    case .invalid: return nil
    case .list(let element):
      guard inference.fits(index.type, .int) else {
        report(
          .expressionType,
          "a list's element is looked up by a whole number, not \(inference.resolved(index.type).article)",
          at: index.range)
        return nil
      }
      return isOptional ? .optional(element) : element
    case .map(let key, let value):
      let isNumbers = inference.known(key).isNumeric && inference.known(index.type).isNumeric
      guard isNumbers || inference.fits(index.type, key) else {
        report(
          .expressionType,
          "the map's keys are each \(inference.resolved(key).article), not \(inference.resolved(index.type).article)",
          at: index.range)
        return nil
      }
      return isOptional ? .optional(value) : value
    case .null, .bool, .int, .uint, .double, .string, .bytes, .timestamp, .duration, .type, .record:
      report(
        .expressionType,
        "'[]' looks up an element of a list or map, but '\(written(operand.range))' is "
          + inference.resolved(type).article, at: operand.range)
      return nil
    }
  }

  // MARK: Macros

  mutating func comprehension(_ macro: SyntaxNode.Comprehension, _ range: Range<Int>) -> Term {
    let operand = check(macro.operand)
    let (key, value) = elementTypes(of: operand, macro)
    let first = Term.Local(place: scope.count, name: macro.first.text)
    var second: Term.Local?
    if let name = macro.second {
      scope.append((macro.first.text, key))
      second = Term.Local(place: scope.count, name: name.text)
      scope.append((name.text, value))
    } else if case .map = inference.known(operand.type) {
      scope.append((macro.first.text, key))
    } else {
      scope.append((macro.first.text, value))
    }
    let elementType = scope[first.place].type
    let condition = macro.condition.map { self.condition($0, of: "'\(macro.kind.name)()'") }
    let result = macro.result.map { check($0) }
    scope.removeLast(macro.second == nil ? 1 : 2)
    let type: CELType =
      switch macro.kind {
      case .all, .exists, .existsOne: .bool
      case .filter: .list(elementType)
      case .map, .transformList: .list(result?.type ?? .dyn)
      case .transformMap: .map(key, result?.type ?? .dyn)
      }
    let loop = Term.Comprehension(
      kind: macro.kind, operand: operand, first: first, second: second, condition: condition, result: result)
    return folded(Term(.comprehension(loop), isChecked ? type : .dyn, range))
  }

  /// The types of what a macro goes through: indexes or keys, and values.
  private mutating func elementTypes(
    of operand: Term, _ macro: SyntaxNode.Comprehension
  ) -> (key: CELType, value: CELType) {
    guard isChecked else { return (.dyn, .dyn) }
    switch inference.known(operand.type) {
    case .list(let element): return (.int, element)
    case .map(let key, let value): return (key, value)
    case .dyn, .variable, .abstract: return (.dyn, .dyn)
    case .invalid: return (.invalid, .invalid)
    case .null, .bool, .int, .uint, .double, .string, .bytes, .timestamp, .duration, .type, .optional,
      .record:
      let type = inference.resolved(operand.type)
      report(
        .expressionType,
        "'\(macro.kind.name)()' goes through a list or a map, but '\(written(operand.range))' is \(type.article)",
        at: operand.range)
      return (.invalid, .invalid)
    }
  }

  mutating func optionalMap(
    _ node: SyntaxNode, _ name: SyntaxNode.Name, _ body: SyntaxNode, isFlat: Bool, _ range: Range<Int>
  ) -> Term {
    let operand = check(node)
    let content = optionalContent(of: operand, for: isFlat ? "'optFlatMap()'" : "'optMap()'")
    let local = Term.Local(place: scope.count, name: name.text)
    scope.append((name.text, content))
    let body = check(body)
    scope.removeLast()
    let type =
      isFlat && isChecked
      ? CELType.optional(optionalContent(of: body, for: "the result of 'optFlatMap()'"))
      : .optional(body.type)
    return folded(Term(.optionalMap(operand, local, body, isFlat: isFlat), isChecked ? type : .dyn, range))
  }

  /// A message of protocol buffers: only those that stand for plain values can be made.
  mutating func message(_ name: String, _ fields: [SyntaxNode.Field], _ range: Range<Int>) -> Term {
    let values = fields.map { check($0.value) }
    let names = environment.scopedNames(name)
    guard let message = names.lazy.compactMap({ Function(rawValue: $0) }).first,
      let known = message.messageFields,
      fields.count <= 1
    else {
      if isChecked {
        report(
          .expressionType, "'\(name)' is not a message that can be made; a map is written {\"key\": value}",
          at: range)
      }
      return invalid(range, CELError(.noSuchFunction, "'\(name)' is not a message that can be made"))
    }
    guard let field = fields.first, let value = values.first else {
      return Term(.constant(message.emptyMessage), .dyn, range)
    }
    guard let type = known[field.name.text] else {
      if isChecked {
        report(
          .unknownField, "'\(name)' has no field '\(field.name.text)'", at: field.name.range,
          fix: nearestName(to: field.name.text, in: known.keys.sorted()).map { ($0, field.name.range) })
      }
      return invalid(range, CELError(.noSuchKey, "'\(name)' has no field '\(field.name.text)'"))
    }
    if isChecked, !inference.fits(value.type, type) {
      report(
        .expressionType,
        "'\(field.name.text)' must be \(type.article), not \(inference.resolved(value.type).article)",
        at: value.range)
      return invalid(range)
    }
    // Null may stand for a message wherever it is compared, so its type is left open.
    return folded(Term(.unary(message, value), .dyn, range))
  }
}
