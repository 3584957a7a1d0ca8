/// Gives an evaluation the values of the names it reads.
public protocol SlotReader {
  /// The value in a slot; asked only for slots that `has` affirms.
  func value(_ slot: Int) -> CELValue
  /// Whether the slot has a value: the field is present, the variable bound.
  func has(_ slot: Int) -> Bool
}

/// Slots filled from a dictionary: for single evaluations, where speed does not matter.
public struct SlotValues: SlotReader, Sendable {
  private let values: [Int: CELValue]
  public init(_ values: [Int: CELValue] = [:]) { self.values = values }
  public func value(_ slot: Int) -> CELValue { values[slot] ?? .null }
  public func has(_ slot: Int) -> Bool { values[slot] != nil }
}
