/// Exchanges phrases in the texts of one wording, from its first part to its last.
///
/// Remembers between parts whether the next word starts the message, a sentence or a clause.
struct PhraseEditor {
  private let table: PhraseTable
  private var position: Position

  private enum Position { case messageStart, sentenceStart, clauseStart, inside }

  /// After these words a clause starts.
  private static let conjunctions: Set<String> = [
    "and", "but", "so", "because", "since", "if", "that's", "then",
  ]

  /// - Parameter startsMessage: Whether rules for the start of a message apply.
  init(_ table: PhraseTable, startsMessage: Bool = true) {
    self.table = table
    position = startsMessage ? .messageStart : .sentenceStart
  }

  /// The text with its phrases exchanged.
  ///
  /// - Parameter holeFollows: Whether a value comes right after, which counts as a word.
  mutating func edited(_ text: String, holeFollows: Bool) -> String {
    let bytes = Array(text.utf8)
    var scanner = WordScanner(bytes)
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count + 16)
    var copied = 0
    var last = 0
    while let word = scanner.next() {
      note(between: bytes[last..<word.lowerBound])
      let lower = WordScanner.lowercased(bytes[word])
      if let (rule, end) = match(lower, at: word, in: bytes, holeFollows: holeFollows) {
        result += bytes[copied..<word.lowerBound]
        result += cased(rule.replacement, like: bytes[word])
        copied = end
        scanner.skip(to: end)
        last = end
        position = .inside
      } else {
        last = word.upperBound
        position = PhraseEditor.conjunctions.contains(lower) ? .clauseStart : .inside
      }
    }
    note(between: bytes[last...])
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

  private func match(
    _ first: String, at word: Range<Int>, in bytes: [UInt8], holeFollows: Bool
  ) -> (rule: PhraseRule, end: Int)? {
    for rule in table.rules(startingWith: first) {
      guard let end = end(of: rule, from: word, in: bytes) else { continue }
      if holds(rule.condition, before: end, in: bytes, holeFollows: holeFollows) { return (rule, end) }
    }
    return nil
  }

  /// Where the phrase ends that starts with `word`, its words one space apart.
  private func end(of rule: PhraseRule, from word: Range<Int>, in bytes: [UInt8]) -> Int? {
    var end = word.upperBound
    for expected in rule.words.dropFirst() {
      guard end < bytes.count, bytes[end] == 0x20 else { return nil }
      var scanner = WordScanner(bytes)
      scanner.skip(to: end + 1)
      guard let next = scanner.next(), next.lowerBound == end + 1,
        WordScanner.lowercased(bytes[next]) == expected
      else { return nil }
      end = next.upperBound
    }
    return end
  }

  private func holds(
    _ condition: PhraseRule.Condition, before end: Int, in bytes: [UInt8], holeFollows: Bool
  ) -> Bool {
    switch condition {
    case .anywhere: return true
    case .messageStart: return position == .messageStart
    case .clauseStart: return position != .inside && wordFollows(end, in: bytes, holeFollows)
    case .beforeWord: return wordFollows(end, in: bytes, holeFollows)
    case .ending: return sentenceEnds(end, in: bytes, holeFollows)
    case .sentenceAlone:
      let isStart = position == .messageStart || position == .sentenceStart
      return isStart && sentenceEnds(end, in: bytes, holeFollows)
    case .closing:
      guard wordFollows(end, in: bytes, holeFollows) else { return true }
      var scanner = WordScanner(bytes)
      scanner.skip(to: end)
      return scanner.next().map { WordScanner.lowercased(bytes[$0]) } == "for"
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
  private func cased(_ replacement: String, like word: ArraySlice<UInt8>) -> [UInt8] {
    var result = Array(replacement.utf8)
    guard let first = word.first, first &- 65 < 26, let start = result.first, start &- 97 < 26 else {
      return result
    }
    // OK and ASAP are capitals everywhere; "I" is too.
    let isShouted = word.allSatisfy { $0 &- 65 < 26 }
    if !isShouted || position != .inside && position != .clauseStart { result[0] = start & 0xDF }
    return result
  }
}
