extension Parser {
  /// A call, or the macro it is.
  mutating func call(_ name: SyntaxNode.Name, target: SyntaxNode?, from start: Int) throws(SyntaxError)
    -> SyntaxNode
  {
    let arguments = try arguments()
    let macro =
      if let target { try memberMacro(name, target, arguments) } else { try globalMacro(name, arguments) }
    return try node(macro ?? .call(name, target: target, arguments), from: start)
  }

  private func globalMacro(_ name: SyntaxNode.Name, _ arguments: [SyntaxNode]) throws(SyntaxError)
    -> SyntaxNode.Kind?
  {
    guard name.text == "has", arguments.count == 1 else { return nil }
    guard case .select(let operand, let field, false) = arguments[0].kind else {
      throw SyntaxError("has() takes a field, as in has(lead.owner_name)", at: arguments[0].range)
    }
    return .has(operand, field: field)
  }

  private func memberMacro(
    _ name: SyntaxNode.Name, _ target: SyntaxNode, _ arguments: [SyntaxNode]
  ) throws(SyntaxError) -> SyntaxNode.Kind? {
    if case .name("cel", _) = target.kind { return try celMacro(name, arguments) }
    switch (name.text, arguments.count) {
    case ("all", 2), ("exists", 2), ("exists_one", 2), ("existsOne", 2), ("filter", 2), ("map", 2),
      ("map", 3):
      return try comprehension(name, target, variables: 1, arguments)
    case ("all", 3), ("exists", 3), ("exists_one", 3), ("existsOne", 3), ("transformList", 3),
      ("transformList", 4),
      ("transformMap", 3), ("transformMap", 4):
      return try comprehension(name, target, variables: 2, arguments)
    case ("optMap", 2), ("optFlatMap", 2):
      return .optionalMap(
        target, try variable(arguments[0], of: name), arguments[1], isFlat: name.text == "optFlatMap")
    default:
      return nil
    }
  }

  private func comprehension(
    _ name: SyntaxNode.Name, _ target: SyntaxNode, variables: Int, _ arguments: [SyntaxNode]
  ) throws(SyntaxError) -> SyntaxNode.Kind {
    let first = try variable(arguments[0], of: name)
    let second = variables == 2 ? try variable(arguments[1], of: name) : nil
    if let second, second.text == first.text {
      throw SyntaxError(
        "\(name.text)() needs two different names, not '\(first.text)' twice", at: second.range)
    }
    let bodies = Array(arguments.dropFirst(variables))
    let kind: SyntaxNode.Comprehension.Kind =
      switch name.text {
      case "all": .all
      case "exists": .exists
      case "filter": .filter
      case "map": .map
      case "transformList": .transformList
      case "transformMap": .transformMap
      default: .existsOne
      }
    let givesResult = kind == .map || kind == .transformList || kind == .transformMap
    return .comprehension(
      SyntaxNode.Comprehension(
        kind: kind, operand: target, first: first, second: second,
        condition: givesResult ? (bodies.count == 2 ? bodies[0] : nil) : bodies[0],
        result: givesResult ? bodies.last : nil))
  }

  /// The name a macro gives to each element.
  private func variable(_ argument: SyntaxNode, of macro: SyntaxNode.Name) throws(SyntaxError)
    -> SyntaxNode.Name
  {
    if case .name(let name, false) = argument.kind {
      return SyntaxNode.Name(text: name, range: argument.range)
    }
    throw SyntaxError(
      "\(macro.text)() takes a plain name first, as in list.\(macro.text)(item, …)", at: argument.range)
  }

  /// `cel.bind`, and the block of shared parts that optimizers write.
  private func celMacro(_ name: SyntaxNode.Name, _ arguments: [SyntaxNode]) throws(SyntaxError) -> SyntaxNode
    .Kind?
  {
    switch (name.text, arguments.count) {
    case ("bind", 3):
      return .bind(try variable(arguments[0], of: name), arguments[1], arguments[2])
    case ("index", 1):
      guard case .literal(.int(let index)) = arguments[0].kind, 0 <= index else { return nil }
      return .name("@index\(index)", isGlobal: false)
    case ("iterVar", 2):
      guard case .literal(.int(let depth)) = arguments[0].kind,
        case .literal(.int(let number)) = arguments[1].kind
      else { return nil }
      return .name("@it:\(depth):\(number)", isGlobal: false)
    case ("block", 2):
      guard case .list(let parts) = arguments[0].kind else { return nil }
      var body = arguments[1]
      for (index, part) in parts.enumerated().reversed() {
        body = try node(
          .bind(SyntaxNode.Name(text: "@index\(index)", range: part.value.range), part.value, body),
          from: arguments[0].range.lowerBound)
      }
      return body.kind
    default:
      return nil
    }
  }
}
