import WorkflowProgram

/// What one state's transitions say, with those that say the same about several events made one.
struct StateRules {
  /// One rule: when, if, what, and where to.
  struct Rule {
    var target: Transition.Target
    var guardCondition: ConditionID?
    /// The instructions, in words.
    var actions: String
    var trigger: Trigger
    /// Where it was written; several if several events do the same.
    var places: [Place]

    enum Trigger {
      /// Names, families written `reply.*`.
      case events([String])
      case timer(label: String)
      /// `isElse`: taken where an earlier one did not hold.
      case eventless(isElse: Bool)
    }
  }

  /// Rules that differ only in the event that triggers them.
  private struct Signature: Hashable {
    var target: Transition.Target
    var guardCondition: ConditionID?
    var actions: String
  }

  let machine: Machine
  let families: EventFamilies
  let instructions: InstructionText

  /// The rules of some rows of `Machine.transitions`, in file order.
  ///
  /// - Parameter listed: A family whose events are named one by one, come what may.
  func rules(of rows: [Int], listing listed: Substring? = nil) -> [Rule] {
    var rules: [Rule] = []
    var ruleOfSignature: [Signature: Int] = [:]
    var firings: [EventFamilies.Firing] = []
    var hasEarlierEventless = false
    for row in rows {
      let transition = machine.transitions[row]
      let actions = instructions.text(transition.actions)
      func append(_ trigger: Rule.Trigger) {
        rules.append(
          Rule(
            target: transition.target, guardCondition: transition.guardCondition, actions: actions,
            trigger: trigger, places: [transition.place]))
      }
      switch transition.trigger {
      case .event(let event):
        let signature = Signature(
          target: transition.target, guardCondition: transition.guardCondition, actions: actions)
        let rule = ruleOfSignature[signature] ?? rules.count
        if rule == rules.count {
          ruleOfSignature[signature] = rule
          append(.events([]))
        } else if !rules[rule].places.contains(transition.place) {
          rules[rule].places.append(transition.place)
        }
        firings.append(EventFamilies.Firing(event: event, rule: rule, place: transition.place))
      case .timer(let timer): append(.timer(label: machine.timers[timer].label))
      case .eventless:
        append(.eventless(isElse: hasEarlierEventless))
        hasEarlierEventless = true
      }
    }
    for (rule, names) in families.names(of: firings, listing: listed) { rules[rule].trigger = .events(names) }
    return rules
  }
}
