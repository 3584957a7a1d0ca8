/// A set of states, one bit each: the states whose law may protect a lead.
public struct StateSet: Hashable, Sendable, ExpressibleByArrayLiteral {
  /// One bit for each state, at its raw value.
  public private(set) var bits: UInt64

  public init(bits: UInt64) { self.bits = bits }
  public init(arrayLiteral states: USState...) { bits = states.reduce(0) { $0 | 1 << UInt64($1.rawValue) } }

  public var isEmpty: Bool { bits == 0 }
  public var count: Int { bits.nonzeroBitCount }
  public func contains(_ state: USState) -> Bool { bits & (1 << UInt64(state.rawValue)) != 0 }
  public func union(_ other: StateSet) -> StateSet { StateSet(bits: bits | other.bits) }

  /// The states in it, in the order of `USState.allCases`.
  public var states: [USState] { USState.allCases.filter(contains) }
}
