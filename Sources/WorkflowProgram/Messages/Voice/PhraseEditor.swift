/// Exchanges phrases in the texts of one wording, from its first part to its last.
///
/// Remembers between parts whether the next word starts the message, a sentence or a clause.
struct PhraseEditor {
  /// The first that has a rule for a phrase decides.
  private let tables: [PhraseTable]
  private var position: Position

  private enum Position { case messageStart, sentenceStart, clauseStart, inside }

  /// After these words a clause starts.
  private static let conjunctions = WordSet("and but so because since if that's then")
  private static let pronouns = WordSet("you it we they that this there he she I")
  private static let participles = WordSet("been got had become come gone taken grown changed")
  private static let forWord = WordSet("for")

  /// - Parameter startsMessage: Whether rules for the start of a message apply.
  init(_ tables: [PhraseTable], startsMessage: Bool = true) {
    self.tables = tables
    position = startsMessage ? .messageStart : .sentenceStart
  }

  /// The text with its phrases exchanged.
  ///
  /// - Parameter holeFollows: Whether a value comes right after, which counts as a word.
  mutating func edited(_ text: String, holeFollows: Bool) -> String {
    let bytes = Array(text.utf8)
    var scanner = WordScanner(bytes)
    var result: [UInt8] = []
    var copied = 0
    var last = 0
    while let word = scanner.next() {
      note(between: bytes[last..<word.lowerBound])
      if let match = match(at: word, in: bytes, holeFollows: holeFollows) {
        result += bytes[copied..<word.lowerBound]
        result += cased(match.replacement, like: bytes[word])
        copied = match.end
        scanner.skip(to: match.end)
        last = match.end
        position = .inside
      } else {
        last = word.upperBound
        position = PhraseEditor.conjunctions.contains(bytes[word]) ? .clauseStart : .inside
      }
    }
    note(between: bytes[last...])
    guard copied > 0 else { return text }
    result += bytes[copied...]
    return String(decoding: result, as: UTF8.self)
  }

  /// Notes that a value or another wording stands next.
  mutating func passHole() { position = .inside }

  /// Learns from what stands between two words where the next one is.
  private mutating func note(between bytes: ArraySlice<UInt8>) {
    for byte in bytes {
      switch byte {
      case UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"), 0x0A: position = .sentenceStart
      case UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: ":"), UInt8(ascii: "("):
        if position == .inside { position = .clauseStart }
      case _: break
      }
    }
  }

  // MARK: Matching

  private func match(
    at word: Range<Int>, in bytes: [UInt8], holeFollows: Bool
  ) -> (replacement: [UInt8], end: Int)? {
    let hash = WordScanner.hash(bytes[word])
    for table in tables {
      for rule in table.rules(startingWith: hash) {
        guard let end = end(of: rule, from: word, in: bytes) else { continue }
        if rule.condition == .beforePronoun {
          guard let pronoun = nextWord(end, in: bytes), PhraseEditor.pronouns.contains(bytes[pronoun]) else {
            continue
          }
          let replacement = rule.replacement.flatMap {
            $0 == UInt8(ascii: "*") ? Array(bytes[pronoun]) : [$0]
          }
          return (replacement, pronoun.upperBound)
        }
        if holds(rule.condition, before: end, in: bytes, holeFollows) { return (rule.replacement, end) }
      }
    }
    return nil
  }

  /// Where the phrase ends that starts with `word`, its words one space apart.
  private func end(of rule: PhraseRule, from word: Range<Int>, in bytes: [UInt8]) -> Int? {
    guard WordScanner.equal(bytes[word], rule.words[0]) else { return nil }
    var end = word.upperBound
    for expected in rule.words.dropFirst() {
      guard let next = nextWord(end, in: bytes), WordScanner.equal(bytes[next], expected) else { return nil }
      end = next.upperBound
    }
    return end
  }

  /// The word that follows after one space, or `nil`.
  private func nextWord(_ end: Int, in bytes: [UInt8]) -> Range<Int>? {
    guard end + 1 < bytes.count, bytes[end] == 0x20, WordScanner.isLetter(bytes[end + 1]) else { return nil }
    var scanner = WordScanner(bytes)
    scanner.skip(to: end + 1)
    return scanner.next()
  }

  private func holds(
    _ condition: PhraseRule.Condition, before end: Int, in bytes: [UInt8], _ holeFollows: Bool
  ) -> Bool {
    switch condition {
    case .anywhere: return true
    case .messageStart: return position == .messageStart
    case .clauseStart: return position != .inside && wordFollows(end, in: bytes, holeFollows)
    case .ending: return sentenceEnds(end, in: bytes, holeFollows)
    case .sentenceAlone:
      let isStart = position == .messageStart || position == .sentenceStart
      return isStart && sentenceEnds(end, in: bytes, holeFollows)
    case .closing:
      guard wordFollows(end, in: bytes, holeFollows) else { return true }
      return nextWord(end, in: bytes).map { PhraseEditor.forWord.contains(bytes[$0]) } ?? false
    case .beforeParticiple:
      return nextWord(end, in: bytes).map { PhraseEditor.participles.contains(bytes[$0]) } ?? false
    case .beforePronoun: return false  // Matched with its pronoun.
    }
  }

  private func sentenceEnds(_ end: Int, in bytes: [UInt8], _ holeFollows: Bool) -> Bool {
    guard end < bytes.count else { return !holeFollows }
    return bytes[end] == UInt8(ascii: ".") || bytes[end] == UInt8(ascii: "!")
  }

  private func wordFollows(_ end: Int, in bytes: [UInt8], _ holeFollows: Bool) -> Bool {
    guard end < bytes.count else { return holeFollows }
    guard bytes[end] == 0x20 else { return false }
    return end + 1 < bytes.count ? WordScanner.isLetter(bytes[end + 1]) : holeFollows
  }

  /// The replacement with a capital where the exchanged phrase has one.
  private func cased(_ replacement: [UInt8], like word: ArraySlice<UInt8>) -> [UInt8] {
    guard let first = word.first, first &- 65 < 26, let start = replacement.first, start &- 97 < 26 else {
      return replacement
    }
    // OK and ASAP are capitals everywhere; "I" is too.
    let isShouted = word.allSatisfy { $0 &- 65 < 26 }
    if isShouted, position == .inside || position == .clauseStart { return replacement }
    var result = replacement
    result[0] = start & 0xDF
    return result
  }
}
