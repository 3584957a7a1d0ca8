/// Takes a person's name apart.
///
/// Understands `SMITH, JOHN A`, `Dr. Mary-Ann O'Neil Jr`, `John & Jane Smith`, `SMITH JOHN A`, `William "Bill" Smith`.
/// The names of companies, posts and initials alone give no first name, nor do names that can be read two ways
/// (`Smith J`, `John Smith, Mary Jones`, `DE LEON MARIA`): a wrong greeting is worse than none.
public enum PersonNameText {
  /// Names with more words than this are not taken apart.
  public static let maxWords = 16

  public static func read(_ cell: CellBytes) -> PersonName {
    if let name = quickly(cell) { return name }
    let text = CellText.unwrapped(cell)
    if CellText.meansNothing(text) { return .nobody }
    return withUnsafeTemporaryAllocation(of: CellBytes.self, capacity: maxWords) { words in
      var splitter = NameSplitter(text: text, words: words)
      return splitter.name()
    }
  }

  /// Whether what stands for a person names nobody: `Current Owner`, `1234`, an email address.
  public static func namesNobody(_ cell: CellBytes) -> Bool {
    var (index, words, posts) = (0, 0, 0)
    while index < cell.count {
      let start = index
      while index < cell.count, 0x20 < cell[index] { index += 1 }
      let word = cell.slice(start, index)
      index += 1
      guard !word.isEmpty else { continue }
      words += 1
      if word.contains(UInt8(ascii: "@")) { return true }
      // Digits and marks alone say nothing.
      guard word.contains(where: { $0.isLetter || 0x80 <= $0 }) else { continue }
      if NameWord.kind(of: word) == .post {
        posts += 1
      } else if !NameWord.isFiller(word) {
        return false
      }
    }
    return 0 < words && (0 < posts || !cell.contains { $0.isLetter || 0x80 <= $0 })
  }

  public static func namesNobody(_ text: String) -> Bool { text.withBytes { namesNobody($0) } }

  /// Takes two plain words apart, each of two ASCII letters or more: `Ann Lee`.
  ///
  /// - Returns: `nil` for anything else, and for words that are no names, which need the whole splitter.
  private static func quickly(_ cell: CellBytes) -> PersonName? {
    var space = 0
    for index in 0..<cell.count where !cell[index].isLetter {
      guard cell[index] == 0x20, space == 0 else { return nil }
      space = index
    }
    guard 2 <= space, space + 3 <= cell.count else { return nil }
    let (first, last) = (cell.slice(0, space), cell.slice(space + 1, cell.count))
    guard NameWord.kind(of: first) == nil, NameWord.kind(of: last) == nil else { return nil }
    return PersonName(first: first, last: last)
  }
}

/// Cuts a name into words and decides which of them are first and last name.
private struct NameSplitter {
  private let text: CellBytes
  private let words: UnsafeMutableBufferPointer<CellBytes>
  private var count = 0
  /// Words before the first comma, when there is one.
  private var beforeComma = -1
  /// Words before a second comma: what follows it is a suffix.
  private var beforeSecondComma = -1
  /// Words before `&`, `and` or a slash, when there is one.
  private var beforeAnd = -1
  private var nickname = CellBytes(start: nil, count: 0)

  init(text: CellBytes, words: UnsafeMutableBufferPointer<CellBytes>) {
    self.text = text
    self.words = words
  }

  mutating func name() -> PersonName {
    guard cut() else { return .nobody }
    for index in 0..<count {
      switch NameWord.kind(of: words[index]) {
      case .company, .post: return .nobody
      case .title, .suffix, .particle, nil: break
      }
    }
    var result = beforeAnd < 0 ? single(upTo: count) : couple()
    if !nickname.isEmpty, !result.first.isEmpty { result.first = nickname }
    return result
  }

  /// Cuts the text into words; false when it cannot be a name.
  private mutating func cut() -> Bool {
    var (index, start) = (0, 0)
    while index < text.count {
      let byte = text[index]
      if !NameSplitter.endsWord(byte) {
        start = index
        while index < text.count, !NameSplitter.endsWord(text[index]) { index += 1 }
        guard add(text.slice(start, index)) else { return false }
        continue
      }
      switch byte {
      case 0x2C:
        if beforeComma < 0 { beforeComma = count } else if beforeSecondComma < 0 { beforeSecondComma = count }
      case 0x26, 0x2F, 0x3B, 0x2B: if beforeAnd < 0 { beforeAnd = count }
      case 0x28:  // A remark in parentheses.
        while index < text.count, text[index] != 0x29 { index += 1 }
      case 0x22:  // A nickname in quotes.
        start = index + 1
        index = start
        while index < text.count, text[index] != 0x22 { index += 1 }
        let quoted = CellText.trimmed(text.slice(start, index))
        if isName(quoted) { nickname = quoted }
      default: break
      }
      index += 1
    }
    return 0 < count
  }

  private static func endsWord(_ byte: UInt8) -> Bool {
    switch byte {
    case 0...0x20, 0x22, 0x26, 0x28, 0x2B, 0x2C, 0x2F, 0x3B: true  // " & ( + , / ;
    default: false
    }
  }

  private mutating func add(_ word: CellBytes) -> Bool {
    if word.equals("and") {
      if beforeAnd < 0 { beforeAnd = count }
      return true
    }
    guard count < words.count else { return false }
    // Anything but letters, hyphens, apostrophes and points is no name, apart from "3rd".
    for byte in word where !byte.isLetter && byte < 0x80 && byte != 0x2D && byte != 0x27 && byte != 0x2E {
      guard byte.isDigit, NameWord.kind(of: word) == .suffix else { return false }
    }
    words[count] = word
    count += 1
    return true
  }

  /// "John & Jane Smith": the first person, with the surname from the end where only one is given.
  private func couple() -> PersonName {
    let firstComma = 0 <= beforeComma && beforeComma < beforeAnd
    var person = firstComma ? inverted(upTo: beforeAnd) : single(upTo: beforeAnd)
    guard !firstComma, person.last.isEmpty else { return person }
    // "Smith & Jones" is a firm as likely as a couple.
    guard beforeAnd + 1 < count else { return .nobody }
    person.last = surname(from: beforeAnd + 1, upTo: withoutSuffixes(from: beforeAnd + 1, upTo: count))
    return person
  }

  private func single(upTo end: Int) -> PersonName {
    if 0 < beforeComma, beforeComma < end {
      if withoutSuffixes(from: beforeComma, upTo: end) == beforeComma {
        return straight(upTo: beforeComma)  // "John Smith, MD"
      }
      return inverted(upTo: end)
    }
    return straight(upTo: end)
  }

  /// Surname first, as in "SMITH JR, JOHN A".
  private func inverted(upTo end: Int) -> PersonName {
    let stop = 0 <= beforeSecondComma ? min(beforeSecondComma, end) : end
    let lastEnd = withoutSuffixes(from: 0, upTo: beforeComma)
    guard 0 < lastEnd, lastEnd <= 4 else { return .nobody }
    let start = withoutTitles(from: beforeComma, upTo: stop)
    // "John Smith, Mary Jones" are two, "GARCIA LOPEZ, JUAN CARLOS" is one: who is called what is not told.
    let isPair = leadingParticles(from: 0, upTo: lastEnd) == 0 && 2 <= lastEnd && 2 <= stop - start
    if isPair, isName(words[start]), isName(words[stop - 1]) { return .nobody }
    return PersonName(
      first: given(from: start, upTo: withoutSuffixes(from: start, upTo: stop)), last: joined(0, lastEnd))
  }

  /// First name first, as in "John A Smith Jr".
  private func straight(upTo end: Int) -> PersonName {
    let start = withoutTitles(from: 0, upTo: end)
    let stop = withoutSuffixes(from: start, upTo: end)
    guard start < stop else { return .nobody }
    if stop - start == 1 {
      let only = words[start]
      // "Mr. Smith" names no one by first name; "Smith" alone may be either, and most such columns hold first names.
      if 0 < start { return PersonName(first: PersonName.nobody.first, last: only) }
      return isName(only) ? PersonName(first: only, last: PersonName.nobody.last) : .nobody
    }
    // Property records: "SMITH JOHN A", all in capitals, a lone initial at the end.
    if 3 <= stop - start, words[stop - 1].count == 1, isCapitals(start, stop), isName(words[start]) {
      let first = given(from: start + 1, upTo: stop)
      if !first.isEmpty { return PersonName(first: first, last: words[start]) }
    }
    // "Smith J", or "John S"?
    if stop - start == 2, isName(words[start]), !isName(words[stop - 1]) { return .nobody }
    if let name = surnameFirst(from: start, upTo: stop) { return name }
    let last = surnameStart(from: start, upTo: stop)
    return PersonName(first: given(from: start, upTo: last), last: joined(last, stop))
  }

  /// A name that begins with a surname's particles: "De Niro", "DE LA CRUZ MARIA".
  ///
  /// - Returns: `nil` for a name that does not, as `Van Morrison`.
  private func surnameFirst(from start: Int, upTo end: Int) -> PersonName? {
    let particles = leadingParticles(from: start, upTo: end)
    guard 0 < particles, particles < end - start else { return nil }
    let head = start + particles + 1
    let isGiven = ["van", "von", "al", "di", "del"].contains { words[start].equals($0) }
    if particles == 1 {
      if end == head {
        return isGiven ? nil : PersonName(first: PersonName.nobody.first, last: joined(start, end))
      }
      return isGiven && !words[start].equals("del") ? nil : .nobody  // "De Andre Smith", or "DE LEON MARIA"?
    }
    // "Al Di Meola" has a first name, "Van der Berg" has none.
    if isGiven, !words[start].equals("van"), !words[start].equals("von") { return nil }
    return PersonName(first: given(from: head, upTo: end), last: joined(start, head))
  }

  private func leadingParticles(from start: Int, upTo end: Int) -> Int {
    var index = start
    while index < end, NameWord.kind(of: words[index]) == .particle { index += 1 }
    return index - start
  }

  private func surname(from start: Int, upTo end: Int) -> CellBytes {
    start < end ? joined(surnameStart(from: start, upTo: end), end) : PersonName.nobody.last
  }

  /// Where the surname starts: the last word, and the particles before it, but never the first word.
  private func surnameStart(from start: Int, upTo end: Int) -> Int {
    var index = end - 1
    while start + 1 < index, NameWord.kind(of: words[index - 1]) == .particle { index -= 1 }
    return index
  }

  /// The first word that is a name to call someone by: not an initial.
  private func given(from start: Int, upTo end: Int) -> CellBytes {
    for index in start..<max(start, end) where isName(words[index]) { return words[index] }
    return PersonName.nobody.first
  }

  /// Two letters or more; a letter with points, as in "J.R.", counts each.
  private func isName(_ word: CellBytes) -> Bool {
    word.reduce(0) { $1.isLetter || 0xC0 <= $1 ? $0 + 1 : $0 } >= 2
  }

  private func isCapitals(_ start: Int, _ end: Int) -> Bool {
    for index in start..<end {
      for byte in words[index] where byte &- 97 < 26 { return false }
    }
    return true
  }

  private func withoutTitles(from start: Int, upTo end: Int) -> Int {
    var index = start
    while index < end, NameWord.kind(of: words[index]) == .title { index += 1 }
    return index
  }

  private func withoutSuffixes(from start: Int, upTo end: Int) -> Int {
    var index = end
    while start < index, NameWord.kind(of: words[index - 1]) == .suffix { index -= 1 }
    return index
  }

  /// The words from `start` up to `end` with what stands between them.
  private func joined(_ start: Int, _ end: Int) -> CellBytes {
    guard start < end, let from = words[start].baseAddress, let to = words[end - 1].baseAddress else {
      return PersonName.nobody.last
    }
    return CellBytes(start: from, count: to - from + words[end - 1].count)
  }
}
