import Diagnostics
import WorkflowProgram
import WorkflowSyntax

/// One state to be, before its arrows are known: where it stands, and around and beside what.
struct PlannedState {
  let id: StateID
  let name: String
  let path: String
  let flow: String?
  let parent: StateID?
  let depth: Int
  let node: YAMLNode
  let keyRange: SourceRange
  /// The states of the flow it runs, by name; empty when it runs none.
  var children: [String: StateID] = [:]
  var initialChild: StateID?
}

/// Numbers all states, laying each flow out wherever a state runs it.
struct StateLayout {
  private(set) var states: [PlannedState] = []
  /// The states at the workflow's top, by name.
  private(set) var top: [String: StateID] = [:]
  /// Flows that some state runs.
  private(set) var usedFlows: Set<String> = []
  /// Whether there were more than a machine can have, which has been reported then.
  private var isCutShort = false

  init(states: YAMLNode?, flows: YAMLNode?, context: inout LoweringContext) {
    top = lay(
      states?.entries ?? [], flow: nil, under: nil, path: "", depth: 0, running: [], flows: flows,
      context: &context)
  }

  /// Adds the states of one level, and below each the flow that it runs.
  private mutating func lay(
    _ entries: [YAMLEntry], flow: String?, under parent: StateID?, path: String, depth: Int,
    running: [String], flows: YAMLNode?, context: inout LoweringContext
  ) -> [String: StateID] {
    var ids: [String: StateID] = [:]
    for entry in entries {
      guard states.count < Machine.stateLimit else {
        if !isCutShort {
          context.report(
            .tooLarge, "with the flows they run, there are more than \(Machine.stateLimit) states",
            at: entry.key.range)
        }
        isCutShort = true
        return ids
      }
      let id = StateID(rawValue: UInt16(states.count))
      ids[entry.key.name] = id
      states.append(
        PlannedState(
          id: id, name: entry.key.name, path: path + entry.key.name, flow: flow, parent: parent,
          depth: depth, node: entry.value, keyRange: entry.key.range))
      if let reference = entry.value["flow"] {
        layFlow(reference, in: id, depth: depth, running: running, flows: flows, context: &context)
      }
    }
    return ids
  }

  private mutating func layFlow(
    _ reference: YAMLNode, in id: StateID, depth: Int, running: [String], flows: YAMLNode?,
    context: inout LoweringContext
  ) {
    let name = reference.text
    guard let flow = flows?[name] else {
      context.reportUnknown(
        "flow", name, at: reference.range, known: (flows?.entries ?? []).map(\.key.name))
      return
    }
    guard !running.contains(name) else {
      let round = (running + [name]).joined(separator: " runs ")
      context.report(.flowCycle, "a flow cannot run itself: \(round)", at: reference.range)
      return
    }
    guard depth + 1 < Machine.depthLimit else {
      context.report(
        .tooLarge, "flows run flows more than \(Machine.depthLimit) deep", at: reference.range)
      return
    }
    usedFlows.insert(name)
    let path = states[Int(id.rawValue)].path
    let children = lay(
      flow["states"]?.entries ?? [], flow: name, under: id, path: "\(path)/\(name)/", depth: depth + 1,
      running: running + [name], flows: flows, context: &context)
    states[Int(id.rawValue)].children = children
    guard let start = flow["start"] else { return }
    guard let first = children[start.text] else {
      context.reportUnknown("state", start.text, at: start.range, known: children.keys.sorted())
      return
    }
    states[Int(id.rawValue)].initialChild = first
  }

  /// The states that arrows of a state may name: those of the same flow, or of the workflow's top.
  func siblings(of state: PlannedState) -> [String: StateID] {
    guard let parent = state.parent else { return top }
    return states[Int(parent.rawValue)].children
  }
}
