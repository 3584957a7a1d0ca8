import Diagnostics
import WorkflowProgram
import WorkflowSyntax

/// Turns laid-out states into the tables of a `Machine`.
struct MachineBuilder {
  let names: MachineNames
  let layout: StateLayout
  private var states: [MachineState] = []
  private var transitions: [Transition] = []
  private var instructions: [Instruction] = []
  private var timers: [TimerRule] = []
  private var reasons: [String] = []
  /// What keys of `on:` stand for: the same few stand in many states.
  private var events: [String: [EventID]] = [:]
  /// Arrows on events, by state.
  private var eventArrows: [Int] = []
  /// What there was too much of, each reported once.
  private var cutShort: Set<String> = []

  /// The engine's own states, added when the workflow has none of the name.
  static let optedOutName = "opted_out"
  static let brokenName = "broken"

  init(names: MachineNames, layout: StateLayout) {
    self.names = names
    self.layout = layout
  }

  /// - Returns: `nil` when there is no state, or more than a machine holds, which has been reported then.
  mutating func machine(always: YAMLNode?, context: inout LoweringContext) -> Machine? {
    for state in layout.states { add(state, context: &context) }
    let optedOut = engineState(Self.optedOutName, context: &context)
    let broken = engineState(Self.brokenName, context: &context)
    var everywhere: [Int] = []
    addEvents(always, of: nil, siblings: layout.top, context: &context) { everywhere.append($0) }
    let size = Machine.tableSize(
      events: names.events.table.count, parents: states.map(\.parent), arrows: eventArrows,
      everywhere: everywhere.count)
    guard size <= Machine.tableLimit else {
      context.report(
        .tooLarge,
        "\(states.count) states, with the flows they run, and \(names.events.table.count) events are more than a workflow can have together",
        at: layout.states.first?.keyRange)
      return nil
    }
    guard let initial = layout.top["imported"] ?? layout.states.first?.id else { return nil }
    return Machine(
      events: names.events.table, states: states, transitions: transitions, always: everywhere,
      instructions: instructions, timers: timers, reasons: reasons, initial: initial,
      optedOut: optedOut, broken: broken)
  }

  // MARK: States

  private mutating func add(_ state: PlannedState, context: inout LoweringContext) {
    let node = state.node
    let entry = actions(of: node, context: &context)
    let timersStart = timers.count
    let siblings = layout.siblings(of: state)
    addTimers(node["after"], of: state, siblings: siblings, context: &context)
    var onEvents = 0
    addEvents(node["on"], of: state, siblings: siblings, context: &context) { _ in onEvents += 1 }
    eventArrows.append(onEvents)
    let eventlessStart = transitions.count
    addTransitions(node["then"], .eventless, of: state, siblings: siblings, context: &context)
    let isFinal = node["final"]?.boolean ?? false
    if isFinal,
      let leaving = node.entry("on") ?? node.entry("then") ?? node.entry("after") ?? node.entry("flow")
    {
      context.report(
        .deadEnd, "a final state ends the journey, so it cannot have '\(leaving.key.name)'",
        at: leaving.key.range)
    }
    states.append(
      MachineState(
        path: state.path, name: state.name, flow: state.flow, parent: state.parent, depth: state.depth,
        status: node["status"].flatMap { LeadStatus(name: $0.text) }, entry: entry,
        eventless: eventlessStart..<transitions.count, timers: timersStart..<timers.count,
        timersStartAfterSend: state.initialChild == nil && instructions[entry].contains(where: \.sendsText),
        initialChild: state.initialChild, isFinal: isFinal, place: context.place(state.keyRange)))
  }

  /// A state that the engine needs: the workflow's own of that name if it ends the journey, else a new one.
  private mutating func engineState(_ name: String, context: inout LoweringContext) -> StateID {
    if let own = layout.top[name] {
      if !states[Int(own.rawValue)].isFinal {
        context.report(
          .deadEnd, "'\(name)' must be final; the engine ends journeys there",
          at: layout.states[Int(own.rawValue)].keyRange)
      }
      return own
    }
    let id = StateID(rawValue: UInt16(states.count))
    eventArrows.append(0)
    states.append(
      MachineState(
        path: name, name: name, flow: nil, parent: nil, depth: 0, status: nil, entry: 0..<0,
        eventless: 0..<0, timers: 0..<0, timersStartAfterSend: false, initialChild: nil, isFinal: true,
        place: Place(file: Int(UInt16.max), line: 0, column: 0)))
    return id
  }

  // MARK: Actions

  /// What a state or an arrow does, and what it says then.
  private mutating func actions(of node: YAMLNode, context: inout LoweringContext) -> Range<Int> {
    let start = instructions.count
    addActions(node["do"], context: &context)
    if let say = node["say"] { addSay(say, context: &context) }
    let range = start..<instructions.count
    if Machine.textsInListLimit < instructions[range].count(where: \.sendsText) {
      context.report(
        .tooLarge, "more than \(Machine.textsInListLimit) texts at once", at: node.entry("do")?.key.range)
    }
    return range
  }

  private mutating func addActions(_ node: YAMLNode?, context: inout LoweringContext) {
    guard let node else { return }
    let items = node.isSequence ? node.items : [node]
    if Machine.actionLimit < items.count {
      context.report(.tooLarge, "more than \(Machine.actionLimit) actions in one list", at: node.range)
    }
    for item in items.prefix(Machine.actionLimit) {
      if let action = action(item, context: &context) { instructions.append(action) }
    }
  }

  private mutating func addSay(_ node: YAMLNode, context: inout LoweringContext) {
    if let intent = node["intent"] {
      guard let index = names.intents.firstIndex(of: intent.text) else {
        context.reportUnknown("intent", intent.text, at: intent.range, known: names.intents)
        return
      }
      instructions.append(.speak(intent: index))
    } else if let template = context.template(node) {
      instructions.append(.say(template: template))
    }
  }

  private mutating func action(_ node: YAMLNode, context: inout LoweringContext) -> Instruction? {
    if let entry = node.entries.first {
      return action(named: entry.key.name, argument: entry.value, at: entry.key.range, context: &context)
    }
    return action(named: node.text, argument: nil, at: node.range, context: &context)
  }

  private mutating func action(
    named name: String, argument: YAMLNode?, at range: SourceRange, context: inout LoweringContext
  ) -> Instruction? {
    switch ActionWord(rawValue: name) {
    case .normalize: return .normalize
    case .skipTrace: return .skipTrace
    case .score: return .score
    case .enqueue: return .enqueue
    case .assign: return .assign
    case .draft: return .draft
    case .requestApproval: return .requestApproval
    case .send: return .send
    case .suppress: return .suppress
    case .dropNumber: return .dropNumber
    case .notify:
      guard let argument else { return .notify(agent: nil) }
      return agent(argument, context: &context).map { .notify(agent: $0) }
    case .handOff:
      guard let argument else { return nil }
      return agent(argument, context: &context).map { .handOff(agent: $0) }
    case .escalate:
      if argument == nil {
        context.report(
          .missingReason, .warning, "whoever takes over is not told why", at: range,
          notes: [Diagnostic.Note("write 'escalate: REASON', as in { escalate: asks for a contract }")])
      }
      let reason = argument?.text ?? "a person should look at this"
      reasons.append(reason)
      return .escalate(reason: reasons.count - 1)
    case nil: return nil  // The schema knows the words and has reported it.
    }
  }

  private func agent(_ node: YAMLNode, context: inout LoweringContext) -> Int? {
    if let index = names.agents.firstIndex(of: node.text) { return index }
    context.reportUnknown("agent", node.text, at: node.range, known: names.agents)
    return nil
  }

  // MARK: Arrows

  /// One arrow as written: a state's name, a record, or several of these to be tried in order.
  private func arrows(_ node: YAMLNode?) -> [YAMLNode] {
    guard let node else { return [] }
    return node.isSequence ? node.items : [node]
  }

  private mutating func addEvents(
    _ node: YAMLNode?, of state: PlannedState?, siblings: [String: StateID],
    context: inout LoweringContext, added: (Int) -> Void = { _ in }
  ) {
    let entries = node?.entries ?? []
    guard !entries.isEmpty else { return }
    // A named event comes before a wildcard, wherever they stand: a client who adds `reply.x` to a base
    // that has `reply.*` means it.
    let wildcards = entries.filter { names.events.isWildcard($0.key.name) }
    let named = wildcards.isEmpty ? entries : entries.filter { !names.events.isWildcard($0.key.name) }
    let settled = wildcards.isEmpty ? [] : Set(named.filter { isUnguarded($0.value) }.map(\.key.name))
    for entry in named + wildcards {
      let key = entry.key.name
      if key == "reply.opt_out" {
        context.report(
          .unknownReference, "an opt-out is answered by the engine, everywhere and always",
          at: entry.key.range,
          notes: [Diagnostic.Note("to do something of your own on it, define the final state 'opted_out'")])
        continue
      }
      let isWildcard = names.events.isWildcard(key)
      let events = events(for: key)
      if events.isEmpty {
        if !isWildcard, !names.events.isCutShort {
          reportUnknownEvent(key, at: entry.key.range, context: &context)
        }
        continue
      }
      let open = isWildcard ? events.filter { !settled.contains(names.events.table.name($0)) } : events
      guard !open.isEmpty else { continue }
      // Read once, whatever number of events a wildcard stands for.
      let arrows = arrows(entry.value).compactMap {
        arrow($0, of: state, siblings: siblings, context: &context)
      }
      for event in open {
        for arrow in arrows where addTransition(arrow, .event(event), context: &context) {
          added(transitions.count - 1)
        }
      }
    }
  }

  private mutating func events(for key: String) -> [EventID] {
    if let known = events[key] { return known }
    let found = names.events.events(for: key)
    events[key] = found
    return found
  }

  /// Reports that there is too much of something, and not again what follows from it.
  private mutating func reportOnce(
    _ what: String, _ limit: Int, at range: SourceRange, context: inout LoweringContext
  ) {
    guard cutShort.insert(what).inserted else { return }
    context.report(
      .tooLarge, "with the flows that states run, there are more than \(limit) \(what)", at: range)
  }

  private func isUnguarded(_ node: YAMLNode) -> Bool { arrows(node).contains { $0["when"] == nil } }

  private func reportUnknownEvent(
    _ key: String, at range: SourceRange, context: inout LoweringContext
  ) {
    let known = names.events.table.names.filter { $0 != BuiltInEvent.timer.name } + ["reply.*", "end.*"]
    context.reportUnknown("event", key, at: range, known: known)
  }

  private mutating func addTimers(
    _ node: YAMLNode?, of state: PlannedState, siblings: [String: StateID], context: inout LoweringContext
  ) {
    for entry in node?.entries ?? [] {
      guard let delay = entry.key.value.durationMilliseconds, 0 < delay else {
        context.report(
          .wrongType, "'\(entry.key.name)' is no delay; write one such as 30m, 1h, 3d or 2w",
          at: entry.key.range)
        continue
      }
      guard timers.count < Machine.timerLimit else {
        return reportOnce("timers", Machine.timerLimit, at: entry.key.range, context: &context)
      }
      let rule = timers.count
      timers.append(
        TimerRule(
          state: state.id, delayMilliseconds: delay, label: entry.key.name,
          place: context.place(entry.key.range)))
      addTransitions(entry.value, .timer(rule), of: state, siblings: siblings, context: &context)
    }
  }

  /// Adds the arrows of a value, which one thing sets off.
  private mutating func addTransitions(
    _ node: YAMLNode?, _ trigger: Transition.Trigger, of state: PlannedState,
    siblings: [String: StateID], context: inout LoweringContext
  ) {
    for node in arrows(node) {
      guard let arrow = arrow(node, of: state, siblings: siblings, context: &context) else { continue }
      _ = addTransition(arrow, trigger, context: &context)
    }
  }

  /// An arrow before it is known what sets it off.
  private struct Arrow {
    let source: StateID?
    let condition: ConditionID?
    let actions: Range<Int>
    let target: Transition.Target
    let range: SourceRange
    let place: Place
  }

  /// Reads an arrow; `nil` when it is wrong, or there is no room for it, which has been reported then.
  private mutating func arrow(
    _ node: YAMLNode, of state: PlannedState?, siblings: [String: StateID], context: inout LoweringContext
  ) -> Arrow? {
    guard hasRoom(at: node.range, context: &context) else { return nil }
    var condition: ConditionID?
    if let when = node["when"] {
      guard let compiled = context.condition(when, in: names.scope) else { return nil }
      condition = compiled
    }
    let actions = actions(of: node, context: &context)
    guard let target = target(node, of: state, siblings: siblings, context: &context) else { return nil }
    return Arrow(
      source: state?.id, condition: condition, actions: actions, target: target, range: node.range,
      place: context.place(node.range))
  }

  /// - Returns: Whether there was room for it.
  private mutating func addTransition(
    _ arrow: Arrow, _ trigger: Transition.Trigger, context: inout LoweringContext
  ) -> Bool {
    guard hasRoom(at: arrow.range, context: &context) else { return false }
    transitions.append(
      Transition(
        source: arrow.source, trigger: trigger, guardCondition: arrow.condition, target: arrow.target,
        actions: arrow.actions, place: arrow.place))
    return true
  }

  /// Whether one more arrow fits; reported when none does.
  private mutating func hasRoom(at range: SourceRange, context: inout LoweringContext) -> Bool {
    if transitions.count < Machine.transitionLimit { return true }
    reportOnce("arrows", Machine.transitionLimit, at: range, context: &context)
    return false
  }

  private func target(
    _ node: YAMLNode, of state: PlannedState?, siblings: [String: StateID],
    context: inout LoweringContext
  ) -> Transition.Target? {
    if let outcome = node["end"] {
      guard state?.parent != nil else {
        context.report(
          .unknownReference, "'end' leaves a flow, and this state is not in one", at: outcome.range,
          notes: [Diagnostic.Note("name the next state with 'to', or make the state 'final: true'")])
        return nil
      }
      return names.events.outcomes[outcome.text].map { .end($0) }
    }
    if node["resume"] != nil { return .resume }
    guard let to = node.isMapping ? node["to"] : node else { return .stay }
    if let id = siblings[to.text] { return .state(id) }
    let note =
      state?.parent != nil && layout.top[to.text] != nil
      ? "'\(to.text)' is outside of this flow; leave the flow with { end: OUTCOME } and let the state that runs it say where to go"
      : nil
    context.reportUnknown("state", to.text, at: to.range, known: siblings.keys.sorted(), note: note)
    return nil
  }
}

/// The words of `do:`.
enum ActionWord: String, CaseIterable {
  case normalize, score, enqueue, assign, draft, send, suppress, notify, escalate
  case skipTrace = "skip_trace"
  case requestApproval = "request_approval"
  case dropNumber = "drop_number"
  case handOff = "hand_off"
}

extension Instruction {
  /// Whether it sends a text to the lead.
  var sendsText: Bool {
    switch self {
    case .send, .say, .speak: true
    case .normalize, .skipTrace, .score, .enqueue, .assign, .draft, .requestApproval, .notify, .escalate,
      .handOff, .suppress, .dropNumber:
      false
    }
  }
}
