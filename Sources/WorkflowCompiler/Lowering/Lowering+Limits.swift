import Diagnostics
import WorkflowProgram
import WorkflowSyntax

extension LoweringContext {
  /// Reads `limits:`; what would loosen the plan or the law is an error.
  mutating func limits(_ node: YAMLNode?, client: ClientProfile, law: LegalRules) -> SendLimits {
    let plan = client.tier.dailyTexts
    var perDay = plan
    if let written = node?["texts_per_day"] {
      if plan < written.integer {
        report(
          .limitLooserThanLaw,
          "the \(client.tier.rawValue) plan sends at most \(plan) texts a day, not \(written.integer)",
          at: written.range)
      } else {
        perDay = written.integer
      }
    }
    return SendLimits(
      textsPerDay: perDay,
      textsPerMinute: node?["texts_per_minute"]?.integer ?? 60,
      perPerson: FrequencyCap(messages: node?["messages_per_day"]?.integer ?? 3, hours: 24),
      textsPerLead: node?["messages_per_lead"]?.integer ?? 12,
      unansweredTexts: node?["unanswered_messages"]?.integer ?? 4,
      hours: hours(node?["hours"], law: law))
  }

  private static let weekdays = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]

  private mutating func hours(_ node: YAMLNode?, law: LegalRules) -> SendingHours {
    let standard = SendingHours.standard
    let open = node?["from"]?.timeOfDay ?? standard.window.openMinute
    let close = node?["to"]?.timeOfDay ?? standard.window.closeMinute
    if close <= open, let late = node?["to"] ?? node?["from"] {
      report(.wrongType, "the hours close before they open", at: late.range)
      return standard
    }
    let federal = law.federal.mondayToFriday
    if open < federal.openMinute, let from = node?["from"] {
      reportLooser("no text may go out before \(clock(federal.openMinute))", at: from.range)
    }
    if federal.closeMinute < close, let to = node?["to"] {
      reportLooser("no text may go out after \(clock(federal.closeMinute))", at: to.range)
    }
    var days: UInt8 = 0
    for item in node?["days"]?.items ?? [] {
      if let bit = Self.weekdays.firstIndex(of: item.text) { days |= 1 << UInt8(bit) }
    }
    return SendingHours(
      window: DayWindow(openMinute: open, closeMinute: close).intersection(federal),
      days: node?["days"] == nil ? standard.days : days, isOpenOnHolidays: node?["holidays"]?.text == "open")
  }

  private mutating func reportLooser(_ message: String, at range: SourceRange) {
    report(
      .limitLooserThanLaw, message, at: range,
      notes: [Diagnostic.Note("the federal window of workflows/legal/us.yaml (47 CFR 64.1200(c)(1))")])
  }

  private func clock(_ minute: Int) -> String {
    let minutes = minute % 60
    return "\(minute / 60):\(minutes < 10 ? "0" : "")\(minutes)"
  }
}
