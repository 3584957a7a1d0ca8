import WorkflowProgram

/// Decides what of a machine is drawn.
struct GraphBuilder {
  let machine: Machine
  let words: DiagramWords
  /// The state whose flow is drawn alone, or `nil` for the whole workflow.
  let root: StateID?
  let flows: Diagram.Flows

  private let instructions: InstructionText
  private let stateRules: StateRules
  private var drawing: Graph
  /// The node that is drawn for a state, for states that have one of their own.
  private var nodeOfState: [Int?]
  /// The way out of a cluster that is called so.
  private var exits: [Exit: Int] = [:]

  private struct Exit: Hashable {
    var cluster: Int?
    var name: String
  }

  init(machine: Machine, words: DiagramWords, root: StateID?, flows: Diagram.Flows) {
    self.machine = machine
    self.words = words
    self.root = root
    self.flows = flows
    instructions = InstructionText(machine: machine, words: words)
    stateRules = StateRules(
      machine: machine, families: EventFamilies(machine.events), instructions: instructions)
    drawing = Graph(title: words.title)
    nodeOfState = Array(repeating: nil, count: machine.states.count)
  }

  func graph() -> Graph {
    var builder = self
    builder.placeStates()
    builder.placeStarts()
    builder.placeOutcomes()
    builder.placeRules()
    if flows == .overview { builder.drawing.nodes.indices.forEach { builder.drawing.nodes[$0].lines = [] } }
    if root == nil { builder.placeNotes() }
    return builder.drawing.sharingArrows()
  }

  // MARK: States

  private mutating func placeStates() {
    for index in machine.states.indices {
      let state = machine.states[index]
      let id = StateID(rawValue: UInt16(index))
      var parent: Int?
      if state.parent != root {
        guard let outer = state.parent.flatMap({ nodeOfState[Int($0.rawValue)] }) else { continue }
        guard drawing.nodes[outer].isCluster else { continue }
        parent = outer
      }
      nodeOfState[index] = drawing.nodes.count
      let entry = instructions.text(state.entry)
      drawing.nodes.append(
        Node(
          kind: kind(of: id), parent: parent, path: state.path,
          title: state.name.isEmpty ? "(unnamed)" : state.name,
          lines: entry.isEmpty ? [] : [entry], status: state.status, place: words.place(state.place)))
    }
    if let root {
      drawing.title += ": " + (machine[root].initialChild.flatMap { machine[$0].flow } ?? machine[root].name)
    }
  }

  private func kind(of id: StateID) -> Node.Kind {
    let state = machine[id]
    guard let child = state.initialChild else { return state.isFinal ? .final : .state }
    let flow = machine[child].flow ?? state.name
    switch flows {
    case .drawn: return .cluster(flow: flow)
    case .collapsed, .overview: return .collapsed(flow: flow)
    }
  }

  private mutating func placeStarts() {
    let first = root.map { machine[$0].initialChild } ?? machine.initial
    placeStart(in: nil, to: first)
    for index in machine.states.indices {
      guard let node = nodeOfState[index], drawing.nodes[node].isCluster else { continue }
      placeStart(in: node, to: machine.states[index].initialChild)
    }
  }

  private mutating func placeStart(in cluster: Int?, to first: StateID?) {
    guard let target = first.flatMap({ nodeOfState[Int($0.rawValue)] }) else { return }
    let path = cluster.map { drawing.nodes[$0].path + "/start" } ?? "start"
    drawing.nodes.append(Node(kind: .start, parent: cluster, path: path, title: "start"))
    drawing.connect(drawing.nodes.count - 1, target, [])
  }

  // MARK: Rules

  private mutating func placeRules() {
    var rows: [[Int]] = Array(repeating: [], count: machine.states.count)
    for (row, transition) in machine.transitions.enumerated() {
      if let source = transition.source { rows[Int(source.rawValue)].append(row) }
    }
    for index in machine.states.indices where !rows[index].isEmpty {
      let state = StateID(rawValue: UInt16(index))
      if let node = nodeOfState[index] {
        let listed: Substring? = drawing.nodes[node].isCluster ? "end" : nil
        for rule in stateRules.rules(of: rows[index], listing: listed) { place(rule, of: state, from: node) }
      } else if let node = visibleNode(of: state) {
        // The state is folded away: only what leads out of the fold is seen.
        for rule in stateRules.rules(of: rows[index]) {
          guard case .state(let target) = rule.target, visibleNode(of: target) != node else { continue }
          place(rule, of: state, from: node)
        }
      }
    }
  }

  /// The node drawn for a state, or for the nearest one around it.
  private func visibleNode(of state: StateID) -> Int? {
    for level in machine.stack(of: state) {
      if let node = nodeOfState[Int(level.rawValue)] { return node }
    }
    return nil
  }

  private mutating func place(_ rule: StateRules.Rule, of state: StateID, from node: Int) {
    let phrase = phrase(rule)
    switch rule.target {
    case .stay, .resume:
      drawing.nodes[node].lines.append(stayLine(rule))
    case .end(let outcome):
      let way = exit(machine.events.name(outcome), from: drawing.nodes[node].parent)
      drawing.connect(node, way, [phrase])
    case .state(let target):
      guard case .events(let names) = rule.trigger, drawing.nodes[node].isCluster else {
        return connect(node, to: target, phrase)
      }
      // What a flow ends with leaves from the way out of that name, where the flow has one.
      let outcomes = names.filter { exits[Exit(cluster: node, name: $0)] != nil }
      for outcome in outcomes {
        connect(
          exit(outcome, from: node), to: target,
          Edge.Phrase(text: consequence(rule), trigger: .event, places: phrase.places))
      }
      // Outcomes that the flow never has come from an `end.*`; beside those it has they need no arrow.
      let others = names.filter { name in
        !outcomes.contains(name) && (outcomes.isEmpty || !name.hasPrefix("end."))
      }
      guard !others.isEmpty else { return }
      var rest = rule
      rest.trigger = .events(others)
      connect(node, to: target, self.phrase(rest))
    }
  }

  /// Makes the ways out that a flow's states name, before the arrows that go on from them.
  private mutating func placeOutcomes() {
    for transition in machine.transitions {
      guard case .end(let outcome) = transition.target, let source = transition.source,
        let node = nodeOfState[Int(source.rawValue)]
      else { continue }
      _ = exit(machine.events.name(outcome), from: drawing.nodes[node].parent)
    }
  }

  /// The way out of a cluster, made if need be.
  private mutating func exit(_ name: String, from cluster: Int?) -> Int {
    let key = Exit(cluster: cluster, name: name)
    if let known = exits[key] { return known }
    let path = (cluster.map { drawing.nodes[$0].path + "/" } ?? "") + name
    drawing.nodes.append(Node(kind: .outcome, parent: cluster, path: path, title: name))
    exits[key] = drawing.nodes.count - 1
    return drawing.nodes.count - 1
  }

  /// Draws an arrow that may cross the borders of clusters: it leaves them through ways out, and it enters
  /// none, but says which state inside is meant.
  private mutating func connect(_ source: Int, to state: StateID, _ phrase: Edge.Phrase) {
    guard let target = visibleNode(of: state) else {
      // Outside what is drawn.
      let way = exit("to \(machine[state].path)", from: level(of: source))
      drawing.connect(source, way, [phrase])
      return
    }
    var (source, phrase) = (source, phrase)
    let targetLevels = levels(around: target)
    // Out, until the arrow is in a box that also holds the target.
    while let cluster = level(of: source), !targetLevels.contains(cluster) {
      let way = exit("to \(machine[state].path)", from: cluster)
      drawing.connect(source, way, [phrase])
      (source, phrase.text) = (way, "")
    }
    // The box beside the source that is or holds the target.
    let level = level(of: source)
    var entered = target
    while let outer = drawing.nodes[entered].parent, outer != level { entered = outer }
    if entered != target || visibleNode(of: state) != nodeOfState[Int(state.rawValue)] {
      phrase.text += (phrase.text.isEmpty ? "" : " ") + "(to \(machine[state].path))"
    }
    if entered == source, entered != target {
      drawing.nodes[source].lines.append(phrase.text)
    } else if drawing.nodes[source].kind == .outcome, drawing.nodes[source].parent == entered {
      // The flow is run again: said in the way out, since an arrow would only circle its own box.
      drawing.nodes[source].lines.append(
        "↺ " + (phrase.text.isEmpty ? drawing.nodes[entered].title : phrase.text))
    } else {
      drawing.connect(source, entered, [phrase])
    }
  }

  /// The cluster that a node's arrows run in.
  private func level(of node: Int) -> Int? {
    let parent = drawing.nodes[node].parent
    guard drawing.nodes[node].kind == .outcome else { return parent }
    return parent.flatMap { drawing.nodes[$0].parent }
  }

  private func levels(around node: Int) -> Set<Int> {
    var levels: Set<Int> = []
    var level = drawing.nodes[node].parent
    while let cluster = level {
      levels.insert(cluster)
      level = drawing.nodes[cluster].parent
    }
    return levels
  }

  // MARK: Words

  private func phrase(_ rule: StateRules.Rule) -> Edge.Phrase {
    let trigger: Edge.Trigger
    var parts: [String]
    switch rule.trigger {
    case .events(let names): (trigger, parts) = (.event, [named(names)])
    case .timer(let label): (trigger, parts) = (.timer, ["after \(label)"])
    case .eventless(let isElse):
      (trigger, parts) = (.eventless, isElse && rule.guardCondition == nil ? ["otherwise"] : [])
    }
    let consequence = consequence(rule)
    if !consequence.isEmpty { parts.append(consequence) }
    return Edge.Phrase(
      text: parts.joined(separator: " "), trigger: trigger, places: rule.places.map(words.place))
  }

  /// Events one by one; in an overview as many as fit a line.
  private func named(_ events: [String]) -> String {
    guard flows == .overview, let first = events.first, 1 < events.count else {
      return events.joined(separator: ", ")
    }
    return "\(first), …"
  }

  /// The guard in brackets, and what is done on the way.
  private func consequence(_ rule: StateRules.Rule) -> String {
    guard flows != .overview else { return "" }
    var parts: [String] = []
    if let guardCondition = rule.guardCondition { parts.append("[\(words.guardText(guardCondition))]") }
    if !rule.actions.isEmpty { parts.append("/ \(rule.actions)") }
    return parts.joined(separator: " ")
  }

  private func stayLine(_ rule: StateRules.Rule) -> String {
    let text = phrase(rule).text
    if rule.target == .resume { return "\(text): back to where it was" }
    return rule.actions.isEmpty ? "\(text): ignored" : text
  }

  // MARK: Notes

  private mutating func placeNotes() {
    let rows = machine.transitions.indices.filter { machine.transitions[$0].source == nil }
    for rule in stateRules.rules(of: rows) {
      let text: String
      switch rule.target {
      case .stay, .resume: text = stayLine(rule)
      case .state(let target): text = "\(phrase(rule).text) → \(machine[target].path)"
      case .end(let outcome): text = "\(phrase(rule).text) → \(machine.events.name(outcome))"
      }
      drawing.notes.append(Note(text: text, places: rule.places.map(words.place)))
    }
    drawing.notes.append(Note(text: "asks us to stop → \(machine[machine.optedOut].path)", places: []))
    drawing.notes.append(Note(text: "breaks a limit → \(machine[machine.broken].path)", places: []))
  }
}
