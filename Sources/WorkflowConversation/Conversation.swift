public import LeadModel
public import ReplyUnderstanding
public import WorkflowEngine
public import WorkflowProgram

/// One lead talking with a compiled workflow in virtual time; nothing is sent, stored or drawn.
///
/// A value: equal conversations that hear the same say the same. Texts leave when the law, the client's hours and caps
/// let them, and arrive at once.
public struct Conversation: Sendable {
  public let program: ClientProgram
  public let model: ReplyModel
  /// Whether approvals and skip traces wait for somebody to decide; else they succeed at once.
  public let isManual: Bool
  /// The agent who speaks instead of the one the rules would choose, as a row of `DecisionProgram.agents`.
  public let agent: Int?
  public private(set) var now: Timestamp
  public internal(set) var lead: LeadRecord
  public internal(set) var state: LeadState
  /// In the order they were started.
  var timers: [PendingTimer] = []
  var awaits: Set<Standing.Decision> = []
  var held: HeldText?
  /// Of where the lead may be.
  var law: TextLaw
  /// What was said lately; copies of it in a reply are not read.
  var recentTexts: [String] = []

  /// The last texts of both sides, oldest first, for whoever takes over.
  var turns: [ConversationTurn] = []

  /// The lead as the engine reads it.
  public internal(set) var row: LeadRow

  // What is under way within one exchange.
  var tasks: [Task] = []
  var moments: [Moment] = []
  /// Why a person took over in this exchange, as the effect said it.
  var handOver: Effect?
  /// What the lead wrote, as the engine takes it; `nil` where nothing was written.
  var reply: ReplyFacts?
  /// Drafts by a language model, as far as they are known; `nil` where none is asked.
  var drafts: [DraftRequest: DraftAnswer]?
  /// The first draft that is not known yet.
  var wantedDraft: DraftRequest?

  /// Something an effect asked for that is done when the step's other effects are.
  enum Task: Hashable, Sendable {
    case send(OutboundMessage)
    case sendRequired(OutboundMessage)
    case happen(BuiltInEvent)
  }

  /// The most drafts that one exchange may want; further texts are said as they are written.
  public static let draftLimit = 4
  /// The most events that one exchange, or one step of a test, may lead to; a workflow that wants more is told so.
  public static let eventLimit = 400
  /// Our last texts that a reply may quote.
  public static let quotableTexts = 8
  /// The texts that are remembered: more than any summary repeats, and all that tell what was meant.
  static let turnLimit = 200
  /// The longest a single wait may be: ten years, in milliseconds.
  public static let longestWait: Int64 = 3_653 * 86_400_000
  /// Where the clock stops: the year 2200.
  public static let lastInstant = Timestamp(milliseconds: 7_258_118_400_000)

  /// - Parameters:
  ///   - lead: Of the program's schema.
  ///   - agent: A row of the program's agents, or `nil` for the one the rules choose.
  ///   - start: When the lead is imported.
  public init(
    program: ClientProgram, model: ReplyModel, lead: LeadRecord, agent: Int? = nil, isManual: Bool = false,
    start: Timestamp
  ) {
    self.program = program
    self.model = model
    self.lead = lead
    self.agent = agent.flatMap { program.decisions.agents.indices.contains($0) ? $0 : nil }
    self.isManual = isManual
    now = min(start, Conversation.lastInstant)
    state = LeadState(at: program.machine.initial)
    row = LeadRow(batch: lead.batch(), row: 0)
    law = TextLaw(program: program, lead: row, near: now)
    readLead()
  }

  // MARK: Turns

  /// Imports the lead: the machine's first move.
  public mutating func open() -> Exchange {
    exchange(.opened) { conversation in
      var output = StepOutput(tracing: true)
      conversation.state = conversation.program.start(
        conversation.row, at: conversation.now, into: &output)
      conversation.tell(output, "imported", from: conversation.program.machine.initial)
    }
  }

  /// The lead writes.
  ///
  /// A conversation asks nobody anything. Where the workflow has a language model draft answers, the exchange
  /// tells which draft it wants (`Exchange.wantedDraft`) and says the text as written; whoever got an answer lets
  /// a copy of the conversation, taken before, hear the same again with it.
  ///
  /// - Parameter drafts: What the model answered so far; `nil` wants no drafts.
  public mutating func hear(_ text: String, drafts: [DraftRequest: DraftAnswer]? = nil) -> Exchange {
    hear(ReplyBurst([text]), drafts: drafts)
  }

  /// The lead writes several texts within seconds, which are read as one reply; else as `hear(_:drafts:)`.
  public mutating func hear(_ burst: ReplyBurst, drafts: [DraftRequest: DraftAnswer]? = nil) -> Exchange {
    self.drafts = drafts
    defer { self.drafts = nil }
    let read = read(burst)
    return exchange(.heard(read)) {
      for text in burst.texts { $0.remember(.lead, text, read.understanding.intents.map(\.name)) }
      $0.take(read)
    }
  }

  /// The lead means intents, by their numbers, whatever the words would be.
  ///
  /// - Parameters:
  ///   - text: The words, where there are any; all but the meaning is read in them.
  ///   - captures: What the lead told, where there are no words to read it in.
  /// - Returns: `nil` without an intent, or with one that the program has not.
  public mutating func hear(
    intents: [Int], in text: String? = nil, captures: [Capture] = []
  ) -> Exchange? {
    guard let first = intents.first, intents.allSatisfy(program.intents.indices.contains) else { return nil }
    let names = intents.map { program.intents[$0] }
    let meaning = names.joined(separator: ", ")
    let told = text.map { read(ReplyBurst([$0])).facts(in: program) }
    let facts = ReplyFacts(
      intents: intents, text: text ?? "", captures: told?.captures ?? captures,
      language: told?.language ?? .unknown,
      mentions: told?.mentions ?? 0, answer: told?.answer)
    return exchange(.meant(meaning)) {
      $0.remember(.lead, text ?? "(\(meaning))", names)
      $0.step(.reply(facts), "reply.\($0.program.intents[first])")
    }
  }

  /// Lets time pass, rings what is due on the way and sends what may leave by then.
  ///
  /// - Parameter milliseconds: Held within 0 and `longestWait`.
  public mutating func wait(_ milliseconds: Int64) -> Exchange {
    let milliseconds = min(max(0, milliseconds), Conversation.longestWait)
    return exchange(.waited(milliseconds: milliseconds)) { conversation in
      let end = min(conversation.now.advanced(byMilliseconds: milliseconds), Conversation.lastInstant)
      while true {
        let nextTimer = conversation.timers.map(\.due).min()
        if let held = conversation.held, let due = held.due, due <= end,
          nextTimer.map({ due < $0 }) ?? true
        {
          conversation.now = max(conversation.now, due)
          conversation.tasks.append(.send(held.message))
        } else if let timer = conversation.popTimer(until: end) {
          conversation.now = max(conversation.now, timer.due)
          conversation.step(.timer(rule: timer.rule, entry: timer.entry), "after \(timer.label)")
        } else {
          break
        }
        conversation.settle()
        guard conversation.moments.count < Conversation.eventLimit else { return conversation.stop() }
      }
      conversation.now = end
    }
  }

  /// Something else happens: a signal, a status, a delivery that fails.
  ///
  /// - Returns: `nil` when the event is not one of the machine's.
  public mutating func perform(_ event: EventID) -> Exchange? {
    let events = program.machine.events
    guard Int(event.rawValue) < events.count else { return nil }
    if events.isReply(event) { return hear(intents: [Int(event.rawValue) - events.firstReply]) }
    if event == BuiltInEvent.traceFound.id { fillTraced() }
    return happen(event)
  }

  /// The skip trace comes back with what somebody knows of the lead.
  ///
  /// - Parameter fields: Of `record`, which is of the program's schema; those it lacks are cleared.
  public mutating func trace(
    _ result: BuiltInEvent, bringing fields: [Int], of record: LeadRecord
  ) -> Exchange {
    lead.take(fields, from: record)
    readLead()
    return happen(result.id)
  }

  private mutating func happen(_ event: EventID) -> Exchange {
    let events = program.machine.events
    return exchange(.event(events.name(event))) { conversation in
      switch event {
      case BuiltInEvent.approved.id, BuiltInEvent.rejected.id: conversation.awaits.remove(.approval)
      case BuiltInEvent.traceFound.id, BuiltInEvent.traceMissed.id, BuiltInEvent.traceFailed.id:
        conversation.awaits.remove(.trace)
      case _: break
      }
      let isOptIn = event == BuiltInEvent.optedIn.id
      conversation.step(isOptIn ? .optedIn : .plain(event), events.name(event))
    }
  }

  // MARK: Steps

  private mutating func exchange(
    _ input: Exchange.Input, _ body: (inout Conversation) -> Void
  ) -> Exchange {
    let before = standing
    moments = []
    tasks = []
    handOver = nil
    reply = nil
    wantedDraft = nil
    body(&self)
    settle()
    noteHandOver()
    defer {
      moments = []
      wantedDraft = nil
      reply = nil
    }
    return Exchange(
      input: input, before: before, after: standing, moments: moments, wantedDraft: wantedDraft)
  }

  mutating func step(_ event: LeadEvent, _ words: String) {
    let from = state.state
    var output = StepOutput(tracing: true)
    program.step(&state, on: event, lead: row, at: now, into: &output)
    tell(output, words, from: from)
  }

  /// Notes what the last step did, and does what it asks for as far as it needs nothing else.
  private mutating func tell(_ output: StepOutput, _ words: String, from: StateID) {
    var story = TraceStory(program: program, state: from)
    moments.append(
      Moment(
        at: now, event: words, trace: output.trace, effects: output.effects,
        notes: output.trace.map { .trace(story.line($0)) }))
    if output.trace.contains(.ran(.score)) { noteScore() }
    for effect in output.effects { answer(effect) }
  }

  /// Does what effects asked for until nothing is left.
  private mutating func settle() {
    while !tasks.isEmpty {
      guard moments.count < Conversation.eventLimit else { return stop() }
      perform(tasks.removeFirst())
    }
  }

  private mutating func stop() {
    guard let last = moments.indices.last else { return }
    tasks = []
    moments[last].notes.append(
      .effect(
        EffectLine(.stopped, "stopped here: one exchange led to \(Conversation.eventLimit) events")))
  }

  private func read(_ burst: ReplyBurst) -> ReadReply {
    ReadReply(burst, by: model, after: recentTexts, isOptedOut: state.flags.contains(.optedOut))
  }

  private mutating func take(_ read: ReadReply) {
    let facts = read.facts(in: program)
    let name = facts.isOptOut ? "opt_out" : facts.intents.first.map { program.intents[$0] }
    reply = facts
    step(.reply(facts), "reply.\(name ?? IntentDefinition.Reserved.unclear)")
  }

  /// Takes out the earliest timer due by `end`; of equals, the one started first.
  private mutating func popTimer(until end: Timestamp) -> PendingTimer? {
    guard let index = timers.indices.min(by: { timers[$0].due < timers[$1].due }),
      timers[index].due <= end
    else { return nil }
    return timers.remove(at: index)
  }

  // MARK: The lead

  mutating func fillTraced() {
    lead.fillTraced()
    readLead()
  }

  private mutating func readLead() {
    let batch = lead.batch()
    row = LeadRow(batch: batch, row: 0)
    law.follow(row)
    guard let agent else { return }
    var decision = program.decide(row)
    decision.agent = UInt8(clamping: agent)
    row = LeadRow(batch: batch, row: 0, decision: decision)
  }

  // MARK: Where it stands

  /// Where the conversation stands now.
  public var standing: Standing {
    let decision = state.decision
    let machineState = program.machine[state.state]
    return Standing(
      at: now, state: state.state, path: machineState.path, line: program.line(of: machineState.place),
      status: state.status, quality: Int(decision.quality), priority: Int(decision.priority),
      isQualified: decision.isQualified, queue: program.queueName(decision),
      agent: program.agentName(decision), campaign: program.campaignName(decision), sent: Int(state.sent),
      replies: Int(state.replies), unanswered: Int(state.unanswered),
      isOptedOut: state.flags.contains(.optedOut), isHeld: state.flags.contains(.held),
      hasEnded: state.flags.contains(.ended), captures: state.captures,
      timers: timers.sorted { $0.due < $1.due },
      awaits: Standing.Decision.allCases.filter(awaits.contains), textWaitsUntil: held?.due)
  }

  /// The events that do something where the conversation stands, in the machine's order.
  public var handledEvents: [String] {
    let machine = program.machine
    return machine.events.names.indices.filter { event in
      !machine.candidates(for: EventID(rawValue: UInt16(event)), in: state.state).isEmpty
    }.map { machine.events.names[$0] }
  }
}
