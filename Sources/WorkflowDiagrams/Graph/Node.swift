import WorkflowProgram

/// A box of a drawing.
struct Node: Sendable {
  enum Kind: Hashable, Sendable {
    /// The dot an initial arrow starts from.
    case start
    case state
    /// A state where the lead's journey ends.
    case final
    /// A state that runs a flow, drawn as a box around the flow's states.
    case cluster(flow: String)
    /// A state that runs a flow, drawn as one box.
    case collapsed(flow: String)
    /// A way out of a flow: its arrows go on from the flow's box.
    case outcome
    /// A bar that gathers several states from which the same arrows leave.
    case junction
  }

  var kind: Kind
  /// The cluster it stands in.
  var parent: Int?
  /// The state's full path, unique among states; for other kinds what they are called.
  var path: String
  var title: String
  /// What happens inside: entry actions, and events that are answered without leaving.
  var lines: [String] = []
  var status: LeadStatus?
  /// File and line.
  var place: String?

  var isCluster: Bool {
    switch kind {
    case .cluster: true
    case .start, .state, .final, .collapsed, .outcome, .junction: false
    }
  }

  /// Whether it stands for a state of the machine.
  var isState: Bool {
    switch kind {
    case .state, .final, .cluster, .collapsed: true
    case .start, .outcome, .junction: false
    }
  }
}
