public import WorkflowProgram

/// A compiled workflow, ready to be drawn.
///
/// Building one decides what is drawn (which states, which arrows, in which words); each format only
/// decides how. Equal machines and words give equal bytes. All three formats are bounded: a machine of a
/// thousand states is drawn in well under a second, with its longest arrows cut into two labelled ends.
public struct Diagram: Sendable {
  let graph: Graph

  /// How much of a flow is drawn where a state runs it.
  public enum Flows: Hashable, Sendable, CaseIterable {
    /// The flow's states, in a box of their own.
    case drawn
    /// One box for the whole flow.
    case collapsed
    /// One box for the whole flow, and of states and arrows their names alone: what a person can take in at once.
    case overview
  }

  /// The most states that are drawn whole unasked: about as many as fit a screen in letters that can be read.
  public static let readableStates = 60

  /// The whole workflow.
  public init(of machine: Machine, words: DiagramWords, flows: Flows = .drawn) {
    graph = GraphBuilder(machine: machine, words: words, root: nil, flows: flows).graph()
  }

  /// One flow alone, as it is run by the first state that runs it.
  ///
  /// - Returns: `nil` if no state runs a flow of that name; `flowNames(in:)` has those that do.
  public init?(ofFlow name: String, in machine: Machine, words: DiagramWords, flows: Flows = .drawn) {
    let isRoot = { (state: MachineState) in
      state.initialChild.map { machine[$0].flow == name } ?? false
    }
    guard let root = machine.states.firstIndex(where: isRoot) else { return nil }
    graph = GraphBuilder(
      machine: machine, words: words, root: StateID(rawValue: UInt16(root)), flows: flows
    ).graph()
  }

  /// The flows some state runs, each once, in the order of the states.
  public static func flowNames(in machine: Machine) -> [String] {
    var names: [String] = []
    for state in machine.states {
      guard let child = state.initialChild, let name = machine[child].flow else { continue }
      if !names.contains(name) { names.append(name) }
    }
    return names
  }
}
