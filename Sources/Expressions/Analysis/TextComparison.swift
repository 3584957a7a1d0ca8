/// A slot compared with a text, by `==`, `!=` or `in`: the text is one that the slot, or an element of it, is
/// expected to be.
public struct TextComparison: Hashable, Sendable {
  public let slot: Int
  public let text: String
}

extension Term {
  /// Adds the texts that this term itself compares slots with, in order of writing.
  func addTextComparisons(to comparisons: inout [TextComparison]) {
    func add(_ operand: Term, _ values: [CELValue]) {
      guard let slot = operand.readSlot else { return }
      for case .string(let text) in values { comparisons.append(TextComparison(slot: slot, text: text)) }
    }
    switch kind {
    case .binary(.equal, let first, let second), .binary(.notEqual, let first, let second):
      if let constant = second.constant { add(first, [constant]) }
      if let constant = first.constant { add(second, [constant]) }
    case .binary(.isIn, let first, let second): if let constant = first.constant { add(second, [constant]) }
    case .member(let operand, let set): add(operand, set.values)
    case _: break
    }
  }

  /// The slot this term reads, when it is nothing more than that.
  var readSlot: Int? {
    switch kind {
    case .variable(let slot), .field(let slot, _): slot
    case _: nil
    }
  }
}
