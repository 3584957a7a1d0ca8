/// Index of a state in a machine's table.
public struct StateID: Hashable, Sendable {
  public let rawValue: UInt16
  public init(rawValue: UInt16) { self.rawValue = rawValue }
}

/// One row of the state table.
///
/// Flows are laid out where they are invoked, so a state's number alone says the whole stack: the flow's
/// state, the state that invoked the flow, and so on up.
public struct MachineState: Sendable {
  /// The state's name; in a flow the invoking state's path comes first (`conversing/exit_value/ask_number`).
  public let path: String
  /// The key it was written under.
  public let name: String
  /// The flow it belongs to, or `nil` at the workflow's top.
  public let flow: String?
  /// The state that invoked the flow this one belongs to.
  public let parent: StateID?
  /// How many states enclose this one: 0 at the top.
  public let depth: Int
  public let status: LeadStatus?
  /// Run in order on entry.
  public let entry: Range<Int>
  /// Rows of `Machine.transitions` tried in order after entry, as long as one holds.
  public let eventless: Range<Int>
  /// Rows of `Machine.timers`.
  public let timers: Range<Int>
  /// Its entry sends a text, so its timers start when the text has left rather than on entry.
  ///
  /// Not so for a state that runs a flow: its timers bound the whole conversation.
  public let timersStartAfterSend: Bool
  /// The first state of the flow it runs, entered after its own entry actions.
  public let initialChild: StateID?
  /// Nothing leaves it: the lead's journey ends here.
  public let isFinal: Bool
  public let place: Place

  public init(
    path: String, name: String, flow: String?, parent: StateID?, depth: Int, status: LeadStatus?,
    entry: Range<Int>, eventless: Range<Int>, timers: Range<Int>, timersStartAfterSend: Bool,
    initialChild: StateID?, isFinal: Bool, place: Place
  ) {
    self.path = path
    self.name = name
    self.flow = flow
    self.parent = parent
    self.depth = depth
    self.status = status
    self.entry = entry
    self.eventless = eventless
    self.timers = timers
    self.timersStartAfterSend = timersStartAfterSend
    self.initialChild = initialChild
    self.isFinal = isFinal
    self.place = place
  }
}

/// A state without its words: the numbers that a step needs.
public struct StateRow: Hashable, Sendable {
  public let parent: StateID?
  public let depth: Int
  public let status: LeadStatus?
  public let entry: Range<Int>
  public let eventless: Range<Int>
  public let timers: Range<Int>
  public let initialChild: StateID?
  public let timersStartAfterSend: Bool
  public let isFinal: Bool

  init(_ state: MachineState) {
    parent = state.parent
    depth = state.depth
    status = state.status
    entry = state.entry
    eventless = state.eventless
    timers = state.timers
    initialChild = state.initialChild
    timersStartAfterSend = state.timersStartAfterSend
    isFinal = state.isFinal
  }
}
