/// A set of time zones, one bit each: the zones a lead may be in.
public struct ZoneSet: Hashable, Sendable, ExpressibleByArrayLiteral {
  /// One bit for each zone, at its raw value.
  public private(set) var bits: UInt64

  public init(bits: UInt64) { self.bits = bits }
  public init(arrayLiteral zones: TimeZoneID...) { bits = zones.reduce(0) { $0 | 1 << UInt64($1.rawValue) } }

  public var isEmpty: Bool { bits == 0 }
  public var count: Int { bits.nonzeroBitCount }
  public func contains(_ zone: TimeZoneID) -> Bool { bits & (1 << UInt64(zone.rawValue)) != 0 }
  public func union(_ other: ZoneSet) -> ZoneSet { ZoneSet(bits: bits | other.bits) }

  /// The zones in it, in the order of `TimeZoneID.allCases`.
  public var zones: [TimeZoneID] { TimeZoneID.allCases.filter(contains) }

  /// The contiguous United States: what a toll-free number means at the least.
  public static let lower48: ZoneSet = [
    .newYork, .detroit, .indianapolis, .chicago, .menominee, .denver, .boise, .phoenix, .losAngeles,
  ]
  /// All fifty states, Alaska and Hawaii with them: what "unknown" means unless the caller knows better.
  ///
  /// Guam, Saipan and Samoa are left out; with them hardly an hour of the day would remain.
  public static let fiftyStates = lower48.union([.anchorage, .juneau, .adak, .honolulu])
}
