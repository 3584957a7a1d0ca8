public import LeadModel

/// The law of outreach as dated data: who may be written to when, and how often.
public struct LegalRules: Hashable, Sendable {
  /// The document's name: `us`.
  public let name: String
  public let confirmation: ConfirmationRule
  /// Minutes before a legal window closes at which sending stops, for what waits at carriers.
  public let marginMinutes: Int
  public let federal: JurisdictionRule
  /// By state, and within a state by the day from which they hold; of those in force the last counts.
  public let states: [JurisdictionRule]
  /// The holidays on which rules close that say so.
  public let holidays: [Holiday]

  /// - Parameter states: Rules that each name a state, in any order.
  public init(
    name: String, confirmation: ConfirmationRule, marginMinutes: Int,
    federal: JurisdictionRule, states: [JurisdictionRule], holidays: [Holiday]
  ) {
    self.name = name
    self.confirmation = confirmation
    self.marginMinutes = marginMinutes
    self.federal = federal
    self.states = states.sorted { LegalRules.order($0) < LegalRules.order($1) }
    self.holidays = holidays
  }

  private static func order(_ rule: JurisdictionRule) -> (Int, Int32) {
    (Int(rule.state?.rawValue ?? 0), rule.from?.daysSince1970 ?? .min)
  }

  /// The rule of a state that holds on a day, or `nil` where only the federal one does.
  public func rule(of state: USState, on date: CivilDate) -> JurisdictionRule? {
    states.last { $0.state == state && ($0.from ?? date) <= date }
  }

  /// The caps that protect a person who may be in any of `states`, in the order of states.
  public func caps(in states: StateSet, on date: CivilDate) -> [FrequencyCap] {
    var caps = federal.cap.map { [$0] } ?? []
    for state in states.states {
      if let cap = rule(of: state, on: date)?.cap, !caps.contains(cap) { caps.append(cap) }
    }
    return caps
  }

  /// How many texts the caps count, in no order; empty without caps.
  public var capSizes: [Int] { ([federal] + states).compactMap { $0.cap?.messages } }

  /// What holds without any file: the federal window and holidays.
  public static let floor = LegalRules(
    name: "federal", confirmation: .federal, marginMinutes: 15,
    federal: JurisdictionRule(
      state: nil, mondayToFriday: federalWindow, saturday: federalWindow, sunday: federalWindow,
      isOpenOnHolidays: true, source: "47 CFR 64.1200(c)(1)", confidence: .severalSources),
    states: [], holidays: HolidayCalendar.federal.holidays)

  private static let federalWindow = DayWindow(openMinute: 480, closeMinute: 1_260)
}
