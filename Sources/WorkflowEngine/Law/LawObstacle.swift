public import LeadModel
public import WorkflowProgram

/// One reason why an instant is not lawful: whose rule, by which clock, and when that rule would open.
public struct LawObstacle: Hashable, Sendable {
  /// Whose rule it is.
  public enum Party: Hashable, Sendable {
    case law(JurisdictionRule)
    /// The client's own hours.
    case client
    /// No one is texted before 03:00, whatever the rules say.
    case engine
  }

  public enum Reason: Hashable, Sendable {
    case paused
    case closedDay(Weekday)
    case holiday(String)
    /// The clock is before the window.
    case tooEarly(DayWindow)
    /// The clock is after the window.
    case tooLate(DayWindow)
    /// Inside the window, but in the last minutes of it, which are left for what waits at carriers.
    case margin(DayWindow, minutes: Int)
    /// As many texts have left as it allows in a stretch of time.
    case cap(FrequencyCap)
  }

  public let party: Party
  public let reason: Reason
  /// A zone the lead may be in; others with the same clock are not named again.
  public let zone: TimeZoneID
  /// What its clock shows.
  public let local: LocalTime
  /// When this rule alone, by this clock, next allows a text; `nil` for never.
  public let opens: Timestamp?
}

extension LawObstacle: CustomStringConvertible {
  /// One line: who closes, why, by which clock, until when, on what authority.
  public var description: String {
    var line = "\(cause); it is \(local) in \(zone.name)"
    if let opens { line += ", open again \(opens.local(in: zone))" }
    if case .law(let rule) = party { line += " (\(rule.source))" }
    return line
  }

  /// Who closes and why, without the clock: `federal law: closed on Sunday`.
  public var cause: String { "\(partyName): \(reasonText)" }

  private var partyName: String {
    switch party {
    case .law(let rule): rule.name
    case .client: if case .cap = reason { "the client's limits" } else { "the client's hours" }
    case .engine: "the engine"
    }
  }

  private var reasonText: String {
    switch reason {
    case .paused: "sending is paused there"
    case .closedDay(let weekday): "closed on \(weekday.name)"
    case .holiday(let name): "closed on \(name)"
    case .tooEarly(let window): "not before \(window.description.prefix(5))"
    case .tooLate(let window): "not after \(window.description.suffix(5))"
    case .margin(let window, let minutes):
      "closes at \(window.description.suffix(5)), \(minutes) minutes are kept clear"
    case .cap(let cap):
      "at most \(cap.messages) \(cap.messages == 1 ? "text" : "texts") in any \(cap.hours) hours"
    }
  }
}
