/// Asks whether a draft hurts somebody, or is after what no text message should ask for.
struct DraftHarm {
  let written: DraftText

  func refusal(of draft: DraftText) -> DraftRefusal? {
    if let words = draft.firstPhrase(of: Self.secrets, notIn: written) { return .privateMatter(words) }
    return draft.firstPhrase(of: Self.insults, notIn: written).map { .rude($0) }
  }

  /// What a stranger wants who is after money or an identity.
  private static let secrets = [
    "social security", "ssn", "bank", "bank account", "account number", "routing", "routing number",
    "password",
    "passcode", "pin", "credit card", "debit card", "card number", "date of birth", "birth date", "birthday",
    "driver's license", "drivers license", "passport", "tax id", "ein", "login", "log in", "wire", "wired",
    "venmo",
    "zelle", "paypal", "cash app", "western union", "bitcoin", "crypto", "gift card", "deposit", "payment",
    "pay",
    "pay us", "download", "install", "click", "verification code", "security code", "home address",
    "your address",
    "your wife", "your husband", "your kids", "your children", "your family",
  ]

  private static let insults = [
    "stupid", "idiot", "idiots", "moron", "dumb", "fool", "foolish", "garbage", "trash", "worthless",
    "pathetic",
    "loser", "losers", "liar", "crap", "shit", "fuck", "fucking", "damn", "hell", "bitch", "bastard",
    "asshole", "ass",
    "hate", "hate you", "shut up", "screw you", "go away", "or else", "you'll regret", "will regret",
    "be sorry",
    "you'll be sorry", "where you live", "we know where", "kill", "die", "hurt you", "sexy", "love you",
    "gorgeous",
    "beautiful", "handsome", "trump", "biden", "democrat", "democrats", "republican", "republicans", "god",
    "jesus",
  ]
}
