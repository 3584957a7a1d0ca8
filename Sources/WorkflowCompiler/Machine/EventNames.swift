import Diagnostics
import WorkflowProgram
import WorkflowSyntax

/// The events of one workflow by name, and what a wildcard such as `reply.*` means.
struct EventNames {
  let table: EventTable
  /// The events that say how a flow ended, by the outcome's name.
  let outcomes: [String: EventID]
  /// Intents that `reply.*` does not mean: the engine answers an opt-out, and nobody answers a machine.
  static let unwanted: Set<String> = ["reply.opt_out", "reply.auto_reply"]

  /// Words that people may set by hand with `status.<name>`.
  static let statuses = LeadStatus.allCases.map(\.name) + ["lost"]

  /// Whether there are more than a machine can have; the rest is left out.
  let isCutShort: Bool

  init(intents: [String], outcomes: [String], signals: [String]) {
    var names = BuiltInEvent.allCases.map(\.name)
    let room = Machine.eventLimit - names.count - Self.statuses.count
    isCutShort = room < intents.count + outcomes.count + signals.count
    let intents = intents.prefix(room)
    let outcomes = outcomes.prefix(room - intents.count)
    let signals = signals.prefix(room - intents.count - outcomes.count)
    let firstReply = names.count
    names += intents.map { "reply.\($0)" }
    let firstOutcome = names.count
    names += outcomes.map { "end.\($0)" }
    names += Self.statuses.map { "status.\($0)" }
    names += signals.map { "signal.\($0)" }
    table = EventTable(names: names, firstReply: firstReply, replyCount: intents.count)
    self.outcomes = Dictionary(
      outcomes.enumerated().map { ($1, EventID(rawValue: UInt16(firstOutcome + $0))) }
    ) { first, _ in first }
  }

  /// The events that a key of `on:` names: one, or all that a wildcard stands for; empty when unknown.
  func events(for key: String) -> [EventID] {
    guard isWildcard(key) else { return table.event(named: key).map { [$0] } ?? [] }
    let prefix = key.dropLast()
    return table.names.indices
      .filter { table.names[$0].hasPrefix(prefix) && !Self.unwanted.contains(table.names[$0]) }
      .map { EventID(rawValue: UInt16($0)) }
  }

  func isWildcard(_ key: String) -> Bool {
    var key = key
    return key.withUTF8 { bytes in
      2 <= bytes.count && bytes[bytes.count - 1] == UInt8(ascii: "*")
        && bytes[bytes.count - 2] == UInt8(ascii: ".")
    }
  }
}

/// Walks a workflow's states and flows for the outcomes and signals they mention, in order of appearance.
func mentionedEvents(in root: YAMLNode, shared: SharedWork) -> (outcomes: [String], signals: [String]) {
  let isShared = shared.isShared(root.range)
  var outcomes: [String] = []
  var signals: [String] = []
  var (knownOutcomes, knownSignals): (Set<String>, Set<String>) = ([], [])
  func addOutcome(_ name: String) { if knownOutcomes.insert(name).inserted { outcomes.append(name) } }
  func addSignal(_ name: String) { if knownSignals.insert(name).inserted { signals.append(name) } }
  func visit(_ node: YAMLNode) {
    if !isShared, shared.isShared(node.range) {
      let known = shared.events(namedIn: node)
      known.outcomes.forEach(addOutcome)
      known.signals.forEach(addSignal)
      return
    }
    let entries = node.entries
    for index in entries.indices {
      let key = entries[index].key.name
      switch key.utf8.first {
      case UInt8(ascii: "e"):
        if key == "end", entries[index].value.scalar != nil { addOutcome(entries[index].value.text) }
        // A base may handle an outcome that only a client's own flow had, or has no more.
        if key.hasPrefix("end."), key != "end.*" { addOutcome(String(key.dropFirst(4))) }
      case UInt8(ascii: "s"):
        if key.hasPrefix("signal."), key != "signal.*" { addSignal(String(key.dropFirst(7))) }
      case _: break
      }
      if entries[index].value.isCollection { visit(entries[index].value) }
    }
    for item in node.items where item.isCollection { visit(item) }
  }
  visit(root)
  return (outcomes, signals)
}
