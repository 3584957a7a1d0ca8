public import LeadModel

/// When the law of one jurisdiction lets a person be written to, and how often.
public struct JurisdictionRule: Hashable, Sendable {
  /// `nil` for the federal rule, which holds everywhere.
  public let state: USState?
  public let mondayToFriday: DayWindow
  public let saturday: DayWindow
  public let sunday: DayWindow
  public let isOpenOnHolidays: Bool
  /// Holidays of its own, beside the federal ones.
  public let holidays: [Holiday]
  public let cap: FrequencyCap?
  /// The first day it holds; `nil` when it holds for all time that matters.
  public let from: CivilDate?
  /// Where it was read: a section of law, or who reports it.
  public let source: String
  public let confidence: Confidence
  public let note: String?
  /// Whether a person has stopped all sending there, as in a declared emergency.
  public let isPaused: Bool

  /// How well a rule is known.
  public enum Confidence: String, Hashable, Sendable, CaseIterable {
    /// The law's own text was read.
    case primary = "A"
    /// Two or more independent secondary sources.
    case severalSources = "B"
    case oneSource = "C"
    case memory = "M"
    /// Nothing was read; the federal window is assumed.
    case unchecked = "N"
  }

  public init(
    state: USState?, mondayToFriday: DayWindow, saturday: DayWindow, sunday: DayWindow,
    isOpenOnHolidays: Bool,
    holidays: [Holiday] = [], cap: FrequencyCap? = nil, from: CivilDate? = nil, source: String,
    confidence: Confidence, note: String? = nil, isPaused: Bool = false
  ) {
    self.state = state
    self.mondayToFriday = mondayToFriday
    self.saturday = saturday
    self.sunday = sunday
    self.isOpenOnHolidays = isOpenOnHolidays
    self.holidays = holidays
    self.cap = cap
    self.from = from
    self.source = source
    self.confidence = confidence
    self.note = note
    self.isPaused = isPaused
  }

  /// As people read it: "Rhode Island", or "federal law".
  public var name: String { state?.name ?? "federal law" }

  public func window(on weekday: Weekday) -> DayWindow {
    if isPaused { return .closed }
    return switch weekday {
    case .monday, .tuesday, .wednesday, .thursday, .friday: mondayToFriday
    case .saturday: saturday
    case .sunday: sunday
    }
  }
}
