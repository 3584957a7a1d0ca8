/// Words that say nothing at the edge of a sentence: "please", "ok", "right now".
///
/// `^` and `$` look past them, so that "ok stop please" is the sentence "stop". They are the word class
/// named `filler` in a definition.
struct FillerWords: Sendable {
  private static let maximumLength = 4
  /// The entries by their first word, the longest first.
  private var entries: [Int32: [[Int32]]] = [:]
  /// Per word, whether an entry starts with it.
  private var starts: [Bool] = []

  /// Enters the fillers' words into the table's vocabulary; call before it is finished.
  init(_ fillers: [String], into table: inout WordTable) {
    for text in fillers {
      let words = table.internProtected(text)
      guard let first = words.first, words.count <= FillerWords.maximumLength else { continue }
      entries[first, default: []].append(words)
      while starts.count <= Int(first) { starts.append(false) }
      starts[Int(first)] = true
    }
    for first in entries.keys { entries[first]?.sort { $0.count > $1.count } }
  }

  /// Marks which tokens may be first and last of their sentence when fillers are not counted.
  func mark(_ tokens: inout [Token]) {
    var index = 0
    while index < tokens.count {
      let length = self.length(at: index, in: tokens)
      for place in index..<(index + max(1, length)) where length > 0 || tokens[place].isTransparent {
        tokens[place].flags.insert(.isFiller)
      }
      index += max(1, length)
    }
    var isEdge = true
    for index in tokens.indices {
      isEdge = isEdge || !tokens[index].flags.isDisjoint(with: [.opensSentence, .followsComma])
      if isEdge { tokens[index].flags.insert(.mayOpenSentence) }
      isEdge = isEdge && tokens[index].flags.contains(.isFiller)
    }
    isEdge = true
    for index in tokens.indices.reversed() {
      isEdge = isEdge || tokens[index].flags.contains(.closesSentence)
      if isEdge { tokens[index].flags.insert(.mayCloseSentence) }
      isEdge = isEdge && tokens[index].flags.contains(.isFiller)
    }
    for index in tokens.indices {
      guard tokens[index].flags.contains(.isFiller) else { break }
      tokens[index].flags.insert(.isEdgeFiller)
    }
    for index in tokens.indices.reversed() {
      guard tokens[index].flags.contains(.isFiller) else { break }
      tokens[index].flags.insert(.isEdgeFiller)
    }
  }

  private func length(at index: Int, in tokens: [Token]) -> Int {
    let word = tokens[index].word
    guard word >= 0, Int(word) < starts.count, starts[Int(word)] else { return 0 }
    for entry in entries[word] ?? [] where index + entry.count <= tokens.count {
      if entry.indices.allSatisfy({ tokens[index + $0].word == entry[$0] }) { return entry.count }
    }
    return 0
  }
}
