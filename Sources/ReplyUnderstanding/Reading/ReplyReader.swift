/// Turns scanned tokens into known words: short forms written out, slips and disguises undone.
struct ReplyReader {
  private let words: ReplyWords
  private let scanned: ReplyText
  private var result: ReplyText

  /// A slip is only undone in short replies, where there is little else to go by.
  private static let longestCorrectedReply = 12
  /// A slip of a short word is undone only for the carriers' keywords, in a still shorter reply.
  private static let longestReplyForShortWords = 6
  /// A keyword that was broken by slips is in so many pieces at most.
  private static let mostPieces = 3
  /// Words of this length have few honest neighbours that begin with the same letter.
  private static let plainWord = 6
  /// Words of this length have few honest neighbours at all.
  private static let longWord = 8

  static func read(_ scanned: consuming ReplyText, with words: ReplyWords) -> ReplyText {
    var reader = ReplyReader(scanned, words)
    reader.run()
    return reader.result
  }

  private init(_ scanned: ReplyText, _ words: ReplyWords) {
    self.words = words
    self.scanned = scanned
    result = ReplyText()
    result.source = scanned.source
    result.letters = scanned.letters
    result.tokens.reserveCapacity(scanned.tokens.count + 8)
  }

  private mutating func run() {
    if let (whole, keyword) = brokenKeyword() { return appendCorrected(whole, keyword) }
    var index = 0
    while index < scanned.tokens.count {
      let spelled = spelledWord(from: index)
      if spelled > index {
        index = spelled
        continue
      }
      read(scanned.tokens[index])
      index += 1
    }
  }

  private mutating func read(_ token: Token) {
    guard token.kind == .word else {
      var token = token
      if token.kind == .symbol || token.kind == .number { token.word = id(text(of: token)) }
      append(token)
      return
    }
    let letters = text(of: token)
    let word = id(letters)
    if !token.flags.contains(.isGlued) {
      let expansion = words.table.lexicon.expansion(of: word)
      if !expansion.isEmpty {
        append(token, as: expansion)
        return
      }
    }
    if let whole = withDroppedG(letters, word) {
      appendKnown(token, whole)
    } else if letters.contains(0x27) {
      readApostrophe(token, letters)
    } else if words.table.isDoubtful(word) {
      repair(token, letters, word)
    } else {
      var token = token
      token.word = word
      append(token)
    }
  }

  private mutating func readApostrophe(_ token: Token, _ letters: ArraySlice<UInt8>) {
    let elided = Contraction.elision(letters)
    if elided > 0 {
      let behind = letters.dropFirst(elided + 1)
      append(token, as: [id(letters.prefix(elided)), id(behind)], letters: Array(behind))
      return
    }
    let split = Contraction.split(letters)
    let stem = Contraction.bare(letters.prefix(split?.stem ?? letters.count), in: words.table.vocabulary)
    let word = id(stem[...])
    let expansion = words.table.lexicon.expansion(of: word)
    let tail = split.map { [words.table.vocabulary.id(ofHash: Vocabulary.hash($0.word.utf8))] } ?? []
    if expansion.isEmpty, word < 0, tail.isEmpty {
      repair(token, stem[...], word)
    } else {
      append(token, as: (expansion.isEmpty ? [word] : expansion) + tail, letters: stem)
    }
  }

  // MARK: Slips and disguises

  private mutating func repair(_ token: Token, _ letters: ArraySlice<UInt8>, _ word: Int32) {
    if token.flags.contains(.hasLookalikes), let known = undisguised(letters) {
      return appendCorrected(token, known)
    }
    if token.flags.contains(.hasLookalikes), splitDigits(token, letters) { return }
    if token.flags.contains(.hasStars), let known = uncensored(letters) {
      return appendCorrected(token, known)
    }
    var letters = letters
    if word < 0 {
      let shorter = [2, 1].map { Elongation.shortened(letters, to: $0) }.filter { $0.count < letters.count }
      let known = shorter.map { id($0[...]) }
      // Of "stopp" and "stop", the word that phrases use.
      if let word = known.first(where: words.table.isTarget) ?? known.first(where: { $0 >= 0 }) {
        return appendCorrected(token, word)
      }
      if let first = shorter.first { letters = first[...] }
      if let (first, second) = halves(of: letters) {
        var token = token
        token.flags.insert(.isCorrected)
        append(token, as: [first, second], letters: nil)
        return
      }
    }
    if let known = corrected(token, letters) ?? words.table.mangledKeyword(letters) {
      return appendCorrected(token, known)
    }
    append(token, as: [word], letters: word < 0 ? Array(letters) : nil)
  }

  /// "st0p", "$top".
  private func undisguised(_ letters: ArraySlice<UInt8>) -> Int32? {
    for one in [UInt8(ascii: "i"), UInt8(ascii: "l")] {
      let plain = letters.map { letter -> UInt8 in
        switch letter {
        case UInt8(ascii: "0"): UInt8(ascii: "o")
        case UInt8(ascii: "1"), UInt8(ascii: "!"): one
        case UInt8(ascii: "3"): UInt8(ascii: "e")
        case UInt8(ascii: "4"), UInt8(ascii: "@"): UInt8(ascii: "a")
        case UInt8(ascii: "5"), UInt8(ascii: "$"): UInt8(ascii: "s")
        case UInt8(ascii: "7"): UInt8(ascii: "t")
        default: letter
        }
      }
      let known = id(plain[...])
      if known >= 0 { return known }
    }
    return nil
  }

  /// "after3pm", "stop2quit": words with a number between.
  private mutating func splitDigits(_ token: Token, _ letters: ArraySlice<UInt8>) -> Bool {
    guard let digit = letters.firstIndex(where: isDigit), digit > letters.startIndex else { return false }
    let head = id(letters[..<digit])
    let rest = letters[digit...].firstIndex { !isDigit($0) } ?? letters.endIndex
    guard head >= 0, rest - digit <= 4 else { return false }
    append(token, as: [head])
    var number = token
    number.kind = .number
    number.flags.remove(.opensSentence)
    number.textStart = token.textStart + Int32(digit - letters.startIndex)
    number.textEnd = number.textStart + Int32(rest - digit)
    number.value = letters[digit..<rest].reduce(0) { $0 * 10 + Int64($1 - 0x30) } * 1_000
    append(number)
    guard rest < letters.endIndex else { return true }
    var tail = token
    tail.flags.remove([.opensSentence, .hasLookalikes])
    tail.flags.insert(.isGlued)
    append(tail, as: [id(letters[rest...])], letters: Array(letters[rest...]))
    return true
  }

  /// "f**k": the first phrase word of the same length that agrees in the letters left.
  private func uncensored(_ letters: ArraySlice<UInt8>) -> Int32? {
    for word in 0..<Int32(words.table.vocabulary.count) where words.table.isTarget(word) {
      let text = words.table.vocabulary.text(of: word)
      guard text.count == letters.count else { continue }
      if zip(text, letters).allSatisfy({ $0 == $1 || $1 == UInt8(ascii: "*") }) { return word }
    }
    return nil
  }

  /// "textin": the phrase word that lost its last letter.
  private func withDroppedG(_ letters: ArraySlice<UInt8>, _ word: Int32) -> Int32? {
    let end = letters.last == 0x27 ? letters.endIndex - 1 : letters.endIndex
    guard end - letters.startIndex > 4, letters[end - 1] == UInt8(ascii: "n"),
      letters[end - 2] == UInt8(ascii: "i"), !words.table.isTarget(word)
    else { return nil }
    let bare = letters[..<end]
    let whole = id((bare + [UInt8(ascii: "g")])[...])
    return words.table.isTarget(whole) ? whole : nil
  }

  /// "stoptexting": two phrase words without the blank between.
  private func halves(of letters: ArraySlice<UInt8>) -> (Int32, Int32)? {
    guard 6...24 ~= letters.count else { return nil }
    for cut in letters.indices.dropFirst(2).dropLast(1) {
      let first = id(letters[..<cut])
      guard words.table.isTarget(first) else { continue }
      let second = id(letters[cut...])
      if words.table.isTarget(second), max(cut - letters.startIndex, letters.endIndex - cut) >= 4 {
        return (first, second)
      }
    }
    return nil
  }

  private func corrected(_ token: Token, _ letters: ArraySlice<UInt8>) -> Int32? {
    guard scanned.tokens.count <= ReplyReader.longestCorrectedReply else { return nil }
    // A capital inside a sentence begins a name.
    let isName = token.flags.contains(.isCapitalised) && !token.flags.contains(.opensSentence)
    let allowsShort = scanned.tokens.count <= ReplyReader.longestReplyForShortWords && !isName
    return words.table.corrected(Array(letters)) { target in
      let text = words.table.vocabulary.text(of: target)
      if text.count >= ReplyReader.longWord { return true }
      guard text.first == letters.first else { return false }
      return text.count >= ReplyReader.plainWord || allowsShort && words.table.isKeyword(target)
    }
  }

  /// "sto p", "un subscribe": a whole message that is a carriers' keyword with blanks in it.
  private func brokenKeyword() -> (Token, Int32)? {
    guard 2...ReplyReader.mostPieces ~= scanned.tokens.count,
      let first = scanned.tokens.first, let last = scanned.tokens.last,
      scanned.tokens.allSatisfy({ $0.kind == .word })
    else { return nil }
    let letters = scanned.tokens.flatMap { text(of: $0) }
    let word = id(letters[...])
    guard words.table.isKeyword(word) else { return nil }
    var token = first
    token.end = last.end
    token.flags.formUnion(last.flags.intersection(.closesSentence))
    return (token, word)
  }

  /// Joins letters that stand alone, "S T O P", when they make a phrase word; returns where they end.
  private mutating func spelledWord(from start: Int) -> Int {
    var (end, letters): (Int, [UInt8]) = (start, [])
    while end < scanned.tokens.count, letters.count < 14 {
      let token = scanned.tokens[end]
      guard token.kind == .word || token.kind == .number, token.textEnd - token.textStart == 1 else { break }
      letters.append(scanned.letters[Int(token.textStart)])
      end += 1
    }
    guard letters.count >= 3 else { return start }
    while letters.count >= 3 {
      if let word = letters.contains(where: isDigit) ? undisguised(letters[...]) : id(letters[...]),
        words.table.isTarget(word)
      {
        var token = scanned.tokens[start]
        token.end = scanned.tokens[end - 1].end
        token.flags.formUnion(scanned.tokens[end - 1].flags.intersection(.closesSentence))
        token.kind = .word
        appendCorrected(token, word)
        return end
      }
      letters.removeLast()
      end -= 1
    }
    return start
  }

  // MARK: Results

  private func text(of token: Token) -> ArraySlice<UInt8> {
    scanned.letters[Int(token.textStart)..<Int(token.textEnd)]
  }

  private func id(_ letters: ArraySlice<UInt8>) -> Int32 {
    words.table.vocabulary.id(ofHash: Vocabulary.hash(letters))
  }

  private mutating func appendCorrected(_ token: Token, _ word: Int32) {
    var token = token
    token.flags.insert(.isCorrected)
    appendKnown(token, word)
  }

  private mutating func appendKnown(_ token: Token, _ word: Int32) {
    let expansion = words.table.lexicon.expansion(of: word)
    if expansion.isEmpty {
      var token = token
      token.word = word
      append(token)
    } else {
      append(token, as: expansion)
    }
  }

  private mutating func append(_ token: Token, as words: ArraySlice<Int32>, letters: [UInt8]? = nil) {
    var token = token
    if let letters {
      token.textStart = Int32(result.letters.count)
      result.letters.append(contentsOf: letters)
      token.textEnd = Int32(result.letters.count)
    }
    let (opens, closes) = (token.flags.contains(.opensSentence), token.flags.contains(.closesSentence))
    for index in words.indices {
      token.word = words[index]
      token.flags.remove([.opensSentence, .closesSentence])
      if opens, index == words.startIndex { token.flags.insert(.opensSentence) }
      if closes, index == words.endIndex - 1 { token.flags.insert(.closesSentence) }
      append(token)
    }
  }

  /// Appends a token; a word said again and again counts once.
  private mutating func append(_ token: Token) {
    let last = result.tokens.count - 1
    if last >= 0, token.word >= 0, token.kind != .number, result.tokens[last].word == token.word {
      result.tokens[last].end = token.end
      if !token.flags.contains(.closesSentence) { result.tokens[last].flags.remove(.closesSentence) }
      if token.flags.contains(.closesSentence) { result.tokens[last].flags.insert(.closesSentence) }
      return
    }
    guard result.tokens.count < ReplyText.maximumTokens else { return }
    result.tokens.append(token)
    if isName(token) { result.tokens[last + 1].flags.insert(.isName) }
  }

  /// Capitalised, but not all in capitals, and no word that means something here.
  private func isName(_ token: Token) -> Bool {
    guard token.kind == .word, token.flags.contains(.isCapitalised), !token.flags.contains(.isCorrected)
    else {
      return false
    }
    guard words.table.isDoubtful(token.word), token.end - token.start > 1 else { return false }
    return !isUpper(scanned.source[Int(token.start) + 1])
  }
}
