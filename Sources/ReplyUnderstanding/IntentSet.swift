/// Some of a model's intents, by number.
struct IntentSet {
  /// One bit per intent; twice as many fit as a definition may have.
  private var bits = SIMD8<UInt64>()

  subscript(intent: Int) -> Bool {
    bits[intent >> 6] & (1 << UInt64(intent & 63)) != 0
  }

  mutating func insert(_ intent: Int) { bits[intent >> 6] |= 1 << UInt64(intent & 63) }
}
