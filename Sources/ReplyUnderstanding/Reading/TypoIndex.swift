/// Finds the known word that a misspelt one is a single slip away from.
///
/// A slip is a letter too many, too few, another, or two swapped. Every target is filed under itself and
/// under each of its forms with one letter left out, so a look-up costs a few hashes.
struct TypoIndex: Sendable {
  /// Shorter words have too many honest neighbours.
  static let minimumLength = 4
  private static let maximumLength = 16
  private var slots: [Int32]
  private var entries: [Entry] = []

  private struct Entry {
    var hash: UInt64
    var word: Int32
    /// The next entry in the same slot, or -1.
    var next: Int32
  }

  /// - Parameter targets: Words in order of preference: of two equally near, the earlier wins.
  init(targets: [Int32], of vocabulary: Vocabulary) {
    var size = 1_024
    while size < targets.count * 16 { size *= 2 }
    slots = [Int32](repeating: -1, count: size)
    entries.reserveCapacity(targets.count * 8)
    for word in targets.reversed() {
      let text = Array(vocabulary.text(of: word))
      guard TypoIndex.minimumLength...TypoIndex.maximumLength ~= text.count else { continue }
      file(Vocabulary.hash(text), word)
      for index in text.indices where index == 0 || text[index] != text[index - 1] {
        file(TypoIndex.hash(text, without: index), word)
      }
    }
  }

  /// The preferred target one slip away from a word, or nil.
  func nearest(to text: [UInt8], in vocabulary: Vocabulary, accepting: (Int32) -> Bool) -> Int32? {
    guard TypoIndex.minimumLength - 1...TypoIndex.maximumLength + 1 ~= text.count else { return nil }
    var best: Int32?
    func consider(_ hash: UInt64) {
      var index = slots[Int(truncatingIfNeeded: hash) & (slots.count - 1)]
      while index >= 0 {
        let entry = entries[Int(index)]
        index = entry.next
        guard entry.hash == hash, entry.word < best ?? .max, accepting(entry.word) else { continue }
        if TypoIndex.isOneSlip(text[...], vocabulary.text(of: entry.word)) { best = entry.word }
      }
    }
    consider(Vocabulary.hash(text))
    for index in text.indices { consider(TypoIndex.hash(text, without: index)) }
    return best
  }

  private mutating func file(_ hash: UInt64, _ word: Int32) {
    let slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
    entries.append(Entry(hash: hash, word: word, next: slots[slot]))
    slots[slot] = Int32(entries.count - 1)
  }

  private static func hash(_ text: [UInt8], without skipped: Int) -> UInt64 {
    Vocabulary.hash(text.indices.lazy.filter { $0 != skipped }.map { text[$0] })
  }

  /// Whether two words differ by exactly one insertion, deletion, substitution or swap of neighbours.
  static func isOneSlip(_ a: ArraySlice<UInt8>, _ b: ArraySlice<UInt8>) -> Bool {
    guard abs(a.count - b.count) <= 1 else { return false }
    let prefix = zip(a, b).prefix { $0 == $1 }.count
    let (restA, restB) = (a.dropFirst(prefix), b.dropFirst(prefix))
    if restA.count != restB.count {
      return restA.count > restB.count
        ? restA.dropFirst().elementsEqual(restB) : restB.dropFirst().elementsEqual(restA)
    }
    guard restA.count > 0 else { return false }
    if restA.dropFirst().elementsEqual(restB.dropFirst()) { return true }
    guard restA.count > 1 else { return false }
    let (i, j) = (restA.startIndex, restB.startIndex)
    return restA[i] == restB[j + 1] && restA[i + 1] == restB[j]
      && restA.dropFirst(2).elementsEqual(restB.dropFirst(2))
  }
}
