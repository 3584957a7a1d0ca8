import LeadModel
import WorkflowEngine
import WorkflowProgram

extension SimulationResult {
  /// One line on an event, as the journal and the sample journeys tell it.
  func words(_ event: JournalEntry.Event) -> String {
    switch event {
    case .imported: "imported"
    case .sent: "text"
    case .happened(.plain(let id)): program.machine.events.name(id)
    case .happened(.timer(let rule, entry: _)): "after \(program.machine.timers[rule].label)"
    case .happened(.reply(let reply)):
      "reply.\(reply.intents.first.map { program.intents[$0] } ?? "unclear")"
    case .happened(.optedIn): "opted_in"
    case .happened(.rescored): "rescored"
    }
  }

  /// What an effect says in the journal; `nil` for the engine's own bookkeeping.
  func words(_ effect: Effect) -> String? {
    switch effect {
    case .requestTrace: "SKIP_TRACE_REQUESTED"
    case .requestApproval(_, let template): "DRAFTED \(program.messages.templates[template].reference)"
    case .send: "SEND_REQUESTED"
    case .sendRefused(let refusal): "SEND_REFUSED \(refusal.explanation)"
    case .cancelPending: "PENDING_CANCELLED"
    case .queued(let queue): "LEAD_QUEUE_READY \(program.decisions.queues.choices[queue].name)"
    case .assigned(let agent): "LEAD_ASSIGNED \(program.decisions.agents[agent].name)"
    case .notify(let agent):
      "NOTIFIED \(agent.map { program.decisions.agents[$0].name } ?? "whoever is on duty")"
    case .escalate(let reason): "ESCALATED \(reason.words(in: program))"
    case .suppress: "SUPPRESSED"
    case .resubscribe: "RESUBSCRIBED"
    case .sendRequired(.optOutConfirmation, _, by: _): "OPT_OUT_CONFIRMED"
    case .sendRequired(.optInConfirmation, _, by: _): "OPT_IN_CONFIRMED"
    case .sendRequired(.helpReply, _, by: _): "HELP_ANSWERED"
    case .dropNumber: "NUMBER_DROPPED"
    case .statusChanged(let from, let to): "LEAD_STATUS_CHANGED \(from.name) → \(to.name)"
    case .ended(let state): "ENDED \(program.machine[state].name)"
    case .startTimer, .cancelTimers: nil
    }
  }

  /// The instant of a second of the run.
  func instant(_ second: UInt32) -> Timestamp {
    settings.start.advanced(byMilliseconds: Int64(second) * 1_000)
  }
}
