/// A draft or the text it stands for, taken apart into words and sentences for the checks.
struct DraftText: Hashable, Sendable {
  let text: String
  /// Lower case, apostrophes inside; hyphens part words, so that "risk-free" is two.
  let words: [Word]

  struct Word: Hashable, Sendable {
    let text: String
    /// Sentence of the text, from 0.
    let sentence: Int
    /// Whether it is written with a capital.
    let isCapital: Bool
  }

  init(_ text: String) {
    self.text = text
    var words: [Word] = []
    var sentence = 0
    var current = ""
    var endedSentence = false
    func isInside(_ character: Character) -> Bool {
      character.isLetter || character.isNumber || character == "'"
    }
    func close() {
      while current.last == "'" { current.removeLast() }
      if !current.isEmpty {
        if endedSentence { sentence += 1 }
        endedSentence = false
        let isCapital = current.first?.isUppercase ?? false
        words.append(Word(text: current.lowercased(), sentence: sentence, isCapital: isCapital))
        current = ""
      }
    }
    for character in text {
      if isInside(character), !(current.isEmpty && character == "'") {
        current.append(character)
      } else {
        close()
        if character == "." || character == "!" || character == "?" || character.isNewline {
          endedSentence = !words.isEmpty
        }
      }
    }
    close()
    self.words = words
  }

  var isEmpty: Bool { words.isEmpty }

  /// Where a phrase stands, words one after another; `nil` where it does not.
  func firstIndex(of phrase: [String]) -> Int? {
    guard !phrase.isEmpty, phrase.count <= words.count else { return nil }
    return (0...(words.count - phrase.count)).first { start in
      phrase.indices.allSatisfy { words[start + $0].text == phrase[$0] }
    }
  }

  func contains(_ phrase: [String]) -> Bool { firstIndex(of: phrase) != nil }

  /// The first of several phrases, given as words with one space between, that stands here and not in `other`.
  func firstPhrase(of phrases: [String], notIn other: DraftText) -> String? {
    phrases.first { phrase in
      let words = phrase.split(separator: " ").map(String.init)
      return contains(words) && !other.contains(words)
    }
  }

  /// The stems of its words: their first four letters.
  var stems: Set<Substring> { Set(words.map { $0.text.prefix(4) }) }

  func count(of character: Character) -> Int { text.count { $0 == character } }
}
