import WorkflowEngine
import WorkflowProgram

/// The kinds of effect as tests name them.
enum EffectKind: String, Hashable, Sendable, CaseIterable {
  case trace, approval, send, refuse
  case startTimer = "start_timer"
  case cancelTimers = "cancel_timers"
  case cancelPending = "cancel_pending"
  case queue, assign, notify, escalate, suppress, resubscribe
  case confirmOptOut = "confirm_opt_out"
  case confirmOptIn = "confirm_opt_in"
  case answerHelp = "answer_help"
  case dropNumber = "drop_number"
  case status, end
}

extension ClientProgram {
  /// An effect's kind, and its detail in words where it has one.
  func described(_ effect: Effect) -> EffectClaim {
    func claim(_ kind: EffectKind, _ detail: String? = nil) -> EffectClaim {
      EffectClaim(kind: kind, detail: detail)
    }
    switch effect {
    case .requestTrace: return claim(.trace)
    case .requestApproval(let mode, let template):
      return claim(.approval, "\(mode.rawValue) of \(messages.templates[template].reference)")
    case .send(let message): return claim(.send, name(of: message.content))
    case .sendRequired(let text, let message, by: _): return claim(text.effectKind, name(of: message.content))
    case .sendRefused(let refusal): return claim(.refuse, refusal.name)
    case .startTimer(let rule, entry: _, due: _): return claim(.startTimer, machine.timers[rule].label)
    case .cancelTimers(let state, entry: _): return claim(.cancelTimers, machine[state].path)
    case .cancelPending: return claim(.cancelPending)
    case .queued(let queue): return claim(.queue, decisions.queues.choices[queue].name)
    case .assigned(let agent): return claim(.assign, decisions.agents[agent].name)
    case .notify(let agent): return claim(.notify, agent.map { decisions.agents[$0].name })
    case .escalate(let reason): return claim(.escalate, reason.words(in: self))
    case .suppress: return claim(.suppress)
    case .resubscribe: return claim(.resubscribe)
    case .dropNumber: return claim(.dropNumber)
    case .statusChanged(from: _, let status): return claim(.status, status.name)
    case .ended(let state): return claim(.end, machine[state].path)
    }
  }

  /// What a text says, by name: `library.template`, or the intent the persona words.
  func name(of content: OutboundMessage.Content) -> String {
    switch content {
    case .template(let template): messages.templates[template].reference
    case .persona(let intent): "the persona's words for \(intents[intent])"
    case .disclosure: "the persona's disclosure"
    case .holding: "the persona's holding text"
    }
  }
}

extension RequiredText {
  fileprivate var effectKind: EffectKind {
    switch self {
    case .optOutConfirmation: .confirmOptOut
    case .optInConfirmation: .confirmOptIn
    case .helpReply: .answerHelp
    }
  }
}
