/// How much longer a voice makes a text at most, found once for each voice: every template is asked about it.
struct VoiceGrowth: Hashable, Sendable {
  /// By word, the most septets by which an exchange that starts there makes a text longer; where that is 0, nothing.
  private let words: [UInt64: Int]
  /// By the first bits of a hash, whether a word of `words` has it, so that most words of a text cost no look-up.
  private var mayGrow: [Bool]
  /// By `VoiceSlot.rawValue`, the most septets of what the voice may put there, said in its own words or as written;
  /// `.max` where only saying it can tell.
  private var slots: [Int] = []

  /// That of a voice that says everything as it is written, and knows no slots.
  static let nothing = VoiceGrowth()

  private init() { (words, mayGrow) = ([:], VoiceGrowth.noWord) }

  init(_ voice: PersonaVoice) {
    words = voice.phrases.reduce(into: [:]) { $0.merge($1.growths, uniquingKeysWith: max) }
    mayGrow = VoiceGrowth.noWord
    for word in words.keys { mayGrow[Int(word >> 54)] = true }
    for slot in VoiceSlot.allCases {
      let forms = (voice.forms(of: slot) + [slot.plain]).map { WordingBound($0).septets(growing: self) }
      slots.append(forms.reduce(0) { max($0, $1 ?? .max) })
    }
  }

  /// The most septets by which the voice makes a text longer at a word, given by `WordScanner.hash`.
  func septets(atWord hash: UInt64) -> Int {
    guard mayGrow[Int(hash >> 54)] else { return 0 }
    return words[hash] ?? 0
  }

  private static let noWord = [Bool](repeating: false, count: 1 << 10)

  /// The most septets that the voice puts into a slot; `.max` where that is not known.
  func septets(in slot: VoiceSlot) -> Int { slots[Int(slot.rawValue)] }
}
