public import LeadModel
public import WorkflowEngine
public import WorkflowProgram

/// When a text may leave to the one lead of a conversation or a test, as production and simulation decide it.
///
/// What we begin waits for lawful hours and for caps, an answer for lawful hours, and what law and carriers want said
/// goes at once.
public struct TextLaw: Sendable {
  private let window: LawfulWindow
  private var whereabouts: Whereabouts

  /// - Parameter day: Any day near the conversation; others are as right and cost more.
  public init(program: ClientProgram, lead: LeadRow, near day: Timestamp) {
    let utc = TimeZoneRules(standardOffset: 0, hasDaylightSaving: false)
    window = LawfulWindow(
      law: program.law, hours: program.limits.hours, cap: program.limits.perPerson,
      from: LocalTime(at: day, in: utc).date, dayCount: 0)
    whereabouts = Whereabouts(of: lead)
  }

  /// When a chat or a test begins on a day: when the lead may be texted, from 10:00 of the client's clock on.
  ///
  /// A day without such an hour begins at 10:00, and what we begin waits.
  public static func start(on day: CivilDate, of program: ClientProgram, for lead: LeadRow) -> Timestamp {
    let clock = program.client.timezone.rules
    let ten = clock.instant(day, secondOfDay: 10 * 3_600)
    let law = TextLaw(program: program, lead: lead, near: ten)
    guard let open = law.wait(for: .answer, at: ten, following: RecentTexts())?.until,
      LocalTime(at: open, in: clock).date == day
    else { return ten }
    return open
  }

  /// What keeps a text waiting.
  public struct Wait: Hashable, Sendable {
    /// `nil` when no hour within `LawfulWindow.searchDays` is lawful.
    public let until: Timestamp?
    /// Whose rule, and which: `federal law: closed on Sunday`.
    public let cause: String
  }

  /// What keeps a text from leaving now; `nil` where it may.
  public func wait(
    for purpose: OutboundMessage.Purpose, at now: Timestamp, following texts: RecentTexts
  ) -> Wait? {
    let earliest = window.earliest(atOrAfter: now, in: whereabouts, for: purpose, following: texts)
    guard earliest != now else { return nil }
    let counted = purpose.isCapped ? texts : RecentTexts()
    let obstacles = window.obstacles(at: now, in: whereabouts, following: counted)
    // Of several rules the one that opens last is why it waits.
    let end = Timestamp(milliseconds: .max)
    let last = obstacles.max { ($0.opens ?? end) < ($1.opens ?? end) }
    return Wait(until: earliest, cause: last?.cause ?? "the law")
  }

  /// Follows a lead whose address or number has changed.
  public mutating func follow(_ lead: LeadRow) { whereabouts = Whereabouts(of: lead) }
}
