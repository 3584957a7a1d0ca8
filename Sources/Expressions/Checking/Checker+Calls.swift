import Diagnostics

extension Checker {
  mutating func call(
    _ name: SyntaxNode.Name, _ target: SyntaxNode?, _ nodes: [SyntaxNode], _ range: Range<Int>
  ) -> Term {
    if let target, let function = qualifiedFunction(target, name) {
      return apply(function, nodes.map { check($0) }, isMember: false, name, range)
    }
    guard let function = Function(rawValue: name.text), !name.text.contains("."), name.text != "_[_]" else {
      // Arguments are checked all the same: their own errors are worth knowing.
      let receiver = target.map { check($0) }
      for node in nodes { _ = check(node) }
      // What it is called on is wrong already.
      if let receiver, inference.known(receiver.type) == .invalid { return invalid(range) }
      return unknownFunction(name, isMember: target != nil, range)
    }
    let arguments = ((target.map { [$0] } ?? []) + nodes).map { check($0) }
    return apply(function, arguments, isMember: target != nil, name, range)
  }

  /// `math.abs` and its kin: a function whose name has dots, not a call on a variable.
  private func qualifiedFunction(_ target: SyntaxNode, _ name: SyntaxNode.Name) -> Function? {
    guard let (parts, _) = Self.dottedName(target), !scope.contains(where: { $0.name == parts[0].text }),
      environment.lookup(parts[0].text, isGlobal: false) == nil
    else { return nil }
    return Function(rawValue: (parts + [name]).map(\.text).joined(separator: "."))
  }

  /// A call with its arguments, the receiver first.
  mutating func apply(
    _ function: Function, _ arguments: [Term], isMember: Bool, _ name: SyntaxNode.Name, _ range: Range<Int>
  ) -> Term {
    let type: CELType
    if function == .greatest || function == .least {
      type = isChecked ? extremeType(function, arguments, name) : .dyn
    } else {
      let candidates = function.signatures.filter { $0.isMember == isMember }
      guard !candidates.isEmpty else { return wrongStyle(function, isMember: isMember, name, range) }
      if isChecked {
        guard let found = resultType(function, candidates, arguments, name, range) else {
          return invalid(range)
        }
        type = found
      } else {
        type = .dyn
      }
    }
    if type == .invalid { return invalid(range) }
    return folded(specialised(function, arguments, type, range))
  }

  /// The quickest term for a call whose arguments are known in part.
  private mutating func specialised(
    _ function: Function, _ arguments: [Term], _ type: CELType, _ range: Range<Int>
  ) -> Term {
    switch (function, arguments.count) {
    case (.dyn, 1): return Term(arguments[0].kind, .dyn, range)
    case (.matches, 2):
      guard case .string(let pattern)? = arguments[1].constant else { break }
      do throws(RegexError) {
        return Term(.matches(arguments[0], try Regex(pattern)), type, range)
      } catch {
        guard isChecked else { break }
        reportFailure(.expressionSyntax, "the pattern is not one: \(error.message)", at: arguments[1].range)
      }
    case (.isIn, 2):
      guard case .list(let elements)? = arguments[1].constant, arguments[0].constant == nil else { break }
      return Term(.member(arguments[0], ConstantSet(elements)), type, range)
    case (_, 1): return Term(.unary(function, arguments[0]), type, range)
    default: break
    }
    if arguments.count == 2 { return Term(.binary(function, arguments[0], arguments[1]), type, range) }
    return Term(.call(function, arguments), type, range)
  }

  /// The type of a call, by the first signature its arguments fit; `dyn` when several fit and differ.
  private mutating func resultType(
    _ function: Function, _ candidates: [Signature], _ arguments: [Term], _ name: SyntaxNode.Name,
    _ range: Range<Int>
  ) -> CELType? {
    let types = arguments.map(\.type)
    if types.contains(where: { inference.known($0) == .invalid }) { return .invalid }
    if comparesNumbers(function, types) { return .bool }
    var result: CELType?
    for candidate in candidates {
      let signature = inference.instantiate(candidate)
      guard inference.fits(types, signature.parameters) else { continue }
      let found = inference.resolved(signature.result, isFinal: false)
      if let result, result != found { return .dyn }
      result = found
    }
    guard let result else {
      explainMismatch(function, candidates, arguments, name, range)
      return nil
    }
    checkConstantConversion(function, arguments)
    return result
  }

  /// Numbers of two types compare with each other: all are on one number line.
  private func comparesNumbers(_ function: Function, _ types: [CELType]) -> Bool {
    guard types.count == 2 else { return false }
    let first = inference.known(types[0])
    let second = inference.known(types[1])
    switch function {
    case .equal, .notEqual, .less, .lessOrEqual, .greater, .greaterOrEqual:
      return first.isNumeric && second.isNumeric
    case .isIn:
      switch second {
      case .list(let element), .map(let element, _):
        return first.isNumeric && inference.known(element).isNumeric
      default: return false
      }
    default: return false
    }
  }

  private mutating func extremeType(_ function: Function, _ arguments: [Term], _ name: SyntaxNode.Name)
    -> CELType
  {
    var types = arguments.map { inference.known($0.type) }
    if types.count == 1, case .list(let element) = types[0] { types = [inference.known(element)] }
    if types.contains(.invalid) { return .invalid }
    guard !types.isEmpty else {
      report(.expressionType, "'\(function.words)' needs numbers, or a list of them", at: name.range)
      return .invalid
    }
    for (place, type) in types.enumerated() {
      if case .variable = type { continue }
      guard type.isNumeric || type == .dyn else {
        report(
          .expressionType, "'\(function.words)' takes numbers, not \(inference.resolved(type).article)",
          at: place < arguments.count ? arguments[place].range : name.range)
        return .invalid
      }
    }
    return types.allSatisfy { $0 == types[0] } && types[0].isNumeric ? types[0] : .dyn
  }

  /// A text that cannot be converted is wrong whatever the inputs.
  private mutating func checkConstantConversion(_ function: Function, _ arguments: [Term]) {
    guard arguments.count == 1, arguments[0].type == .string, case .string? = arguments[0].constant,
      [.timestamp, .duration, .int, .uint, .double].contains(function)
    else { return }
    var meter = Meter(limit: 10_000)
    do throws(CELError) {
      _ = try function.call(arguments[0].constant ?? .null, &meter)
    } catch {
      var fix: (replacement: String, range: Range<Int>)?
      if function == .duration, case .string(let text)? = arguments[0].constant, text.hasSuffix("d"),
        let days = Int(text.dropLast()), 0 <= days, days < 100_000
      {
        fix = ("\"\(days * 24)h\"", arguments[0].range)
      }
      reportFailure(.expressionType, error.message, at: arguments[0].range, fix: fix)
    }
  }

  private mutating func wrongStyle(
    _ function: Function, isMember: Bool, _ name: SyntaxNode.Name, _ range: Range<Int>
  ) -> Term {
    guard isChecked else {
      return invalid(range, CELError(.noSuchFunction, "'\(name.text)()' is not a function"))
    }
    let plain = function.rawValue
    report(
      .unknownFunction,
      isMember
        ? "'\(plain)()' is called with its value in brackets, as \(plain)(value)"
        : "'\(plain)()' is called on a value, as value.\(plain)()", at: name.range)
    return invalid(range)
  }
}
