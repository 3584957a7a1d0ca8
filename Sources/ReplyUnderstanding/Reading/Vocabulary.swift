/// The words a model knows, as small numbers.
struct Vocabulary: Sendable {
  static let unknown: Int32 = -1
  private var slots: [Int32]
  private var hashes: [UInt64] = []
  private var letters: [UInt8] = []
  private var ends: [Int32] = [0]

  init() { slots = [Int32](repeating: -1, count: 4_096) }

  var count: Int { hashes.count }

  /// FNV-1a: the same number on every machine.
  @inline(__always)
  static func hash(_ bytes: some Sequence<UInt8>) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    return hash ^ (hash >> 29)
  }

  @inline(__always)
  func id(ofHash hash: UInt64) -> Int32 {
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: hash) & mask
    while slots[slot] >= 0 {
      if hashes[Int(slots[slot])] == hash { return slots[slot] }
      slot = (slot + 1) & mask
    }
    return Vocabulary.unknown
  }

  /// The number of a word, a new one if it has none.
  mutating func intern(_ bytes: some Collection<UInt8>) -> Int32 {
    let hash = Vocabulary.hash(bytes)
    let known = id(ofHash: hash)
    if known >= 0 { return known }
    if (hashes.count + 1) * 2 > slots.count { grow() }
    let id = Int32(hashes.count)
    hashes.append(hash)
    letters.append(contentsOf: bytes)
    ends.append(Int32(letters.count))
    insert(id)
    return id
  }

  mutating func intern(_ word: String) -> Int32 { intern(Array(word.utf8)) }

  /// The letters of a word.
  func text(of id: Int32) -> ArraySlice<UInt8> {
    letters[Int(ends[Int(id)])..<Int(ends[Int(id) + 1])]
  }

  /// Appends the letters of a word.
  @inline(__always)
  func spell(_ id: Int32, into text: inout [UInt8]) {
    for place in Int(ends[Int(id)])..<Int(ends[Int(id) + 1]) { text.append(letters[place]) }
  }

  private mutating func insert(_ id: Int32) {
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: hashes[Int(id)]) & mask
    while slots[slot] >= 0 { slot = (slot + 1) & mask }
    slots[slot] = id
  }

  private mutating func grow() {
    slots = [Int32](repeating: -1, count: slots.count * 2)
    for id in hashes.indices { insert(Int32(id)) }
  }
}
