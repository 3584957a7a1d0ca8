import LeadModel
import WorkflowEngine
import WorkflowProgram

/// A text that left, in eight bytes.
struct SentText: Sendable {
  let lead: UInt32
  /// Seconds since the start, twice, and 1 for a text that caps hold back.
  private let packed: UInt32

  init(lead: UInt32, second: UInt32, isCapped: Bool) {
    self.lead = lead
    packed = second << 1 | (isCapped ? 1 : 0)
  }

  var second: UInt32 { packed >> 1 }
  var isCapped: Bool { packed & 1 == 1 }
  /// By lead, then time.
  fileprivate var order: UInt64 { UInt64(lead) << 32 | UInt64(packed) }
}

/// What a look at all texts that left, when the run is over, found to be more than was allowed.
///
/// It counts anew from the law's own rules and the client's limits, and looks at nothing that let the texts leave;
/// anything but 0 is our own bug, and the report says so.
struct SecondLook: Sendable {
  /// Texts beyond what a cap allows the person.
  private(set) var beyondCaps = 0
  /// Texts beyond a calendar day's allowance, by the client's clock.
  private(set) var beyondDays = 0
  /// Texts beyond a minute's allowance.
  private(set) var beyondMinutes = 0

  var breaches: Int { beyondCaps + beyondDays + beyondMinutes }

  /// - Parameters:
  ///   - texts: In any order.
  ///   - whereabouts: Where a lead may be.
  init(
    _ texts: [SentText], program: ClientProgram, start: Timestamp,
    whereabouts: (_ lead: UInt32) -> Whereabouts?
  ) {
    func instant(_ second: UInt32) -> Timestamp { start.advanced(byMilliseconds: Int64(second) * 1_000) }
    var (minutes, days): ([UInt32: Int], [CivilDate: Int]) = ([:], [:])
    for text in texts { minutes[text.second / 60, default: 0] += 1 }
    for (minute, count) in minutes {
      days[instant(minute * 60).local(in: program.client.timezone).date, default: 0] += count
      beyondMinutes += max(0, count - program.limits.textsPerMinute)
    }
    for count in days.values { beyondDays += max(0, count - program.limits.textsPerDay) }
    let caps = ([program.law.federal] + program.law.states).compactMap(\.cap) + [program.limits.perPerson]
    let fewest = caps.map(\.messages).min() ?? .max
    let longest = caps.map(\.milliseconds).max() ?? 0
    var latest: [SentText] = []
    for text in texts.sorted(by: { $0.order < $1.order }) {
      if latest.last?.lead != text.lead { latest.removeAll(keepingCapacity: true) }
      latest.removeAll { longest <= Int64(text.second - $0.second) * 1_000 }
      latest.append(text)
      guard text.isCapped, fewest < latest.count, let place = whereabouts(text.lead) else { continue }
      let clocks = place.zones.zones.isEmpty ? ZoneSet.fiftyStates.zones : place.zones.zones
      var caps = [program.limits.perPerson]
      for zone in clocks {
        caps += program.law.caps(in: place.states, on: instant(text.second).local(in: zone).date)
      }
      let isBeyond = caps.contains { cap in
        cap.messages < latest.count { Int64(text.second - $0.second) * 1_000 < cap.milliseconds }
      }
      if isBeyond { beyondCaps += 1 }
    }
  }
}
