/// Reads the language phrases are written in.
///
/// Words stand for themselves, in any case, accent and common short form. `{name}` is any entry of a word
/// class, or a thing: `{email}`, `{phone}`, `{money}`, `{time}`, `{number}`, `{link}`, `{currency}`, `{sign}`,
/// `{question}`, `{name}`. `(a|b c)` is a choice; behind a word, a group or a class, `?` makes it optional, `*` lets it
/// stand any number of times, `+` at least once. `...` is a gap of up to four words, `_` is any one word,
/// `^` is the start of a sentence and `$` its end. A phrase never reaches across the end of a sentence.
struct PhraseParser: Sendable {
  /// The widest gap; wider ones meet by accident.
  static let gapWidth = 4
  private static let maximumDepth = 12
  private static let maximumLength = 2_000
  /// The most places that word classes may bring into one phrase or class; shipped ones bring a few dozen.
  ///
  /// Classes may name classes: forty that each name the one before twice would be a million million places.
  static let maximumClassSize = 4_000
  /// The highest a class may be as a tree: what reads it goes down by recursion.
  private static let maximumClassHeight = 200

  /// Receives the words of all phrases read.
  private(set) var table: WordTable
  /// Whether slips may lead to the words of the phrases that are read from here on.
  var wordsAreTargets = true
  private var classes: [String: WordClass] = [:]
  private var text: [UInt8] = []
  private var position = 0
  private var depth = 0
  /// What the word classes named so far bring into the phrase.
  private var classSize = 0
  private var namesRefusedClass = false

  /// What a word class stands for, and how many places of an automaton that takes, at least 1.
  private struct WordClass {
    let node: PhraseNode
    let size: Int
    let isRefused: Bool
  }

  init(table: consuming WordTable) { self.table = table }

  /// Makes `{name}` stand for a choice of what was parsed.
  ///
  /// A class that is too large, or names one that is, stands for any word from here on; that is told of the first.
  mutating func define(_ name: String, as entries: [Phrase]) throws(PhraseProblem) {
    refuse(name)
    if entries.contains(where: \.namesRefusedClass) { return }
    let named = entries.reduce(0) { $0 + $1.classSize }
    guard named <= PhraseParser.maximumClassSize else {
      throw tooLarge("the word class '\(name)'", at: 0)
    }
    // Single words and rows of them become few places, so only the whole tells its size.
    let node = PhraseNode.wordClass(of: entries.map(\.node))
    let extent = node.extent
    guard extent.places <= PhraseParser.maximumClassSize else {
      throw tooLarge("the word class '\(name)'", at: 0)
    }
    guard extent.height <= PhraseParser.maximumClassHeight else {
      throw PhraseProblem(
        message: "word classes name each other more deeply than phrases can hold", offset: 0, isTooLarge: true
      )
    }
    classes[name] = WordClass(node: node, size: max(1, extent.places, named), isRefused: false)
    for entry in entries {
      if case .word(let word) = entry.node { table.note(word, isOf: name) }
    }
  }

  /// Makes `{name}` stand for any word, since something too large was told of it.
  mutating func refuse(_ name: String) {
    classes[name] = WordClass(node: .anyWord, size: 1, isRefused: true)
  }

  private func tooLarge(_ what: String, at offset: Int) -> PhraseProblem {
    PhraseProblem(
      message:
        "\(what) has more than \(PhraseParser.maximumClassSize) words with the classes it names written out",
      offset: offset, isTooLarge: true)
  }

  /// Parses a phrase, and enters its words into the table.
  mutating func parse(_ text: String) throws(PhraseProblem) -> Phrase {
    self.text = Array(text.utf8)
    (position, depth, classSize, namesRefusedClass) = (0, 0, 0, false)
    return try phrase()
  }

  /// Enters the words of a text that is no phrase.
  mutating func enter(_ text: String) { _ = table.internPhrase(text, isTarget: wordsAreTargets) }

  /// Enters the words of a text that are what they look like.
  mutating func protect(_ text: String) { _ = table.internProtected(text) }

  private mutating func phrase() throws(PhraseProblem) -> Phrase {
    guard text.count <= PhraseParser.maximumLength else {
      throw PhraseProblem(
        message: "a phrase has at most \(PhraseParser.maximumLength) bytes", offset: 0, isTooLarge: true)
    }
    skipBlanks()
    let opens = take("^")
    let node = try choice()
    guard position == text.count else {
      throw peek == UInt8(ascii: ")")
        ? problem("')' without '('") : PhraseParser.misplacedStart(at: position)
    }
    guard !node.isNullable else {
      throw PhraseProblem(message: "the phrase would match nothing at all", offset: 0)
    }
    return Phrase(
      node: node, opensSentence: opens, classSize: classSize, namesRefusedClass: namesRefusedClass)
  }

  private static func misplacedStart(at offset: Int) -> PhraseProblem {
    PhraseProblem(message: "'^' stands only at the start of a phrase", offset: offset)
  }

  private mutating func choice() throws(PhraseProblem) -> PhraseNode {
    depth += 1
    defer { depth -= 1 }
    guard depth <= PhraseParser.maximumDepth else { throw problem("groups are nested too deeply") }
    var alternatives = [try sequence()]
    while take("|") { alternatives.append(try sequence()) }
    return PhraseNode.choice(of: alternatives)
  }

  private mutating func sequence() throws(PhraseProblem) -> PhraseNode {
    var parts: [PhraseNode] = []
    while let byte = peek, !PhraseParser.endsSequence(byte) { parts.append(try part()) }
    return parts.count == 1 ? parts[0] : .sequence(parts)
  }

  private static func endsSequence(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "|"), UInt8(ascii: ")"), UInt8(ascii: "^"): true
    default: false
    }
  }

  /// One part with what stands behind it.
  private mutating func part() throws(PhraseProblem) -> PhraseNode {
    switch peek ?? 0 {
    case UInt8(ascii: "("):
      let start = position
      position += 1
      let inner = try choice()
      guard peek != UInt8(ascii: "^") else { throw PhraseParser.misplacedStart(at: position) }
      guard take(")") else { throw PhraseProblem(message: "'(' is never closed", offset: start) }
      return quantified(inner)
    case UInt8(ascii: "{"): return quantified(try className())
    case UInt8(ascii: "_"):
      position += 1
      return quantified(.anyWord)
    case UInt8(ascii: "$"):
      position += 1
      skipBlanks()
      guard peek.map(PhraseParser.endsSequence) ?? true else { throw problem("nothing may follow '$'") }
      return .sentenceEnd
    case UInt8(ascii: "."):
      guard takeDots() else { throw problem("a gap is written '...'") }
      return .gap(PhraseParser.gapWidth)
    case UInt8(ascii: "?"), UInt8(ascii: "*"), UInt8(ascii: "+"):
      throw problem("'\(String(decoding: [peek ?? 0], as: UTF8.self))' has nothing before it to repeat")
    case UInt8(ascii: "}"): throw problem("'}' without '{'")
    default: return try words()
    }
  }

  private mutating func words() throws(PhraseProblem) -> PhraseNode {
    let start = position
    while position < text.count, !PhraseParser.isSyntax(text[position]) { position += 1 }
    if let plain = table.internPlainPhrase(text[start..<position], isTarget: wordsAreTargets) {
      let result = quantified(.word(plain))
      skipBlanks()
      return result
    }
    let word = String(decoding: text[start..<position], as: UTF8.self)
    let numbers = table.internPhrase(word, isTarget: wordsAreTargets)
    guard !numbers.isEmpty else {
      throw PhraseProblem(message: "'\(word)' is no word and no sign", offset: start)
    }
    let nodes = numbers.map { PhraseNode.word($0) }
    let whole = nodes.count == 1 ? nodes[0] : PhraseNode.sequence(nodes)
    let result = quantified(whole)
    skipBlanks()
    return result
  }

  private static func isSyntax(_ byte: UInt8) -> Bool {
    switch byte {
    case 0...0x20, UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "|"), UInt8(ascii: "?"),
      UInt8(ascii: "*"),
      UInt8(ascii: "+"), UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: "^"), UInt8(ascii: "$"),
      UInt8(ascii: "."), UInt8(ascii: "_"):
      true
    default: false
    }
  }

  private mutating func className() throws(PhraseProblem) -> PhraseNode {
    let start = position
    position += 1
    while position < text.count, text[position] != UInt8(ascii: "}") { position += 1 }
    guard position < text.count else { throw PhraseProblem(message: "'{' is never closed", offset: start) }
    let name = String(decoding: text[(start + 1)..<position], as: UTF8.self)
    position += 1
    if let wordClass = classes[name] {
      classSize += wordClass.size
      if wordClass.isRefused { namesRefusedClass = true }
      guard classSize <= PhraseParser.maximumClassSize else { throw tooLarge("the phrase", at: start) }
      return wordClass.node
    }
    if let thing = PhraseThing(name: name) { return .thing(thing) }
    throw PhraseProblem(message: "word class '\(name)' is not defined", offset: start)
  }

  private mutating func quantified(_ node: PhraseNode) -> PhraseNode {
    defer { skipBlanks() }
    guard position < text.count else { return node }
    switch text[position] {
    case UInt8(ascii: "?"):
      position += 1
      return .optional(node)
    case UInt8(ascii: "*"):
      position += 1
      return .optional(.oneOrMore(node))
    case UInt8(ascii: "+"):
      position += 1
      return .oneOrMore(node)
    default: return node
    }
  }

  private mutating func takeDots() -> Bool {
    guard position + 3 <= text.count, text[position..<(position + 3)].allSatisfy({ $0 == UInt8(ascii: ".") })
    else {
      return false
    }
    position += 3
    skipBlanks()
    return true
  }

  private var peek: UInt8? { position < text.count ? text[position] : nil }

  private mutating func take(_ mark: Unicode.Scalar) -> Bool {
    guard let byte = peek, UInt32(byte) == mark.value else { return false }
    position += 1
    skipBlanks()
    return true
  }

  private mutating func skipBlanks() {
    while position < text.count, text[position] <= 0x20 { position += 1 }
  }

  private func problem(_ message: String) -> PhraseProblem {
    PhraseProblem(message: message, offset: position)
  }
}
