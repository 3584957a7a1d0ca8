public import LeadModel
public import WorkflowProgram

/// How often the people of one place may be texted: every cap that may protect them, and between which instants.
///
/// A cap of N counts the texts of any stretch of time of its length, not of a bucket. A stretch takes in its start and
/// not its end, so a text may follow exactly one length after the N-th last.
public struct TextCaps: Hashable, Sendable {
  /// None implies another.
  private var caps: [DatedCap] = []

  /// A cap and when it is in force: from the first instant at which a clock that may be theirs shows its first day,
  /// until the last at which one does not yet show the day that replaces it.
  private struct DatedCap: Hashable, Sendable {
    let cap: FrequencyCap
    /// Inclusive.
    var from = Int64.min
    /// Exclusive.
    var until = Int64.max

    /// Whether what this allows the other allows, too.
    func implies(_ other: DatedCap) -> Bool {
      cap.messages <= other.cap.messages && other.cap.hours <= cap.hours && from <= other.from
        && other.until <= until
    }

    func isInForce(at instant: Timestamp) -> Bool {
      from <= instant.milliseconds && instant.milliseconds < until
    }
  }

  /// - Parameter client: The client's own, which can only tighten the law's.
  public init(law: LegalRules, client: FrequencyCap?, in whereabouts: Whereabouts) {
    if let client { add(DatedCap(cap: client)) }
    let clocks = whereabouts.knownZones.clocks.zones.map(\.rules)
    addVersions([law.federal], clocks)
    for state in whereabouts.states.states { addVersions(law.states.filter { $0.state == state }, clocks) }
  }

  /// The first instant at or after `instant` at which one more text is within every cap.
  public func earliest(atOrAfter instant: Timestamp, following texts: RecentTexts) -> Timestamp {
    var candidate = instant
    var unchecked = caps.count
    var index = 0
    while 0 < unchecked {
      let dated = caps[index]
      index = index + 1 == caps.count ? 0 : index + 1
      unchecked -= 1
      guard dated.isInForce(at: candidate) else { continue }
      let free = dated.cap.earliest(atOrAfter: candidate, following: texts)
      guard candidate < free else { continue }
      candidate = min(free, Timestamp(milliseconds: dated.until))
      // Another cap may hold by then.
      unchecked = caps.count
    }
    return candidate
  }

  /// Adds the caps of one jurisdiction's rules, which come in the order of the days from which they hold.
  private mutating func addVersions(_ rules: [JurisdictionRule], _ clocks: [TimeZoneRules]) {
    for (index, rule) in rules.enumerated() {
      guard let cap = rule.cap else { continue }
      let next = index + 1 < rules.count ? rules[index + 1].from : nil
      // Of rules that begin on one day the last counts.
      if index + 1 < rules.count, next == rule.from { continue }
      func instants(_ day: CivilDate) -> [Int64] {
        clocks.map { $0.instant(day, secondOfDay: 0).milliseconds }
      }
      add(
        DatedCap(
          cap: cap, from: rule.from.flatMap { instants($0).min() } ?? .min,
          until: next.flatMap { instants($0).max() } ?? .max))
    }
  }

  private mutating func add(_ cap: DatedCap) {
    guard !caps.contains(where: { $0.implies(cap) }) else { return }
    caps.removeAll { cap.implies($0) }
    caps.append(cap)
  }
}

extension ClientProgram {
  /// The caps that protect a lead, wherever it may be.
  public func caps(for lead: LeadRow) -> TextCaps {
    TextCaps(law: law, client: limits.perPerson, in: Whereabouts(of: lead))
  }
}

extension FrequencyCap {
  /// The first instant at or after `instant` at which one more text is within the cap.
  func earliest(atOrAfter instant: Timestamp, following texts: RecentTexts) -> Timestamp {
    guard let first = texts.instant(ofLatest: messages) else { return instant }
    return max(instant, first.advanced(byMilliseconds: milliseconds))
  }
}

extension OutboundMessage.Purpose {
  /// Whether caps hold it back, as they do what we begin.
  ///
  /// All texts but those that law and carriers want count for them, whatever they are for; see decision 0008.
  public var isCapped: Bool {
    switch self {
    case .outreach: true
    case .answer, .required: false
    }
  }
}
