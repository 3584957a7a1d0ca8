/// Words that carriers act on when they are the whole message.
///
/// The union of what 47 CFR 64.1200(a)(10), Twilio, Telnyx, AWS and SignalHouse define. A definition may
/// add words of its own to an intent, but cannot take these away.
public enum CarrierKeyword: String, Hashable, Sendable, CaseIterable {
  /// STOP and its family: conclusive, no other wording can soften it.
  case optOut = "opt_out"
  /// START or UNSTOP: the only words that lift an opt-out. YES is an answer, not an opt-in.
  case optIn = "opt_in"
  /// HELP or INFO.
  case help

  /// The words, lower case, accents folded, as whole messages.
  public var words: [String] {
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

  static func words(of intent: String) -> [String] { CarrierKeyword(of: intent)?.words ?? [] }
}
