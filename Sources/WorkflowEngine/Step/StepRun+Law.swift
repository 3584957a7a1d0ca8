import LeadModel
import ReplyUnderstanding
import WorkflowProgram

/// What no YAML can change: how an opt-out is taken, what law and carriers want said, and who outranks the machine.
extension StepRun {
  mutating func optOutForGood(_ state: inout LeadState, _ output: inout StepOutput) {
    let isFirst = !state.flags.contains(.optedOut)
    state.replies = state.replies &+ 1
    state.unanswered = 0
    state.lastReplyAt = now
    state.flags.insert(.optedOut)
    state.flags.remove(.held)
    output.effects.append(.suppress)
    output.effects.append(.cancelPending)
    // A second STOP gets no second confirmation: one is all the rule allows.
    if isFirst, 0 < program.law.confirmation.atMost { _ = say(.optOutConfirmation, &state, &output) }
    move(from: nil, to: program.machine.optedOut, actions: 0..<0, &state, &output)
  }

  /// Lifts an opt-out, and lets the workflow lead such a lead on; nothing else does.
  mutating func optIn(_ state: inout LeadState, _ output: inout StepOutput) {
    guard state.flags.contains(.optedOut) else { return }
    state.flags.remove(.optedOut)
    output.effects.append(.resubscribe)
    _ = say(.optInConfirmation, &state, &output)
    guard !program.machine.candidates(for: BuiltInEvent.optedIn.id, in: state.state).isEmpty else { return }
    note(.received(BuiltInEvent.optedIn.id), in: &output)
    if !dispatch(BuiltInEvent.optedIn.id, &state, &output) {
      note(.ignored(BuiltInEvent.optedIn.id), in: &output)
    }
  }

  /// Asks for a text that law or carriers want, in the language of the reply.
  ///
  /// Of our limits only the one on their own number in a day holds it back: behind that another machine writes.
  ///
  /// - Returns: Whether a template is named for it.
  func say(_ text: RequiredText, _ state: inout LeadState, _ output: inout StepOutput) -> Bool {
    let template = program.messages.required.template(for: text, in: reply?.language.ofMessages ?? .english)
    guard let template else {
      note(.required(text, template: nil), in: &output)
      return false
    }
    switch state.required.count(text, at: now) {
    case .say: break
    case .refuseAndTell:
      output.effects.append(.notify(agent: agent(of: state)))
      fallthrough
    case .refuse:
      note(.requiredTooOften(text), in: &output)
      return true
    }
    note(.required(text, template: template), in: &output)
    // One text for one reply: the reply's number makes the key its own, also where the state stays.
    let message = OutboundMessage(
      content: .template(template), purpose: .required, entry: state.entries,
      ordinal: UInt8(truncatingIfNeeded: state.replies))
    output.effects.append(.sendRequired(text, message, by: deadline(of: text)))
    return true
  }

  /// Whoever hears long after a STOP that it was taken might think that it was not (47 CFR 64.1200(a)(12)).
  private func deadline(of text: RequiredText) -> Timestamp? {
    switch text {
    case .optOutConfirmation: now.advanced(byMilliseconds: program.law.confirmation.withinMilliseconds)
    case .optInConfirmation, .helpReply: nil
    }
  }

  func hold(_ state: inout LeadState, _ output: inout StepOutput) {
    silence(&state, &output)
    output.effects.append(.cancelPending)
  }

  /// From here on a person has the conversation.
  func silence(_ state: inout LeadState, _ output: inout StepOutput) {
    state.flags.insert(.held)
    cancelTimers(downFrom: 0, &state, &output)
  }
}

extension ReplyLanguage {
  /// The language in which we answer; English where it cannot be told.
  fileprivate var ofMessages: MessageLanguage {
    switch self {
    case .spanish: .spanish
    case .french: .french
    case .english, .unknown: .english
    }
  }
}
