/// One thing the engine does when a state is entered or a transition is taken.
///
/// This is the engine's whole vocabulary; YAML's `do:` and `say:` compile to these.
public enum Instruction: Hashable, Sendable {
  /// Records that the row was cleaned on the way in.
  case normalize
  /// Asks the skip-trace provider for the owner.
  case skipTrace
  /// Decides quality, priority and all that follows from them.
  case score
  case enqueue
  case assign
  /// Chooses the campaign and its opener.
  case draft
  /// Puts the draft before a person, or approves it at once, as the campaign says.
  case requestApproval
  /// Sends the approved draft.
  case send
  /// Sends a template of `MessageProgram.templates`.
  case say(template: Int)
  /// Sends the assigned agent's persona's own wording for an intent.
  case speak(intent: Int)
  /// Tells an agent, by index, that something needs their eyes; `nil` tells the assigned one.
  case notify(agent: Int?)
  /// Hands the conversation to a person; `reason` indexes `Machine.reasons`.
  case escalate(reason: Int)
  /// Hands the lead to another agent of the program.
  case handOff(agent: Int)
  /// Never writes to this person again.
  case suppress
  /// Stops using the number that was answered from; the next one of the person is tried.
  case dropNumber
}
