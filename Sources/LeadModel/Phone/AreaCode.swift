/// The first three digits of a North American number, and what the numbering plan says of them.
///
/// An area code tells where a number was issued, not where its owner lives: numbers are ported and people move.
public struct AreaCode: Hashable, Sendable {
  /// 200...999.
  public let number: Int

  /// - Returns: `nil` for anything but three digits that start with 2 or more.
  public init?(_ number: Int) {
    guard 200 <= number, number <= 999 else { return nil }
    self.number = number
  }

  /// - Parameter number: Known to be in 200...999.
  init(checked number: Int) { self.number = number }

  /// What numbers of an area code are used for.
  public enum Kind: Hashable, Sendable {
    case unitedStates, canada
    /// A country of the Caribbean or Bermuda: `+1` too, but other law and another price.
    case otherCountry
    case tollFree
    /// Billed to the caller (900).
    case premium
    /// Follow-me and other numbers without a place (500, 533, 600 …).
    case personal
    case unassigned
  }

  public var kind: Kind {
    switch AreaCodeTable.entry(number)[0] {
    case UInt8(ascii: "U"): .unitedStates
    case UInt8(ascii: "C"): .canada
    case UInt8(ascii: "O"): .otherCountry
    case UInt8(ascii: "T"): .tollFree
    case UInt8(ascii: "$"): .premium
    case UInt8(ascii: "P"): .personal
    default: .unassigned
    }
  }

  /// The state it belongs to, or `nil` outside the United States and for numbers without a place.
  public var state: USState? {
    kind == .unitedStates
      ? StateCode(letters: CellBytes(start: AreaCodeTable.entry(number) + 1, count: 2))?.usState : nil
  }

  /// Two letters: the state, the Canadian province, or the other country; `nil` for numbers without a place.
  public var region: String? {
    switch kind {
    case .unitedStates, .canada, .otherCountry:
      String(decoding: CellBytes(start: AreaCodeTable.entry(number) + 1, count: 2), as: UTF8.self)
    case .tollFree, .premium, .personal, .unassigned: nil
    }
  }

  /// Every zone its numbers can be in; empty for numbers without a place.
  public var zones: ZoneSet { AreaCodeTable.zones(letter: AreaCodeTable.entry(number)[3]) }

  /// The zones of one exchange of it: closer than `zones` where the plan's facts are, else the same.
  public func zones(exchange: Int) -> ZoneSet {
    ExchangeTable.zones(areaCode: number, exchange: exchange) ?? zones
  }
}
