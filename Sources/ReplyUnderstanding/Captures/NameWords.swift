/// The words that introduce a name or answer yes or no, by number, and the words of each language.
struct NameWords: Sendable {
  private enum Role: UInt8 { case none, this, my, name, is_, i, am, here, yes, no, it }
  private var roles: [Role]
  private var languages: [UInt8]

  private static let roleWords: [(Role, String)] = [
    (.this, "this"), (.my, "my mi"), (.name, "name nombre"), (.is_, "is es"), (.i, "i"), (.am, "am soy"),
    (.here, "here"), (.yes, "yes y si oui sure absolutely definitely"), (.no, "no n non nope"), (.it, "it"),
  ]
  private static let english = """
    the you your is are my to of and for this that have not do i we it with on what how who call me sell selling
    business number please thanks list stop text interested can will from was am get they he she
    """
  private static let spanish = """
    que de la el los las una por favor mi mis su esta este estoy quien como cuanto mensaje lista numero gracias
    interesa llame llameme negocio vender vendo ya mas quiero tengo soy con para escriba manden mande dejen deje
    usted ustedes equivocado manana hola si muchas dueno donde borre quite
    """
  private static let french = """
    je vous ne pas votre mon numero liste merci svp arretez plus est les des une suis qui avez messages combien
    """

  /// Enters the words into the table's vocabulary; call before it is finished.
  init(into table: inout WordTable) {
    var roleOf: [(Int32, Role)] = []
    for (role, words) in NameWords.roleWords {
      for word in words.split(separator: " ") { roleOf.append((table.internPlain(String(word)), role)) }
    }
    var languageOf: [(Int32, UInt8)] = []
    for (bit, words) in [NameWords.english, NameWords.spanish, NameWords.french].enumerated() {
      for word in words.split(whereSeparator: \.isWhitespace) {
        languageOf.append((table.internPlain(String(word)), UInt8(1 << bit)))
      }
    }
    let count = Int((roleOf.map(\.0) + languageOf.map(\.0)).max() ?? 0) + 1
    roles = [Role](repeating: .none, count: count)
    languages = [UInt8](repeating: 0, count: count)
    for (word, role) in roleOf { roles[Int(word)] = role }
    for (word, bits) in languageOf { languages[Int(word)] |= bits }
  }

  private func role(_ token: Token) -> Role {
    token.word >= 0 && Int(token.word) < roles.count ? roles[Int(token.word)] : .none
  }

  /// The language most words speak for; a tie is nobody's.
  func language(of tokens: [Token]) -> ReplyLanguage {
    var counts = (0, 0, 0)
    for token in tokens where token.word >= 0 && Int(token.word) < languages.count {
      let bits = languages[Int(token.word)]
      counts.0 += Int(bits & 1)
      counts.1 += Int(bits >> 1 & 1)
      counts.2 += Int(bits >> 2 & 1)
    }
    if counts.1 > counts.0, counts.1 >= counts.2 { return .spanish }
    if counts.2 > counts.0, counts.2 > counts.1 { return .french }
    return counts.0 > 0 ? .english : .unknown
  }

  /// The name somebody introduces himself with.
  func name(in tokens: [Token], source: [UInt8]) -> Captured<String>? {
    for index in tokens.indices.dropLast() {
      let (first, second) = (role(tokens[index]), role(tokens[index + 1]))
      switch (first, second) {
      case (.this, .is_), (.name, .is_), (.it, .is_), (.i, .am):
        if index + 2 < tokens.count, let name = name(at: index + 2, tokens, source) { return name }
      case (_, .here):
        if let name = name(at: index, tokens, source),
          index + 2 == tokens.count || tokens[index + 2].flags.contains(.opensSentence)
        {
          return name
        }
      default: break
      }
    }
    return nil
  }

  private func name(
    at index: Int, _ tokens: [Token], _ source: [UInt8]
  ) -> Captured<String>? {
    guard isName(tokens[index], source) else { return nil }
    var last = index
    if index + 1 < tokens.count, isName(tokens[index + 1], source),
      !tokens[index + 1].flags.contains(.opensSentence)
    {
      last += 1
    }
    let range = Int(tokens[index].start)..<Int(tokens[last].end)
    return Captured(String(decoding: source[range], as: UTF8.self), at: range)
  }

  /// Capitalised, not all capitals, and no word with another meaning here; "Mike's" is somebody else.
  private func isName(_ token: Token, _ source: [UInt8]) -> Bool {
    guard token.kind == .word, token.flags.contains(.isCapitalised), !token.flags.contains(.isCorrected)
    else { return false }
    let letters = source[Int(token.start)..<Int(token.end)]
    guard letters.count >= 2, !letters.allSatisfy(isUpper), !letters.contains(0x27), !letters.contains(0xE2)
    else {
      return false
    }
    return role(token) == .none
      && (token.word < 0 || Int(token.word) >= languages.count || languages[Int(token.word)] == 0)
  }

  /// Whether the first word is a no.
  func deniesFirst(_ tokens: [Token]) -> Bool {
    tokens.prefix { $0.flags.contains(.isEdgeFiller) }.contains { role($0) == .no }
  }

  /// Yes or no, when the reply opens with it.
  func answer(in tokens: [Token]) -> Captured<Captures.Answer>? {
    guard let first = tokens.first(where: { $0.kind == .word }) else { return nil }
    let range = Int(first.start)..<Int(first.end)
    return switch role(first) {
    case .yes: Captured(.yes, at: range)
    case .no: Captured(.no, at: range)
    case .none, .this, .my, .name, .is_, .i, .am, .here, .it: nil
    }
  }
}
