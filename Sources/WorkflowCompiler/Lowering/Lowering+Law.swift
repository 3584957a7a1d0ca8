import Diagnostics
import LeadModel
import ReplyUnderstanding
import WorkflowProgram
import WorkflowSyntax

extension LoweringContext {
  /// The law and its words, read for the first workflow that asks.
  mutating func sharedLaw(_ node: YAMLNode?) -> (rules: LegalRules, words: CarrierWords) {
    guard let node else { return (.floor, CarrierWords()) }
    if let known = shared.laws[node.range] {
      diagnostics += known.findings
      return known.law
    }
    let count = diagnostics.count
    let law = law(node)
    if shared.isShared(node.range) { shared.laws[node.range] = (law, Array(diagnostics[count...])) }
    return law
  }

  /// Reads the law; where a rule cannot be read, the federal floor holds.
  mutating func law(_ node: YAMLNode) -> (rules: LegalRules, words: CarrierWords) {
    let words = LawWords(node)
    check(words)
    return (rules(node), words.words)
  }

  private mutating func rules(_ node: YAMLNode) -> LegalRules {
    let floor = LegalRules.floor.federal
    let federal = node["federal"].flatMap { jurisdiction($0, of: nil, otherwise: floor) } ?? floor
    var states: [JurisdictionRule] = []
    for entry in node["states"]?.entries ?? [] {
      guard let state = USState(code: entry.key.name) else {
        report(
          .unknownReference, "'\(entry.key.name)' is no state; write its postal code, such as FL",
          at: entry.key.range)
        continue
      }
      for rule in entry.value.itemsOrSelf {
        states += [jurisdiction(rule, of: state, otherwise: federal)].compactMap(\.self)
      }
    }
    return LegalRules(
      name: node["legal"]?.text ?? "", confirmation: confirmation(node["confirmation"]),
      marginMinutes: Int((node["margin"]?.durationMilliseconds ?? 900_000) / 60_000),
      federal: federal, states: states, holidays: holidays(node["holidays"]))
  }

  /// Reads what may be sent to someone who opted out; federal law can be tightened and not loosened.
  private mutating func confirmation(_ node: YAMLNode?) -> ConfirmationRule {
    let federal = ConfirmationRule.federal
    let within = node?["within"]?.durationMilliseconds ?? federal.withinMilliseconds
    if federal.withinMilliseconds < within, let written = node?["within"] {
      report(
        .limitLooserThanLaw,
        "an opt-out is confirmed within \(federal.withinMilliseconds / 60_000) minutes, not '\(written.text)' (47 CFR 64.1200(a)(12))",
        at: written.range)
    }
    return ConfirmationRule(
      atMost: node?["at_most"]?.integer ?? federal.atMost,
      withinMilliseconds: min(within, federal.withinMilliseconds))
  }

  /// Reads a rule; days it does not speak of are those of `base`.
  private mutating func jurisdiction(
    _ node: YAMLNode, of state: USState?, otherwise base: JurisdictionRule
  ) -> JurisdictionRule? {
    let weekdays = window(node["mon_fri"], otherwise: base.mondayToFriday)
    let saturday = window(node["saturday"], otherwise: base.saturday)
    let sunday = window(node["sunday"], otherwise: base.sunday)
    var cap: FrequencyCap?
    if let written = node["cap"] {
      cap = FrequencyCap(written.text)
      if cap == nil {
        report(
          .wrongType,
          "a cap is written '3 per 24h', with at most 1000 texts and 1000 hours, not '\(written.text)'",
          at: written.range)
      }
    }
    guard let weekdays, let saturday, let sunday else { return nil }
    return JurisdictionRule(
      state: state, mondayToFriday: weekdays, saturday: saturday, sunday: sunday,
      isOpenOnHolidays: node["holidays"]?.text == "open", holidays: holidays(node["own_holidays"]), cap: cap,
      from: node["from"].map { CivilDate(daysSince1970: Int32(clamping: $0.date)) },
      source: node["source"]?.text ?? "",
      confidence: node["confidence"].flatMap { JurisdictionRule.Confidence(rawValue: $0.text) } ?? .unchecked,
      note: node["note"]?.text, isPaused: node["paused"]?.boolean ?? false)
  }

  private mutating func window(_ node: YAMLNode?, otherwise base: DayWindow) -> DayWindow? {
    guard let node else { return base }
    if let window = DayWindow(node.text) { return window }
    report(
      .wrongType, "a window is written '08:00-21:00' or 'closed', not '\(node.text)'", at: node.range)
    return nil
  }

  private mutating func holidays(_ node: YAMLNode?) -> [Holiday] {
    var holidays: [Holiday] = []
    for entry in node?.entries ?? [] {
      if let rule = HolidayRule(entry.value.text) {
        holidays.append(Holiday(name: title(entry.key.name), rule: rule))
      } else {
        report(
          .wrongType,
          "'\(entry.value.text)' is no day of the year; write one such as 'July 4' or 'last Monday of May'",
          at: entry.value.range)
      }
    }
    return holidays
  }

  /// `labor_day` as people read it: "Labor Day".
  private func title(_ key: String) -> String {
    key.split(separator: "_").map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined(separator: " ")
  }
}
