import Expressions
public import LeadModel
public import WorkflowProgram

extension ClientProgram {
  /// Whether a condition holds for a lead now; one that fails with an error does not.
  public func holds(
    _ condition: ConditionID, lead: LeadRow, state: LeadState, at now: Timestamp
  ) -> Bool {
    let slots = LeadSlots(program: self, lead: lead, state: state, now: now)
    if case .success(.bool(true)) = self[condition].expression.evaluate(slots) { return true }
    return false
  }

  /// Most states one event may pass through; a workflow that wants more is stopped, not obeyed.
  public static let stepLimit = 64

  /// Whether another machine wrote a reply.
  func isMachine(_ reply: ReplyFacts) -> Bool {
    autoReplyIntent != nil && autoReplyIntent == reply.intents.first
  }

  /// Puts a lead at the start, as its row is imported; the effects are those of the first states.
  public func start(_ lead: LeadRow, at now: Timestamp, into output: inout StepOutput) -> LeadState {
    var state = LeadState(at: machine.initial)
    output.removeAll()
    var run = StepRun(program: self, lead: lead, now: now, reply: nil, purpose: .outreach)
    run.note(.received(BuiltInEvent.imported.id), in: &output)
    run.enter(machine.initial, &state, &output)
    return state
  }

  /// Moves one lead by one event; equal arguments give equal results, on any machine, forever.
  ///
  /// What the law demands comes first and cannot be changed by YAML: an opt-out ends the journey wherever
  /// it was, and nothing is sent to someone who opted out or whose conversation a person has taken.
  public func step(
    _ state: inout LeadState, on event: LeadEvent, lead: LeadRow, at now: Timestamp,
    into output: inout StepOutput
  ) {
    output.removeAll()
    switch event {
    case .plain(let id):
      var run = StepRun(program: self, lead: lead, now: now, reply: nil, purpose: .outreach)
      run.take(id, &state, &output)
    case .timer(let rule, let entry):
      var run = StepRun(program: self, lead: lead, now: now, reply: nil, purpose: .outreach)
      run.ring(rule, entry: entry, &state, &output)
    case .reply(let reply):
      // Nobody asked for what a machine's message leads to.
      let purpose = isMachine(reply) ? OutboundMessage.Purpose.outreach : .answer
      var run = StepRun(program: self, lead: lead, now: now, reply: reply, purpose: purpose)
      run.hear(reply, &state, &output)
    case .optedIn:
      var run = StepRun(program: self, lead: lead, now: now, reply: nil, purpose: .answer)
      run.optIn(&state, &output)
    case .rescored:
      StepRun(program: self, lead: lead, now: now, reply: nil, purpose: .outreach).score(&state)
    }
  }
}
