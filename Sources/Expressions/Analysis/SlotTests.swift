/// What a simple condition asks of its slots: the constants that each is compared with.
///
/// Between two such constants a condition cannot change its mind, so a few values a slot stand for all.
public struct SlotTests: Sendable {
  /// Constants by slot, in order of writing, repeats kept; an empty list is a slot that is asked for presence
  /// or truth alone.
  public private(set) var constants: [Int: [CELValue]] = [:]

  public init() {}

  mutating func add(_ slot: Int, _ values: [CELValue] = []) { constants[slot, default: []] += values }
}

extension CompiledExpression {
  /// What the expression asks of its slots, or `nil` when it does more than compare slots with constants,
  /// test for presence, and combine these with `&&`, `||`, `!`.
  public var slotTests: SlotTests? {
    var tests = SlotTests()
    return term.collect(into: &tests) ? tests : nil
  }

  /// The slots whose values it reads, ascending; `has()` alone reads none.
  public var valueSlots: [Int] {
    var slots: Set<Int> = []
    term.forEach { part in
      switch part.kind {
      case .variable(let slot), .field(let slot, _): slots.insert(slot)
      case _: break
      }
    }
    return slots.sorted()
  }
}

extension Term {
  /// - Returns: Whether the term is simple throughout.
  fileprivate func collect(into tests: inout SlotTests) -> Bool {
    switch kind {
    case .constant(.bool): return true
    case .presence(let slot):
      tests.add(slot)
      return true
    case .variable(let slot), .field(let slot, _):
      guard type == .bool else { return false }
      tests.add(slot)
      return true
    case .not(let operand): return operand.collect(into: &tests)
    case .and(let operands), .or(let operands):
      return operands.allSatisfy { $0.collect(into: &tests) }
    case .binary(let function, let first, let second):
      switch function {
      case .equal, .notEqual, .less, .lessOrEqual, .greater, .greaterOrEqual:
        if let slot = first.readSlot, let constant = second.constant {
          tests.add(slot, [constant])
          return true
        }
        if let slot = second.readSlot, let constant = first.constant {
          tests.add(slot, [constant])
          return true
        }
        return false
      case _: return false
      }
    case .member(let operand, let set):
      guard let slot = operand.readSlot else { return false }
      tests.add(slot, set.values)
      return true
    case _: return false
    }
  }
}
