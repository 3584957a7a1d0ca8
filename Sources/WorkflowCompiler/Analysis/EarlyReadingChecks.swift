import Diagnostics
import Expressions
import WorkflowProgram
import WorkflowSyntax

/// Checks that what leads have said is used only where one can have said something.
struct EarlyReadingChecks {
  let program: ClientProgram
  let graph: MachineGraph

  func run(context: inout LoweringContext) {
    let answered = graph.closure(from: statesAfterReplies)
    var told: Set<ConditionID> = []
    for transition in machine.transitions {
      guard let source = transition.source, let condition = transition.guardCondition,
        graph.reachable.contains(source), !answered.contains(source), !isReply(transition.trigger),
        let name = readings(of: condition).first, told.insert(condition).inserted
      else { continue }
      let state = machine[source].name
      context.report(
        .noReplyYet, .warning, "'\(name)' is empty here: nobody has answered when a lead is in '\(state)'",
        at: context.range(of: condition))
    }
  }

  private var machine: Machine { program.machine }

  /// Where replies lead, and where a person may put a lead who has spoken with them.
  private var statesAfterReplies: [StateID] {
    var states: [StateID] = []
    for transition in machine.transitions {
      guard case .event(let event) = transition.trigger,
        machine.events.isReply(event) || event == BuiltInEvent.handedBack.id
      else { continue }
      if let source = transition.source {
        if case .stay = transition.target { states.append(source) }
        machine.addTargets(of: transition, from: source, to: &states)
      } else if case .state(let target) = transition.target {
        states.append(target)
      }
    }
    return states
  }

  private func isReply(_ trigger: Transition.Trigger) -> Bool {
    guard case .event(let event) = trigger else { return false }
    return machine.events.isReply(event)
  }

  /// What a condition asks for that only a reply can give.
  private func readings(of condition: ConditionID) -> [String] {
    program[condition].expression.slots.compactMap { slot in
      if let mention = program.slots.mention(in: slot) { return "mentions.\(program.mentions[mention])" }
      guard let value = program.slots.engineValue(in: slot) else { return nil }
      switch value {
      case .replyIntent, .replyConfidence, .replyText, .replyIntents, .replyConfidences, .replyLanguage,
        .replyAnswer, .replyEmail,
        .replyPhone, .replyTime, .replyAmount, .replyName, .capturedEmail, .capturedPhone, .capturedTime,
        .capturedAmount, .capturedName:
        return value.name
      case .quality, .priority, .qualified, .queue, .agent, .campaign, .theme, .historySent, .historyReplies,
        .historyUnanswered, .historyDaysSinceContact, .historyDaysSinceReply, .historyRefused, .status, .now:
        return nil
      }
    }
  }
}
