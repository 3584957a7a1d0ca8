import Diagnostics
import WorkflowProgram

/// Checks a text that the law or the carriers want said, for what it must say and must not.
///
/// Sources: 47 CFR 64.1200(a)(12) for the confirmation of an opt-out; the carriers' handbook for HELP and opt-in.
struct RequiredTextCheck {
  private let text: RequiredText

  init(_ text: RequiredText) { self.text = text }

  func findings(in compiled: CompiledTemplate) -> [Diagnostic] {
    var findings: [Diagnostic] = []
    if text == .optOutConfirmation, let first = compiled.wordings.first,
      1 < compiled.template.segmentBudget
    {
      findings.append(
        Diagnostic(
          .templateOverBudget, .error,
          "the confirmation of an opt-out must fit 1 segment, and this text may take \(compiled.template.segmentBudget)",
          at: whole(first), notes: [Diagnostic.Note("write 'segments: 1'")]))
    }
    for wording in compiled.wordings { findings += self.findings(in: wording) }
    return findings
  }

  private func findings(in wording: LocatedWording) -> [Diagnostic] {
    var problems: [String] = []
    let words = Words(wording)
    if !wording.wording.contains(.brandName), !wording.wording.contains(.brandDomain) {
      problems.append("does not name the sender ({brandName})")
    }
    let saysStop = wording.wording.contains(.optOut) || words.has("STOP")
    switch text {
    case .optOutConfirmation:
      if !Self.lastWords.contains(where: words.says) {
        problems.append("does not say that it is the last message")
      }
      if wording.source.text.contains("?") { problems.append("asks a question, and must only confirm") }
      if wording.wording.contains(.calendarLink) || words.says("http") {
        problems.append("has a link, and must only confirm")
      }
      if let word = Self.marketing.first(where: words.hasLowercased) {
        problems.append("says '\(word)', and must not sell")
      }
    case .optInConfirmation:
      if !saysStop { problems.append("does not say how to opt out ({optOut})") }
      if !words.has("HELP") { problems.append("does not say that HELP gets help") }
      if !["rates", "tarifas", "frais"].contains(where: words.hasLowercased) {
        problems.append("does not say that message and data rates may apply")
      }
    case .helpReply:
      let hasContact =
        wording.wording.contains(.brandPhone) || wording.wording.contains(.brandDomain)
        || words.says("@") || words.lowercased.contains { $0.isNumber }
      if !hasContact { problems.append("does not say where there is help ({brandPhone})") }
      if !saysStop { problems.append("does not say how to opt out ({optOut})") }
    }
    guard !problems.isEmpty else { return [] }
    let message = "\(name) \(problems.joined(separator: "; it "))"
    return [Diagnostic(.incompleteMessage, .error, message, at: whole(wording))]
  }

  private var name: String {
    switch text {
    case .optOutConfirmation: "the confirmation of an opt-out"
    case .optInConfirmation: "the confirmation of an opt-in"
    case .helpReply: "the answer to HELP"
    }
  }

  private func whole(_ wording: LocatedWording) -> SourceRange {
    wording.range(0..<wording.source.text.utf8.count)
  }

  /// Ways to say that nothing follows, in English, Spanish and French.
  private static let lastWords = [
    "no more", "no further", "nothing more", "nothing further", "no other", "last message", "last text",
    "won't text", "won't write", "won't message", "won't hear", "will not text", "will not write",
    "will not receive", "won't receive", "no longer", "not be sent", "no recibir", "no enviar",
    "no le enviar",
    "no habrá más", "otro mensaje", "no más", "último mensaje", "ne recevrez plus", "plus de messages",
    "dernier message",
  ]

  /// Words that ask for something, or praise it.
  private static let marketing = [
    "sell", "selling", "sale", "buyer", "buyers", "valuation", "worth", "offer", "free", "call", "book",
    "schedule", "miss", "sorry", "before", "unless", "reconsider", "interested", "vender", "venta", "oferta",
    "gratis", "vendre", "vente", "offre",
  ]

  /// The author's own words, apart from what stands in braces.
  private struct Words {
    private let words: Set<Substring>
    private let lowercasedWords: Set<Substring>
    let lowercased: String
    /// Whether characters are bytes, as in most texts.
    private let isASCII: Bool

    init(_ wording: LocatedWording) {
      let text = String(
        decoding: wording.ownWords.map { $0 == LocatedWording.hole ? 0x20 : $0 }, as: UTF8.self)
      let isASCII = text.utf8.allSatisfy { $0 < 0x80 }
      self.isASCII = isASCII
      lowercased = isASCII ? text.lowercased() : text.lowercased().replacing("’", with: "'")
      func split(_ text: String) -> Set<Substring> {
        guard isASCII else { return Set(text.split { !$0.isLetter && $0 != "'" && $0 != "-" }) }
        return Set(
          text.utf8.split { ($0 | 0x20) &- 97 >= 26 && $0 != UInt8(ascii: "'") && $0 != UInt8(ascii: "-") }
            .map(Substring.init))
      }
      words = split(text)
      lowercasedWords = split(lowercased)
    }

    /// Whether the words are said, in lower case and as they stand here, within others or not.
    func says(_ phrase: String) -> Bool {
      guard isASCII else { return lowercased.contains(phrase) }
      let bytes = Array(lowercased.utf8)
      let wanted = Array(phrase.utf8)
      guard wanted.count <= bytes.count else { return false }
      return (0...bytes.count - wanted.count).contains { bytes[$0...].starts(with: wanted) }
    }

    func has(_ word: String) -> Bool { words.contains(word[...]) }
    func hasLowercased(_ word: String) -> Bool { lowercasedWords.contains(word[...]) }
  }
}
