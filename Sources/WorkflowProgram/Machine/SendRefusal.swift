/// Why the engine did not ask for a send.
public enum SendRefusal: UInt8, Hashable, Sendable, CaseIterable {
  case optedOut, heldByPerson, leadLimit, unansweredLimit, noMobileNumber

  public var explanation: String {
    switch self {
    case .optedOut: "the person asked us to stop"
    case .heldByPerson: "a person has the conversation"
    case .leadLimit: "the lead has had as many texts as limits.messages_per_lead allows"
    case .unansweredLimit: "limits.unanswered_messages texts in a row got no answer"
    case .noMobileNumber: "the lead has no mobile number"
    }
  }

  /// As guards (`history.refused`) and tests name it.
  public var name: String {
    switch self {
    case .optedOut: "opted_out"
    case .heldByPerson: "held_by_person"
    case .leadLimit: "lead_limit"
    case .unansweredLimit: "unanswered_limit"
    case .noMobileNumber: "no_mobile_number"
    }
  }
}
