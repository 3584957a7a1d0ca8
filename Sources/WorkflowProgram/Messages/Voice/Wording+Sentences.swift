extension Wording {
  /// The wording with statements of more than `limit` words parted where a new clause starts: "…, and we …".
  ///
  /// Questions stay whole, and so does a sentence without such a joint.
  func shortSentences(of limit: Int) -> Wording {
    guard limit > 0 else { return self }
    var result = parts
    for sentence in sentences.reversed() where sentence.wordCount > limit && !sentence.asks {
      // The joint nearest to the middle.
      let joint = sentence.joints.min { first, second in
        abs(2 * first.wordsBefore - sentence.wordCount) < abs(2 * second.wordsBefore - sentence.wordCount)
      }
      guard let joint, case .text(let text) = result[joint.part] else { continue }
      var bytes = Array(text.utf8)
      bytes.replaceSubrange(joint.bytes, with: joint.replacement)
      result[joint.part] = .text(String(decoding: bytes, as: UTF8.self))
    }
    return Wording(result)
  }

  /// A sentence as far as parting it needs to know.
  private struct Sentence {
    var wordCount = 0
    var asks = false
    /// In text order.
    var joints: [Joint] = []
  }

  /// A comma, a conjunction and a subject, with words on both sides.
  private struct Joint {
    let part: Int
    /// From the comma up to and including the subject's first letter.
    let bytes: Range<Int>
    let replacement: [UInt8]
    let wordsBefore: Int
  }

  private static let subjects = WordSet(
    "I I'm I'll I'd we we're we'll we'd you you'll you'd they they'll they're it it's there there's that that's someone"
  )

  private var sentences: [Sentence] {
    var sentences: [Sentence] = []
    var current = Sentence()
    for (index, part) in parts.enumerated() {
      guard case .text(let text) = part else {
        current.wordCount += 1
        continue
      }
      let bytes = Array(text.utf8)
      var scanner = WordScanner(bytes)
      var last = 0
      while true {
        let word = scanner.next()
        for offset in last..<(word?.lowerBound ?? bytes.count) where Wording.isEnd(offset, in: bytes) {
          current.asks = bytes[offset] == UInt8(ascii: "?")
          sentences.append(current)
          current = Sentence()
        }
        guard let word else { break }
        last = word.upperBound
        if let joint = joint(at: word, part: index, in: bytes, wordsBefore: current.wordCount) {
          current.joints.append(joint)
        }
        current.wordCount += 1
      }
    }
    if current.wordCount > 0 { sentences.append(current) }
    // A half of two words is no sentence.
    return sentences.map { sentence in
      var sentence = sentence
      sentence.joints.removeAll { $0.wordsBefore < 3 || sentence.wordCount - $0.wordsBefore < 4 }
      return sentence
    }
  }

  private static func isEnd(_ index: Int, in bytes: [UInt8]) -> Bool {
    guard ".!?\n".utf8.contains(bytes[index]) else { return false }
    return index + 1 == bytes.count || bytes[index + 1] <= 0x20
  }

  /// The joint whose conjunction is this word, or `nil`.
  private func joint(at word: Range<Int>, part: Int, in bytes: [UInt8], wordsBefore: Int) -> Joint? {
    guard 2 <= word.lowerBound, bytes[word.lowerBound - 1] == 0x20,
      bytes[word.lowerBound - 2] == UInt8(ascii: ",")
    else { return nil }
    let joins: [(word: StaticString, replacement: StaticString)] = [
      ("and", ". "), ("but", ". But "), ("so", ". So "),
    ]
    guard let join = joins.first(where: { bytes[word].elementsEqual($0.word.bytes) }) else { return nil }
    var scanner = WordScanner(bytes)
    scanner.skip(to: word.upperBound)
    guard let subject = scanner.next(), subject.lowerBound == word.upperBound + 1,
      Wording.subjects.contains(bytes[subject])
    else { return nil }
    let letter = bytes[subject.lowerBound]
    let startsSentence = bytes[word][word.lowerBound] == UInt8(ascii: "a")
    let replacement =
      Array(join.replacement.bytes) + [startsSentence && letter &- 97 < 26 ? letter & 0xDF : letter]
    return Joint(
      part: part, bytes: (word.lowerBound - 2)..<(subject.lowerBound + 1), replacement: replacement,
      wordsBefore: wordsBefore)
  }
}

extension StaticString {
  fileprivate var bytes: UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(start: utf8Start, count: utf8CodeUnitCount)
  }
}
