/// A small sketch of a set of words and things: two that share nothing have nothing in common.
struct PhraseOutlook {
  private var bits: SIMD2<UInt64>

  init() { bits = .zero }
  private init(bits: SIMD2<UInt64>) { self.bits = bits }

  /// Anything at all.
  static let everything = PhraseOutlook(bits: SIMD2(repeating: .max))
  private static let wordBits: UInt32 = 116
  /// Every token has it, also a word that no phrase names, and so has what takes anything.
  private static let tokenBit: UInt32 = 116
  /// Set where any word at all may come first, and what the others stand for behind it.
  private static let gapBit: UInt32 = 117

  @inline(__always)
  mutating func insert(word: Int32) {
    insert(bit: ((UInt32(bitPattern: word) &* 0x9E37_79B1) >> 8) % PhraseOutlook.wordBits)
  }

  @inline(__always)
  mutating func insert(_ thing: PhraseThing) {
    insert(bit: PhraseOutlook.gapBit + 1 + UInt32(thing.rawValue))
  }

  @inline(__always)
  private mutating func insert(bit: UInt32) { bits[Int(bit >> 6)] |= UInt64(1) << UInt64(bit & 63) }

  @inline(__always)
  mutating func insertGap() { insert(bit: PhraseOutlook.gapBit) }

  @inline(__always)
  mutating func formUnion(_ other: PhraseOutlook) { bits |= other.bits }

  /// Whether a place with this outlook can go on.
  ///
  /// - Parameters:
  ///   - next: What the next token can be.
  ///   - rest: What it and the others of its sentence can be; behind a gap any of them will do.
  @inline(__always)
  func meets(next: PhraseOutlook, rest: PhraseOutlook) -> Bool {
    let hasGap = bits[1] & PhraseOutlook.gapMask != 0
    let common = bits & (hasGap ? rest.bits : next.bits)
    return common[0] | common[1] != 0
  }

  @inline(__always)
  func overlaps(_ other: PhraseOutlook) -> Bool {
    let common = bits & other.bits
    return common[0] | common[1] != 0
  }

  private static let gapMask = UInt64(1) << UInt64(gapBit & 63)

  /// What a token can be for a phrase; signs are looked past, so anything may come behind them.
  init(_ token: Token, _ things: PhraseThings) {
    bits = token.isTransparent ? SIMD2(repeating: .max) : .zero
    guard !token.isTransparent else { return }
    insert(bit: PhraseOutlook.tokenBit)
    if token.word >= 0 { insert(word: token.word) }
    bits[1] |= UInt64(things.bits) << UInt64((PhraseOutlook.gapBit + 1) & 63)
  }
}
