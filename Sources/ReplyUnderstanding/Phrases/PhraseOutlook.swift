/// A small sketch of a set of words and things: two that share nothing have nothing in common.
struct PhraseOutlook {
  private var bits: SIMD2<UInt64>

  init() { bits = .zero }
  private init(bits: SIMD2<UInt64>) { self.bits = bits }

  /// Anything at all.
  static let everything = PhraseOutlook(bits: SIMD2(repeating: .max))
  private static let wordBits: UInt32 = 117
  /// Every token has it, also a word that no phrase names, so that nothing is kept from a gap.
  private static let anyBit: UInt32 = 117

  @inline(__always)
  mutating func insert(word: Int32) {
    insert(bit: ((UInt32(bitPattern: word) &* 0x9E37_79B1) >> 8) % PhraseOutlook.wordBits)
  }

  @inline(__always)
  mutating func insert(_ thing: PhraseThing) {
    insert(bit: PhraseOutlook.anyBit + 1 + UInt32(thing.rawValue))
  }

  @inline(__always)
  private mutating func insert(bit: UInt32) { bits[Int(bit >> 6)] |= UInt64(1) << UInt64(bit & 63) }

  @inline(__always)
  func meets(_ other: PhraseOutlook) -> Bool {
    let common = bits & other.bits
    return common[0] | common[1] != 0
  }

  /// What a token can be for a phrase; signs are looked past, so anything may come behind them.
  init(_ token: Token) {
    bits = token.isTransparent ? SIMD2(repeating: .max) : .zero
    guard !token.isTransparent else { return }
    insert(bit: PhraseOutlook.anyBit)
    if token.word >= 0 { insert(word: token.word) }
    for thing in PhraseThing.allCases where thing.matches(token) { insert(thing) }
  }
}
