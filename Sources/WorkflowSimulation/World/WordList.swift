import WorkflowProgram

/// The different values of a field that repeats from lead to lead, by number.
struct WordList {
  /// Says that a word is not listed.
  static let unlisted = UInt16.max

  /// All words, one behind the other, and where each begins; the last entry is the end.
  private var bytes: [UInt8] = []
  private var starts: [Int] = [0]
  /// By number: the word's hash.
  private var hashes: [UInt64] = []
  /// Numbers by the words' hashes, at most half of them in use; as many as a power of two.
  private var slots: [UInt16] = Array(repeating: unlisted, count: 256)

  /// The word's number; `nil` when it has none and the list is full, or when another word has its hash.
  mutating func number(of word: UnsafeBufferPointer<UInt8>) -> UInt16? {
    let hash = stableHash(word)
    let slot = slot(of: hash)
    let known = slots[slot]
    if known != Self.unlisted { return withBytes(of: known) { $0.elementsEqual(word) } ? known : nil }
    guard hashes.count < Int(Self.unlisted) else { return nil }
    let number = UInt16(hashes.count)
    bytes += word
    starts.append(bytes.count)
    hashes.append(hash)
    slots[slot] = number
    if slots.count < hashes.count * 2 { grow() }
    return number
  }

  /// A listed word.
  func withBytes<Result>(of number: UInt16, _ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    bytes.withUnsafeBufferPointer {
      body(UnsafeBufferPointer(rebasing: $0[starts[Int(number)]..<starts[Int(number) + 1]]))
    }
  }

  /// Where a hash is, or the free slot where it belongs.
  private func slot(of hash: UInt64) -> Int {
    var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
    while slots[slot] != Self.unlisted, hashes[Int(slots[slot])] != hash {
      slot = (slot + 1) & (slots.count - 1)
    }
    return slot
  }

  private mutating func grow() {
    slots = Array(repeating: Self.unlisted, count: slots.count * 2)
    for (number, hash) in hashes.enumerated() { slots[slot(of: hash)] = UInt16(number) }
  }
}
