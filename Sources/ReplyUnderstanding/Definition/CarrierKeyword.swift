/// What carriers and the law act on when it is the whole message.
public enum CarrierKeyword: String, Hashable, Sendable, CaseIterable {
  /// STOP and its family: conclusive, no other wording can soften it.
  case optOut = "opt_out"
  /// START or UNSTOP: the only words that lift an opt-out. YES is an answer, not an opt-in.
  case optIn = "opt_in"
  /// HELP or INFO.
  case help

  /// The words that stand whatever a file says, lower case, accents folded.
  ///
  /// The union of what 47 CFR 64.1200(a)(10), Twilio, Telnyx, AWS and SignalHouse define.
  public var floor: [String] {
    switch self {
    case .optOut:
      [
        "stop", "stopall", "stop all", "unsubscribe", "cancel", "end", "quit", "revoke", "optout", "opt out",
        "remove", "arret", "alto", "pare",
      ]
    case .optIn: ["start", "unstop"]
    case .help: ["help", "info"]
    }
  }

  /// The keywords that belong to an intent, whatever its definition says; `nil` for most.
  init?(of intent: String) {
    switch intent {
    case IntentDefinition.Reserved.optOut: self = .optOut
    case IntentDefinition.Reserved.help: self = .help
    default: return nil
    }
  }
}
