import Diagnostics
import LeadModel
import WorkflowProgram
import WorkflowSyntax

extension LoweringContext {
  /// The law, read for the first workflow that asks.
  mutating func sharedLaw(_ node: YAMLNode?) -> LegalRules {
    guard let node else { return law(nil) }
    if let known = shared.laws[node.range] {
      diagnostics += known.findings
      return known.rules
    }
    let count = diagnostics.count
    let rules = law(node)
    if shared.isShared(node.range) { shared.laws[node.range] = (rules, Array(diagnostics[count...])) }
    return rules
  }

  /// Reads the law; without the document, or where a rule cannot be read, the federal floor holds.
  mutating func law(_ node: YAMLNode?) -> LegalRules {
    guard let node else { return .floor }
    let words = ConsentWords(
      optOut: texts(node["words"]?["opt_out"]), optIn: texts(node["words"]?["opt_in"]),
      help: texts(node["words"]?["help"]))
    let confirmation = ConfirmationRule(
      atMost: node["confirmation"]?["at_most"]?.integer ?? 1,
      withinMinutes: Int((node["confirmation"]?["within"]?.durationMilliseconds ?? 300_000) / 60_000))
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
      name: node["legal"]?.text ?? "", words: words, confirmation: confirmation,
      marginMinutes: Int((node["margin"]?.durationMilliseconds ?? 900_000) / 60_000),
      federal: federal, states: states, holidays: holidays(node["holidays"]))
  }

  private func texts(_ node: YAMLNode?) -> [String] { (node?.items ?? []).map { $0.text.lowercased() } }

  /// Reads a rule; days it does not speak of are those of `base`.
  private mutating func jurisdiction(
    _ node: YAMLNode, of state: USState?, otherwise base: JurisdictionRule
  ) -> JurisdictionRule? {
    guard let weekdays = window(node["mon_fri"], otherwise: base.mondayToFriday),
      let saturday = window(node["saturday"], otherwise: base.saturday),
      let sunday = window(node["sunday"], otherwise: base.sunday)
    else { return nil }
    var cap: FrequencyCap?
    if let written = node["cap"] {
      cap = FrequencyCap(written.text)
      if cap == nil {
        report(.wrongType, "a cap is written '3 per 24h', not '\(written.text)'", at: written.range)
      }
    }
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
