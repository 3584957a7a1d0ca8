/// An expression whose names are resolved and whose types agree: it can be evaluated any number of times, from
/// any thread.
public struct CompiledExpression: Sendable {
  /// The most an evaluation may cost; a step is about one operator, one element looked at, or 32 bytes of text.
  ///
  /// Rules as people write them cost less than a hundred; this stops what multiplies lists or texts.
  public static let costLimit = 1_000_000

  /// As written.
  public let source: String
  /// What it evaluates to; `dyn` where only its inputs tell.
  public let type: CELType
  /// The slots it reads or tests for presence, ascending.
  public let slots: [Int]
  /// The texts that slots are compared with, in order of writing, repeats kept.
  public let textComparisons: [TextComparison]
  /// The terms it is made of, about its cost when it has no macros and meets no long texts.
  public var cost: Int { term.size }

  let term: Term
  /// What its slots are called, in their order.
  private let slotNames: [String]
  /// What each slot is called; to explain, which is done rarely.
  var names: [Int: String] { Dictionary(zip(slots, slotNames)) { first, _ in first } }

  /// - Parameter name: What a slot is called.
  init(source: String, term: Term, type: CELType, name: (Int) -> String) {
    self.source = source
    self.term = term
    self.type = type
    var slots: [Int] = []
    var comparisons: [TextComparison] = []
    term.forEach { part in
      part.addSlot(to: &slots)
      part.addTextComparisons(to: &comparisons)
    }
    self.slots = slots.sorted()
    slotNames = self.slots.map(name)
    textComparisons = comparisons
  }

  /// Its value when that does not depend on any slot, such as `true` or `60 * 60`.
  public var constant: CELValue? { term.constant }

  /// The expression's value for the slots' values, or why it has none.
  public func evaluate(_ slots: some SlotReader) -> Result<CELValue, CELError> {
    var evaluator = Evaluator(slots)
    do throws(CELError) {
      let value = try evaluator.value(term)
      try value.weigh(&evaluator.meter)
      return .success(value)
    } catch {
      return .failure(error)
    }
  }
}

extension Term {
  /// The slots read or tested for presence, ascending.
  var slots: [Int] {
    var slots: [Int] = []
    forEach { $0.addSlot(to: &slots) }
    return slots.sorted()
  }

  /// Adds the slot that this term itself reads or tests, unless it is there.
  fileprivate func addSlot(to slots: inout [Int]) {
    switch kind {
    // Few expressions read more than a handful.
    case .variable(let slot), .field(let slot, _), .presence(let slot):
      if !slots.contains(slot) { slots.append(slot) }
    case .constant, .local, .select, .has, .index, .unary, .binary, .call, .matches, .member, .list, .map,
      .not, .and, .or, .conditional, .comprehension, .bind, .optionalMap, .failure:
      break
    }
  }
}
