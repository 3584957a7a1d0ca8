import ReplyUnderstanding

/// Asks, before a model is, whether its draft could be checked: all checks know English words and no others.
///
/// A draft in Spanish could promise, deny or offer anything in words that no check has heard of, and one in English
/// does not answer who writes in Spanish. So neither is asked for.
enum DraftLanguage {
  /// - Parameter reference: The text as the lead would get it.
  static func refusal(of reference: String, answering reply: ReplyFacts) -> DraftRefusal? {
    switch reply.language {
    case .spanish: return .unreadLanguage("Spanish")
    case .french: return .unreadLanguage("French")
    case .english, .unknown: return isForeign(DraftText(reference)) ? .foreignText : nil
    }
  }

  /// Whether more of a text's small words are another language's than English.
  private static func isForeign(_ text: DraftText) -> Bool {
    let isLatin = text.text.unicodeScalars.allSatisfy { !$0.properties.isAlphabetic || $0.value < 0x250 }
    guard isLatin else { return true }
    let foreign = text.words.count { DraftPurpose.foreign.contains($0.text) || small.contains($0.text) }
    let english = text.words.count { DraftPurpose.ordinary.contains($0.text) || $0.text.contains("'") }
    return 0 < foreign && english < foreign
  }

  /// Further words of Spanish and French that English has not, without those that stand in names there.
  private static let small: Set<String> = [
    "le", "lo", "se", "es", "un", "nos", "ha", "día", "días", "más", "sobre", "cuál", "buenos", "buenas",
    "tardes", "llamada", "hablar", "vender", "empresa", "dueño", "conviene", "correo", "ce", "cette", "nous",
    "avez", "êtes", "quel", "quelle", "jour", "appel", "sur", "dans", "qui", "pas",
  ]
}
