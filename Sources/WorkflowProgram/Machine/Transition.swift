/// One arrow of the machine.
public struct Transition: Sendable {
  /// The state it was written in; `nil` for one of `always:`.
  public let source: StateID?
  public let trigger: Trigger
  /// `nil` always holds.
  public let guardCondition: ConditionID?
  public let target: Target
  /// Rows of `Machine.instructions`, run between leaving and entering.
  public let actions: Range<Int>
  public let place: Place

  public enum Trigger: Hashable, Sendable {
    case event(EventID)
    /// Row of `Machine.timers`.
    case timer(Int)
    /// Tried after entry, without waiting for anything.
    case eventless
  }

  public enum Target: Hashable, Sendable {
    case state(StateID)
    /// Leaves the flow; the state that invoked it takes the event `end.<outcome>`.
    case end(EventID)
    /// Only the actions happen; the state is not left.
    case stay
    /// Back to where a flow was when an arrow from around it interrupted it, without saying anything again.
    ///
    /// Taken only where something was interrupted.
    case resume
  }

  public init(
    source: StateID?, trigger: Trigger, guardCondition: ConditionID?, target: Target, actions: Range<Int>,
    place: Place
  ) {
    self.source = source
    self.trigger = trigger
    self.guardCondition = guardCondition
    self.target = target
    self.actions = actions
    self.place = place
  }
}

/// A delay that a state's entry starts and its exit cancels.
public struct TimerRule: Hashable, Sendable {
  public let state: StateID
  /// At least 1; at most ten years.
  public let delayMilliseconds: Int64
  /// As written (`3d`).
  public let label: String
  public let place: Place

  public init(state: StateID, delayMilliseconds: Int64, label: String, place: Place) {
    self.state = state
    self.delayMilliseconds = delayMilliseconds
    self.label = label
    self.place = place
  }
}
