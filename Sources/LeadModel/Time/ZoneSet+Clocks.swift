extension ZoneSet {
  /// The set with every zone replaced by the first that runs its clocks alike, so that equal law has equal keys.
  public var clocks: ZoneSet {
    var (result, rest) = (UInt64(0), bits)
    while rest != 0 {
      let zone = rest.trailingZeroBitCount
      if zone < ZoneSet.firstAlike.count { result |= 1 << UInt64(ZoneSet.firstAlike[zone]) }
      rest &= rest - 1
    }
    return ZoneSet(bits: result)
  }

  /// For each zone the raw value of the first zone with the same rules.
  private static let firstAlike: [UInt8] = TimeZoneID.allCases.map { zone in
    TimeZoneID.allCases.first { $0.rules == zone.rules }?.rawValue ?? zone.rawValue
  }
}
