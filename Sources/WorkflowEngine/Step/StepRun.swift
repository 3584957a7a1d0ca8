import Expressions
import LeadModel
import ReplyUnderstanding
import WorkflowProgram

/// One step under way: the arguments that stay the same while states are left and entered.
struct StepRun {
  let program: ClientProgram
  let lead: LeadRow
  let now: Timestamp
  let reply: ReplyFacts?
  /// What the sends of this step are for.
  let purpose: OutboundMessage.Purpose
  /// States entered by this event so far.
  var entered = 0
  /// Sends asked for since the last entry.
  var ordinal: UInt8 = 0

  init(
    program: ClientProgram, lead: LeadRow, now: Timestamp, reply: ReplyFacts?,
    purpose: OutboundMessage.Purpose
  ) {
    self.program = program
    self.lead = lead
    self.now = now
    self.reply = reply
    self.purpose = purpose
  }

  func stateRow(_ state: StateID) -> StateRow { program.machine.rows[Int(state.rawValue)] }

  func note(_ entry: @autoclosure () -> TraceEntry, in output: inout StepOutput) {
    if output.isTracing { output.trace.append(entry()) }
  }

  // MARK: Events

  /// An event without content.
  mutating func take(_ event: EventID, _ state: inout LeadState, _ output: inout StepOutput) {
    note(.received(event), in: &output)
    // A text that left counts for the caps, also where its lead has opted out meanwhile.
    if event == BuiltInEvent.sent.id { state.texts.record(at: now, keeping: program.rememberedTexts) }
    // Who opted out stays there: a late delivery report moves nobody on, whatever `always:` says.
    if state.state == program.machine.optedOut, state.flags.contains(.optedOut) {
      return note(.ignored(event), in: &output)
    }
    if event == BuiltInEvent.takenOver.id { return hold(&state, &output) }
    if event == BuiltInEvent.handedBack.id { state.flags.remove(.held) }
    var isBookkeeping = false
    if event == BuiltInEvent.sent.id {
      isBookkeeping = true
    } else if event == BuiltInEvent.delivered.id {
      isBookkeeping = true
    }
    defer { forgetInterrupted(&state) }
    let isHeard = dispatch(event, &state, &output)
    // Heard or not, it was about that text; where the arrow led to another refusal, that one will fail, too.
    if event == BuiltInEvent.failed.id, !output.effects.contains(where: \.isRefusal) { state.refused = nil }
    if isHeard { return }
    if event == BuiltInEvent.sent.id { startTimersAfterSend(&state, &output) }
    if !isBookkeeping { note(.ignored(event), in: &output) }
  }

  /// A timer: only the entry that started it may hear it, and only while no person has the conversation.
  mutating func ring(_ rule: Int, entry: UInt16, _ state: inout LeadState, _ output: inout StepOutput) {
    let timer = program.machine.timers[rule]
    let depth = program.machine.rows[Int(timer.state.rawValue)].depth
    let isCurrent =
      program.machine.stack(of: state.state, contains: timer.state) && state.levelEntries[depth] == entry
      && !state.flags.contains(.held) && !state.flags.contains(.ended)
    guard isCurrent else { return note(.stale(timer: rule), in: &output) }
    note(.received(BuiltInEvent.timer.id), in: &output)
    defer { forgetInterrupted(&state) }
    for candidate in program.machine.candidates(forTimer: rule)
    where tryTaking(program.machine.transition(at: candidate), &state, &output) {
      return
    }
    note(.ignored(BuiltInEvent.timer.id), in: &output)
  }

  /// A reply, most consequential intent first.
  mutating func hear(_ reply: ReplyFacts, _ state: inout LeadState, _ output: inout StepOutput) {
    if let keyword = reply.keyword { note(.keyword(keyword), in: &output) }
    let optOut = program.optOutIntent
    if reply.isOptOut || optOut.map(reply.intents.contains) == true {
      if let optOut { note(.received(program.machine.events.reply(intent: optOut)), in: &output) }
      return optOutForGood(&state, &output)
    }
    let isMachine = program.isMachine(reply)
    if !isMachine, !reply.isReaction {
      state.replies = state.replies &+ 1
      state.unanswered = 0
      state.lastReplyAt = now
      keep(reply.captures, in: &state)
      count(reply.intents.first, in: &state)
    }
    switch reply.keyword {
    case .optIn where state.flags.contains(.optedOut): return optIn(&state, &output)
    // Without a template the workflow's own answer to such questions has to do.
    case .help where say(.helpReply, &state, &output): return
    case .optOut, .optIn, .help, nil: break
    }
    if reply.isDoubtfulOptOut, !state.flags.contains(.optedOut) {
      output.effects.append(.escalate(.doubtfulOptOut))
      return hold(&state, &output)
    }
    if state.flags.contains(.optedOut) || state.flags.contains(.held) {
      if let intent = reply.intents.first {
        note(.received(program.machine.events.reply(intent: intent)), in: &output)
      }
      if !isMachine { output.effects.append(.notify(agent: agent(of: state))) }
      return
    }
    // 'Liked "..."' answers nothing; the open question stays open.
    if reply.isReaction { return output.effects.append(.notify(agent: agent(of: state))) }
    defer { forgetInterrupted(&state) }
    for intent in reply.intents {
      let event = program.machine.events.reply(intent: intent)
      note(.received(event), in: &output)
      if dispatch(event, &state, &output) { return }
      note(.ignored(event), in: &output)
    }
    guard !isMachine, !handOver(reply, &state, &output) else { return }
    disclose(reply, &state, &output)
    // What a person wrote and no rule takes is read by a person, also where the journey has ended.
    output.effects.append(.notify(agent: agent(of: state)))
  }

  // MARK: Transitions

  /// Tries the arrows of an event in order; tells whether one was taken.
  mutating func dispatch(
    _ event: EventID, _ state: inout LeadState, _ output: inout StepOutput
  ) -> Bool {
    for candidate in program.machine.candidates(for: event, in: state.state)
    where tryTaking(program.machine.transition(at: candidate), &state, &output) {
      return true
    }
    return false
  }

  private mutating func tryTaking(
    _ index: Int, _ state: inout LeadState, _ output: inout StepOutput
  ) -> Bool {
    let transition = program.machine.transitions[index]
    if transition.target == .resume, state.interrupted == nil { return false }
    if let condition = transition.guardCondition {
      let held = holds(condition, state, &output)
      note(.asked(transition: index, held: held), in: &output)
      guard held else { return false }
    }
    note(.took(transition: index), in: &output)
    output.transitions += 1
    switch transition.target {
    case .stay: run(transition.actions, &state, &output)
    case .resume: resume(transition.actions, &state, &output)
    case .state(let target):
      remember(leavingBy: transition, &state)
      move(from: transition.source, to: target, actions: transition.actions, &state, &output)
    case .end(let outcome):
      end(outcome, of: transition.source, actions: transition.actions, &state, &output)
    }
    return true
  }

  /// Leaves the flow that `source` belongs to; the invoking state then takes the outcome.
  private mutating func end(
    _ outcome: EventID, of source: StateID?, actions: Range<Int>, _ state: inout LeadState,
    _ output: inout StepOutput
  ) {
    guard let source, let parent = stateRow(source).parent else { return }
    leave(downTo: stateRow(parent).depth + 1, &state, &output)
    run(actions, &state, &output)
    state.state = parent
    note(.received(outcome), in: &output)
    if !dispatch(outcome, &state, &output) { note(.ignored(outcome), in: &output) }
  }

  mutating func move(
    from source: StateID?, to target: StateID, actions: Range<Int>, _ state: inout LeadState,
    _ output: inout StepOutput
  ) {
    // Siblings share everything above them; only what is at the target's depth and below is left.
    leave(downTo: stateRow(target).depth, &state, &output)
    run(actions, &state, &output)
    enter(target, &state, &output)
  }

  /// Leaves the current states, innermost first, as far out as `depth`.
  func leave(downTo depth: Int, _ state: inout LeadState, _ output: inout StepOutput) {
    cancelTimers(downFrom: depth, &state, &output)
    guard output.isTracing else { return }
    for level in program.machine.stack(of: state.state) where depth <= stateRow(level).depth {
      output.trace.append(.left(level))
    }
  }

  func cancelTimers(
    downFrom depth: Int, _ state: inout LeadState, _ output: inout StepOutput
  ) {
    var level: StateID? = state.state
    while let current = level {
      let row = stateRow(current)
      guard depth <= row.depth else { return }
      if !row.timers.isEmpty, state.levelEntries[row.depth] != 0 {
        output.effects.append(.cancelTimers(state: current, entry: state.levelEntries[row.depth]))
      }
      level = row.parent
    }
  }

  mutating func enter(_ target: StateID, _ state: inout LeadState, _ output: inout StepOutput) {
    var next: StateID? = target
    while let current = next {
      entered += 1
      guard entered <= ClientProgram.stepLimit, state.entries < .max else {
        return breakDown(&state, &output)
      }
      let row = stateRow(current)
      state.state = current
      state.entries += 1
      state.levelEntries[row.depth] = state.entries
      ordinal = 0
      output.transitions += 1
      note(.entered(current), in: &output)
      if let status = row.status { raise(status, &state, &output) }
      run(row.entry, &state, &output)
      if row.isFinal {
        state.flags.insert(.ended)
        output.effects.append(.ended(current))
        return
      }
      state.flags.remove(.ended)
      if !row.timersStartAfterSend { startTimers(of: current, &state, &output) }
      next = row.initialChild
    }
    let innermost = stateRow(state.state)
    for transition in innermost.eventless where tryTaking(transition, &state, &output) { return }
  }

  func breakDown(_ state: inout LeadState, _ output: inout StepOutput) {
    note(.ranAway, in: &output)
    state.state = program.machine.broken
    state.flags.insert(.ended)
    state.flags.insert(.held)
    output.effects.append(.escalate(.ranAway))
    output.effects.append(.ended(program.machine.broken))
  }

  // MARK: Timers

  func startTimers(of id: StateID, _ state: inout LeadState, _ output: inout StepOutput) {
    let row = stateRow(id)
    for rule in row.timers {
      let due = now.advanced(byMilliseconds: program.machine.timers[rule].delayMilliseconds)
      output.effects.append(.startTimer(rule: rule, entry: state.levelEntries[row.depth], due: due))
    }
  }

  /// The wait for an answer begins when the text has left, not when we decided to send it.
  private func startTimersAfterSend(_ state: inout LeadState, _ output: inout StepOutput) {
    let row = stateRow(state.state)
    guard row.timersStartAfterSend, !state.flags.contains(.held) else { return }
    startTimers(of: state.state, &state, &output)
  }

  // MARK: Instructions

  /// Runs instructions in order; a person who takes over does so when all of them are done.
  ///
  /// So what is said beside an `escalate`, before or behind it, is still said: it tells the lead that a person will
  /// answer. What waited from before is cancelled first.
  mutating func run(_ range: Range<Int>, _ state: inout LeadState, _ output: inout StepOutput) {
    let escalates = range.contains { program.machine.instructions[$0].escalates }
    if escalates { output.effects.append(.cancelPending) }
    for index in range {
      let instruction = program.machine.instructions[index]
      note(.ran(instruction), in: &output)
      run(instruction, &state, &output)
    }
    if escalates { silence(&state, &output) }
  }

  private mutating func run(
    _ instruction: Instruction, _ state: inout LeadState, _ output: inout StepOutput
  ) {
    switch instruction {
    case .normalize: break
    case .skipTrace: output.effects.append(.requestTrace)
    case .score: score(&state)
    case .enqueue:
      state.decision.queue = decision().queue
      if state.decision.queue != LeadDecision.none {
        output.effects.append(.queued(queue: Int(state.decision.queue)))
      }
    case .assign:
      state.decision.agent = decision().agent
      state.decision.assignmentType = decision().assignmentType
      if state.decision.agent != LeadDecision.none {
        output.effects.append(.assigned(agent: Int(state.decision.agent)))
      }
    case .draft:
      let decision = decision()
      state.decision.campaign = decision.campaign
      state.decision.opener = decision.opener
      state.decision.template = decision.template
    case .requestApproval:
      guard state.decision.campaign != LeadDecision.none else { return }
      let approval = program.decisions.campaigns[Int(state.decision.campaign)].approval
      output.effects.append(.requestApproval(approval, template: Int(state.decision.template)))
    case .send:
      guard state.decision.campaign != LeadDecision.none else { return }
      send(.template(Int(state.decision.template)), &state, &output)
    case .say(let template): send(.template(template), &state, &output)
    case .speak(let intent): send(.persona(intent: intent), &state, &output)
    case .notify(let agent): output.effects.append(.notify(agent: agent ?? self.agent(of: state)))
    case .escalate(let reason): output.effects.append(.escalate(.rule(reason)))
    case .handOff(let agent):
      state.decision.agent = UInt8(agent)
      output.effects.append(.assigned(agent: agent))
    case .suppress:
      output.effects.append(.suppress)
      output.effects.append(.cancelPending)
      state.flags.insert(.optedOut)
    case .dropNumber: output.effects.append(.dropNumber)
    }
  }

  mutating func send(
    _ content: OutboundMessage.Content, _ state: inout LeadState, _ output: inout StepOutput
  ) {
    if let refusal = refusal(state) {
      note(.refused(refusal), in: &output)
      state.refused = refusal
      output.effects.append(.sendRefused(refusal))
      return
    }
    state.refused = nil
    state.sent += 1
    state.unanswered += 1
    output.effects.append(
      .send(OutboundMessage(content: content, purpose: purpose, entry: state.entries, ordinal: ordinal)))
    ordinal += 1
  }

  private func refusal(_ state: LeadState) -> SendRefusal? {
    if state.flags.contains(.optedOut) { return .optedOut }
    if state.flags.contains(.held) { return .heldByPerson }
    if !lead.batch.has(.mobilePhone, row: lead.row) { return .noMobileNumber }
    if program.limits.textsPerLead <= Int(state.sent) { return .leadLimit }
    if purpose == .outreach, program.limits.unansweredTexts <= Int(state.unanswered) {
      return .unansweredLimit
    }
    return nil
  }

  /// Scores now, and forgets what an earlier score led to.
  func score(_ state: inout LeadState) {
    var scored = decision()
    scored.queue = LeadDecision.none
    scored.agent = LeadDecision.none
    scored.assignmentType = LeadDecision.none
    scored.campaign = LeadDecision.none
    scored.opener = LeadDecision.none
    scored.template = 0
    state.decision = scored
  }

  private func decision() -> LeadDecision { lead.decision ?? program.decide(lead) }

  func agent(of state: LeadState) -> Int? {
    state.decision.agent == LeadDecision.none ? nil : Int(state.decision.agent)
  }

  private func raise(_ status: LeadStatus, _ state: inout LeadState, _ output: inout StepOutput) {
    // The pipeline people look at only moves forward; a second visit to `contacted` is no step back.
    guard state.status < status else { return }
    output.effects.append(.statusChanged(from: state.status, to: status))
    state.status = status
  }

  private func keep(_ captures: [Capture], in state: inout LeadState) {
    guard !captures.isEmpty else { return }
    state.captures.append(contentsOf: captures)
    if 32 < state.captures.count { state.captures.removeFirst(state.captures.count - 32) }
  }

  /// Whether a condition holds; one that fails does not, and says so in the trace.
  private func holds(_ id: ConditionID, _ state: LeadState, _ output: inout StepOutput) -> Bool {
    if let held = output.conditions?.holds(id, lead: lead, state: state, reply: reply, now: now) {
      return held
    }
    let slots = LeadSlots(program: program, lead: lead, state: state, reply: reply, now: now)
    switch program[id].expression.evaluate(slots) {
    case .success(.bool(let value)): return value
    case .success: return false  // The compiler admits only `bool`.
    case .failure(let error):
      output.failures.append(ConditionFailure(condition: id, row: lead.row, error: error))
      note(.failed(id, error), in: &output)
      return false
    }
  }
}

extension Effect {
  fileprivate var isRefusal: Bool { if case .sendRefused = self { true } else { false } }
}

extension Instruction {
  fileprivate var escalates: Bool { if case .escalate = self { true } else { false } }
}
