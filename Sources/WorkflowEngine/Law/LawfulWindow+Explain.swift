public import LeadModel
import WorkflowProgram

extension LawfulWindow {
  /// Every rule that forbids a text at `instant`, by every clock that may be the lead's; empty when it is lawful.
  ///
  /// Ordered by clock, then federal law, states, client; a cap, which no clock changes, is told by the first.
  ///
  /// - Parameter texts: Those that have left to the person, for what we begin.
  public func obstacles(
    at instant: Timestamp, in whereabouts: Whereabouts, following texts: RecentTexts = RecentTexts()
  ) -> [LawObstacle] {
    var capped: Set<LawObstacle.Party> = []
    var clocks: Set<TimeZoneRules> = []
    var obstacles: [LawObstacle] = []
    for zone in whereabouts.knownZones.zones where clocks.insert(zone.rules).inserted {
      let local = instant.local(in: zone)
      for party in parties(in: whereabouts.states, on: local.date) {
        if let cap = cap(of: party), capped.insert(party).inserted {
          let free = cap.earliest(atOrAfter: instant, following: texts)
          if instant < free {
            obstacles.append(
              LawObstacle(party: party, reason: .cap(cap), zone: zone, local: local, opens: free))
          }
        }
        guard let reason = reason(party, local) else { continue }
        obstacles.append(
          LawObstacle(
            party: party, reason: reason, zone: zone, local: local,
            opens: opening(of: party, after: instant, in: zone)))
      }
    }
    return obstacles
  }

  private func parties(in states: StateSet, on date: CivilDate) -> [LawObstacle.Party] {
    let law = compiled.law
    let rules = [law.federal] + states.states.compactMap { law.rule(of: $0, on: date) }
    return rules.map(LawObstacle.Party.law) + [.client, .engine]
  }

  private func cap(of party: LawObstacle.Party) -> FrequencyCap? {
    switch party {
    case .law(let rule): rule.cap
    case .client: clientCap
    case .engine: nil
    }
  }

  /// What a party's rule says against a local time; `nil` when it allows it.
  private func reason(_ party: LawObstacle.Party, _ local: LocalTime) -> LawObstacle.Reason? {
    let law = compiled.law
    var margin = 0
    let window: DayWindow
    var closedHolidays: [Holiday] = []
    switch party {
    case .law(let rule):
      if rule.isPaused { return .paused }
      window = rule.window(on: local.weekday)
      margin = compiled.marginMinutes
      if !rule.isOpenOnHolidays { closedHolidays = law.holidays + rule.holidays }
    case .client:
      window = compiled.hours.window(on: local.weekday)
      if !compiled.hours.isOpenOnHolidays { closedHolidays = law.holidays }
    case .engine:
      window = DayWindow(openMinute: CompiledLaw.earliestMinute, closeMinute: 1_440)
    }
    if window.isClosed { return .closedDay(local.weekday) }
    if let holiday = HolidayCalendar(closedHolidays).holiday(on: local.date) { return .holiday(holiday.name) }
    let minute = local.minuteOfDay
    if minute < window.openMinute { return .tooEarly(window) }
    if window.closeMinute <= minute { return .tooLate(window) }
    if window.closeMinute - margin <= minute { return .margin(window, minutes: margin) }
    return nil
  }

  /// When a party alone next allows a text by one clock.
  private func opening(of party: LawObstacle.Party, after instant: Timestamp, in zone: TimeZoneID)
    -> Timestamp?
  {
    let rules = zone.rules
    let today = LocalTime(at: instant, in: rules).date
    for offset in 0...LawfulWindow.searchDays {
      let date = today.advanced(byDays: offset)
      let open: Int =
        switch party {
        case .law(let rule): rule.window(on: date.weekday).openMinute
        case .client: compiled.hours.window(on: date.weekday).openMinute
        case .engine: CompiledLaw.earliestMinute
        }
      let candidate = rules.instant(date, secondOfDay: open * 60)
      if instant < candidate, reason(party, LocalTime(at: candidate, in: rules)) == nil { return candidate }
    }
    return nil
  }
}
