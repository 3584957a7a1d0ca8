/// Words that, as a whole message, settle whether a person may be written to.
///
/// In lower case, as they compare after punctuation at both ends is trimmed and spaces are collapsed.
public struct ConsentWords: Hashable, Sendable {
  public let optOut: [String]
  public let optIn: [String]
  public let help: [String]

  public init(optOut: [String], optIn: [String], help: [String]) {
    self.optOut = optOut
    self.optIn = optIn
    self.help = help
  }

  /// The words that stand whatever a file says: those of 47 CFR 64.1200(a)(10), and carriers' START and HELP.
  public static let floor = ConsentWords(
    optOut: ["stop", "quit", "end", "revoke", "opt out", "cancel", "unsubscribe"],
    optIn: ["start", "unstop"],
    help: ["help", "info"])

  /// These words and the other's, each once.
  public func union(_ other: ConsentWords) -> ConsentWords {
    func merged(_ a: [String], _ b: [String]) -> [String] { a + b.filter { !a.contains($0) } }
    return ConsentWords(
      optOut: merged(optOut, other.optOut), optIn: merged(optIn, other.optIn), help: merged(help, other.help))
  }
}

/// What may be sent to someone who has just opted out.
public struct ConfirmationRule: Hashable, Sendable {
  /// Texts that confirm an opt-out; later silence is the law.
  public let atMost: Int
  /// Minutes after the opt-out in which the text may go.
  public let withinMinutes: Int

  public init(atMost: Int, withinMinutes: Int) {
    self.atMost = atMost
    self.withinMinutes = withinMinutes
  }

  /// One text within five minutes (47 CFR 64.1200(a)(12)).
  public static let federal = ConfirmationRule(atMost: 1, withinMinutes: 5)
}
