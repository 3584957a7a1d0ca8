extension Function {
  /// The parts of a timestamp in a zone (UTC without one), and the lengths of a duration.
  func timePart(_ a: CELValue, zone: String?) throws(CELError) -> CELValue {
    switch a {
    case .timestamp(let time):
      var seconds = time.seconds
      if let zone {
        guard let offset = TimeZoneRules.offset(zone, at: seconds) else {
          throw CELError(
            .invalidArgument, "\(zone.quotedLiteral) is not a time zone, as America/New_York, UTC or -05:00")
        }
        seconds += Int64(offset)
      }
      return .int(Int64(try part(of: CivilTime(secondsSinceEpoch: seconds), time)))
    case .duration(let duration) where zone == nil:
      let seconds = duration.nanoseconds / 1_000_000_000
      switch self {
      case .getHours: return .int(seconds / 3_600)
      case .getMinutes: return .int(seconds / 60)
      case .getSeconds: return .int(seconds)
      case .getMilliseconds: return .int(duration.nanoseconds % 1_000_000_000 / 1_000_000)
      default: throw noOverload([a])
      }
    case .null, .bool, .int, .uint, .double, .string, .bytes, .duration, .list, .map, .type, .optional:
      throw noOverload(zone.map { [a, .string($0)] } ?? [a])
    }
  }

  private func part(of local: CivilTime, _ time: CELTimestamp) throws(CELError) -> Int {
    switch self {
    case .getFullYear: return local.year
    case .getMonth: return local.month - 1
    case .getDate: return local.day
    case .getDayOfMonth: return local.day - 1
    case .getDayOfWeek: return local.weekday
    case .getDayOfYear: return local.dayOfYear
    case .getHours: return local.hour
    case .getMinutes: return local.minute
    case .getSeconds: return local.second
    case .getMilliseconds: return Int(time.nanoseconds / 1_000_000)
    default: throw noOverload([.timestamp(time)])
    }
  }
}
