import Diagnostics

extension Checker {
  /// Explains a call none of whose signatures fit its arguments.
  mutating func explainMismatch(
    _ function: Function, _ candidates: [Signature], _ arguments: [Term], _ name: SyntaxNode.Name,
    _ range: Range<Int>
  ) {
    let types = arguments.map { inference.resolved($0.type) }
    if function.isOperator {
      explainOperator(function, arguments, types, range)
      return
    }
    let counts = Set(candidates.map(\.parameters.count)).sorted()
    if !counts.contains(arguments.count) {
      let isMember = candidates[0].isMember
      let wanted = counts.map { String(isMember ? $0 - 1 : $0) }.joined(separator: " or ")
      let given = isMember ? arguments.count - 1 : arguments.count
      report(
        .expressionType,
        "'\(function.words)' takes \(wanted) argument\(wanted == "1" ? "" : "s"), not \(given)",
        at: name.range)
      return
    }
    let fitting = candidates.filter { $0.parameters.count == arguments.count }
    // The one argument that no signature takes is the one to point at.
    for place in arguments.indices {
      let wanted = fitting.map { $0.parameters[place] }
      guard !wanted.contains(where: { accepts($0, arguments[place].type) }) else { continue }
      let words = wanted.map { inference.resolved($0).article }
      var seen: Set<String> = []
      let unique = words.filter { seen.insert($0).inserted }.joined(separator: " or ")
      let isReceiver = fitting[0].isMember && place == 0
      report(
        .expressionType,
        isReceiver
          ? "'\(function.words)' is called on \(unique), but '\(written(arguments[place].range))' is \(types[place].article)"
          : "'\(function.words)' takes \(unique), but '\(written(arguments[place].range))' is \(types[place].article)",
        at: arguments[place].range, notes: conversionNotes(to: wanted, from: arguments[place], types[place]))
      return
    }
    report(
      .expressionType, "'\(function.words)' does not work on \(types.map(\.words).joined(separator: ", "))",
      at: range)
  }

  /// Whether a type alone fits a parameter, with no regard to the other arguments.
  private func accepts(_ parameter: CELType, _ type: CELType) -> Bool {
    var trial = inference
    let signature = trial.instantiate(Signature([parameter], .dyn))
    return trial.fits([type], signature.parameters)
  }

  private func conversionNotes(to wanted: [CELType], from argument: Term, _ type: CELType) -> [String] {
    if wanted.contains(.string), type.isNumeric {
      return ["string(\(written(argument.range))) gives it as text"]
    }
    return []
  }

  private mutating func explainOperator(
    _ function: Function, _ arguments: [Term], _ types: [CELType], _ range: Range<Int>
  ) {
    let sign = function.words
    guard types.count == 2 else {
      report(
        .expressionType,
        "'\(sign)' needs a number, but '\(written(arguments[0].range))' is \(types[0].article)",
        at: range)
      return
    }
    if let null = types.firstIndex(of: .null), function == .equal || function == .notEqual {
      let other = arguments[1 - null]
      let test = function == .equal ? "!has" : "has"
      if case .field = other.kind {
        let written = written(other.range)
        report(
          .expressionType, "'\(written)' is never null; whether it is there is told by has()", at: range,
          fix: ("\(test)(\(written))", range))
      } else {
        report(
          .expressionType, "'\(written(other.range))' is \(types[1 - null].article) and never null", at: range
        )
      }
      return
    }
    if function == .isIn {
      explainMembership(arguments, types, range)
      return
    }
    if function == .index {
      report(
        .expressionType, "'[]' looks up an element of a list or map, not of \(types[0].article)",
        at: arguments[0].range)
      return
    }
    let isComparison = [.equal, .notEqual, .less, .lessOrEqual, .greater, .greaterOrEqual].contains(function)
    report(
      .expressionType,
      isComparison && types[0] != types[1]
        ? "'\(sign)' compares values of one type, but '\(written(arguments[0].range))' is \(types[0].article) and "
          + "'\(written(arguments[1].range))' is \(types[1].article)"
        : "'\(sign)' does not work on \(types[0].words) and \(types[1].words)",
      at: range, notes: operatorNotes(function, arguments, types), fix: operatorFix(arguments, types))
  }

  private mutating func explainMembership(_ arguments: [Term], _ types: [CELType], _ range: Range<Int>) {
    switch types[1] {
    case .list(let element), .map(let element, _):
      report(
        .expressionType,
        "'in' looks for \(types[0].article) among values that are each \(element.article)", at: range,
        fix: operatorFix([arguments[0]], [types[0]]))
    case .string where types[0] == .string:
      report(
        .expressionType, "'in' looks in a list or a map; a part of a text is found by contains()", at: range,
        fix: ("\(written(arguments[1].range)).contains(\(written(arguments[0].range)))", range))
    default:
      report(
        .expressionType,
        "'in' looks in a list or a map, but '\(written(arguments[1].range))' is \(types[1].article)",
        at: arguments[1].range)
    }
  }

  private func operatorNotes(_ function: Function, _ arguments: [Term], _ types: [CELType]) -> [String] {
    let isNumbers = types.allSatisfy(\.isNumeric)
    if isNumbers, operatorFix(arguments, types) == nil {
      let place = types[0] == .int ? 0 : 1
      return ["convert one side, as double(\(written(arguments[place].range)))"]
    }
    if function == .add, types.contains(.string), let other = types.firstIndex(where: { $0 != .string }) {
      return ["string(\(written(arguments[other].range))) gives it as text"]
    }
    if types.contains(.timestamp), types.contains(.string), operatorFix(arguments, types) == nil {
      return ["an instant is written timestamp(\"2026-01-31T00:00:00Z\")"]
    }
    if types.contains(.duration), types.contains(where: { $0 == .string || $0.isNumeric }) {
      return ["a length of time is written duration(\"36h\")"]
    }
    return []
  }

  /// A literal written as another type than the other side needs.
  private func operatorFix(_ arguments: [Term], _ types: [CELType]) -> (
    replacement: String, range: Range<Int>
  )? {
    guard types.count == 2 else { return nil }
    for place in 0..<2 {
      let (term, other) = (arguments[place], types[1 - place])
      switch (term.constant, other) {
      case (.int(let value)?, .double): return ("\(value).0", term.range)
      case (.int(let value)?, .uint) where 0 <= value: return ("\(value)u", term.range)
      case (.string(let text)?, .int) where Int64(text) != nil: return (text, term.range)
      case (.string(let text)?, .double) where Double(celText: text)?.isFinite == true:
        return (text, term.range)
      case (.string(let text)?, .bool) where text == "true" || text == "false": return (text, term.range)
      case (.string(let text)?, .timestamp):
        let instant = text.utf8.count == 10 ? text + "T00:00:00Z" : text
        guard CELTimestamp(parsing: instant) != nil else { continue }
        return ("timestamp(\"\(instant)\")", term.range)
      case (.int?, .string), (.double?, .string): return ("\"\(written(term.range))\"", term.range)
      default: continue
      }
    }
    return nil
  }
}
