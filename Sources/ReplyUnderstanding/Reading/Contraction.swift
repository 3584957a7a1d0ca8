/// Words with an apostrophe.
enum Contraction {
  /// The stem's length and the word behind an apostrophe: "n't", "'re"; nil where there is none.
  static func split(_ letters: ArraySlice<UInt8>) -> (stem: Int, word: String)? {
    guard let apostrophe = letters.lastIndex(of: 0x27) else { return nil }
    let ending = letters[(apostrophe + 1)...]
    let stem = apostrophe - letters.startIndex
    return switch (ending.first ?? 0, ending.count) {
    case (UInt8(ascii: "t"), 1) where stem > 1 && letters[apostrophe - 1] == UInt8(ascii: "n"):
      isIrregular(letters.prefix(stem)) ? nil : (stem - 1, "not")
    case (UInt8(ascii: "r"), 2): (stem, "are")
    case (UInt8(ascii: "v"), 2): (stem, "have")
    case (UInt8(ascii: "l"), 2): (stem, "will")
    case (UInt8(ascii: "d"), 1): (stem, "would")
    case (UInt8(ascii: "m"), 1): (stem, "am")
    default: nil
    }
  }

  /// The length of what a French word drops its vowel before: "m'écrivez", "l'offre"; 0 where there is none.
  static func elision(_ letters: ArraySlice<UInt8>) -> Int {
    guard letters.count >= 4, let first = letters.first, letters[letters.startIndex + 1] == 0x27 else {
      return 0
    }
    return "mldnsjtc".utf8.contains(first) ? 1 : 0
  }

  /// "can't", "won't" and "ain't" lose a letter or change one; the lexicon knows them.
  private static func isIrregular(_ stem: ArraySlice<UInt8>) -> Bool {
    stem.elementsEqual("can".utf8) || stem.elementsEqual("won".utf8) || stem.elementsEqual("ain".utf8)
  }

  /// A word without its apostrophes, and without a possessive "'s" unless that makes a word of its own.
  static func bare(_ letters: ArraySlice<UInt8>, in vocabulary: Vocabulary) -> [UInt8] {
    guard letters.contains(0x27) else { return Array(letters) }
    let joined = letters.filter { $0 != 0x27 }
    guard letters.suffix(2).elementsEqual([0x27, UInt8(ascii: "s")]) else { return joined }
    return vocabulary.id(ofHash: Vocabulary.hash(joined)) >= 0 ? joined : Array(joined.dropLast())
  }
}
