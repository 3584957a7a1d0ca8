/// The words that introduce a name or answer yes or no, by number, and the words of each language.
struct NameWords: Sendable {
  enum Role: UInt8 {
    case none, this, my, name, is_, i, am, here, yes, no, it, introduces, speaks, with, noName
    /// "Not": makes a no of "absolutely"; "problem": makes none of "no".
    case not, trouble
  }
  private var roles: [Role]
  private var languages: [UInt8]
  private var spanishName: Int32
  private var alone: [Int32: ReplyLanguage] = [:]

  private static let roleWords: [(Role, String)] = [
    (.this, "this"), (.my, "my mi"), (.name, "name nombre"), (.is_, "is es"), (.i, "i"), (.am, "am"),
    (.here, "here"), (.introduces, "soy llamo appelle suis"), (.speaks, "habla hablas"), (.with, "con"),
    (.yes, "yes y si oui sure absolutely definitely"), (.no, "no n non nope"), (.it, "it"),
    (.not, "not"), (.trouble, "problem problems worries prob probs biggie problema"), (.noName, noNames),
  ]
  /// What people write with a capital behind "this is" and "I'm", and is nobody's name.
  private static let noNames = """
    great good fine bad awesome amazing nice cool okay ok wonderful perfect terrible horrible ridiculous crazy
    interesting annoying spam scam fake real true false wrong right correct important urgent private personal
    not still just really very so too also always never already currently probably maybe actually definitely busy
    sorry happy glad sad tired retired sick out away working driving done finished over closed open free available
    unavailable ready open all about only because but if when where why which there in at on by as with un
    una el la los las de del dueno duena gerente monday tuesday wednesday thursday friday saturday sunday january
    february march april june july august september october espanol espanola ingles november december lunes martes miercoles jueves
    viernes sabado domingo today tomorrow tonight christmas easter owner manager president ceo partner
    """
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

  /// What tells a language where it is the whole message; within a sentence it may be a name, as of Palo Alto.
  private static let aloneInSpanish = "alto pare paren basta yabasta nomas baja cancelar ayuda"
  private static let aloneInFrench = "arret arreter aide"

  /// Enters the words into the table's vocabulary; call before it is finished.
  init(into table: inout WordTable) {
    var roleOf: [(Int32, Role)] = []
    for (role, words) in NameWords.roleWords {
      for word in words.split(whereSeparator: \.isWhitespace) {
        roleOf.append((table.internPlain(String(word)), role))
      }
    }
    spanishName = table.internPlain("nombre")
    var languageOf: [(Int32, UInt8)] = []
    for (bit, words) in [NameWords.english, NameWords.spanish, NameWords.french].enumerated() {
      for word in words.split(whereSeparator: \.isWhitespace) {
        languageOf.append((table.internPlain(String(word)), UInt8(1 << bit)))
      }
    }
    for (language, words) in [(ReplyLanguage.spanish, Self.aloneInSpanish), (.french, Self.aloneInFrench)] {
      for word in words.split(separator: " ") { alone[table.internPlain(String(word))] = language }
    }
    let count = Int((roleOf.map(\.0) + languageOf.map(\.0)).max() ?? 0) + 1
    roles = [Role](repeating: .none, count: count)
    languages = [UInt8](repeating: 0, count: count)
    for (word, role) in roleOf where roles[Int(word)] == .none { roles[Int(word)] = role }
    for (word, bits) in languageOf { languages[Int(word)] |= bits }
  }

  func role(_ token: Token) -> Role {
    token.word >= 0 && Int(token.word) < roles.count ? roles[Int(token.word)] : .none
  }

  /// Whether it is the Spanish "nombre".
  func tellsSpanishName(_ token: Token) -> Bool { token.word >= 0 && token.word == spanishName }

  /// Whether a word tells a language, as common words do and names do not.
  func tellsLanguage(_ token: Token) -> Bool {
    token.word >= 0 && Int(token.word) < languages.count && languages[Int(token.word)] != 0
  }

  /// The language most words speak for; a tie is nobody's.
  func language(of tokens: [Token]) -> ReplyLanguage {
    let words = tokens.lazy.filter { !$0.isTransparent }.prefix(2)
    if words.count == 1, let only = words.first, let language = alone[only.word] { return language }
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

  /// Whether the first word is a no.
  func deniesFirst(_ tokens: [Token]) -> Bool {
    tokens.prefix { $0.flags.contains(.isEdgeFiller) }.contains { role($0) == .no }
  }

  /// Yes or no, when the reply opens with it; of "yeah no" and "absolutely not" the no, and of "no problem" neither.
  func answer(in tokens: [Token]) -> Captured<Captures.Answer>? {
    guard let place = tokens.firstIndex(where: { $0.kind == .word }) else { return nil }
    let first = tokens[place]
    let range = Int(first.start)..<Int(first.end)
    let next =
      place + 1 < tokens.count && !tokens[place + 1].flags.contains(.opensSentence) ? tokens[place + 1] : nil
    let isJoined = next?.flags.contains(.followsComma) == false
    switch (role(first), next.map(role)) {
    case (.yes, .not?) where isJoined, (.yes, .no?):
      return Captured(.no, at: range.lowerBound..<Int(next?.end ?? first.end))
    case (.no, .trouble?) where isJoined: return nil
    case _: break
    }
    return switch role(first) {
    case .yes: Captured(.yes, at: range)
    case .no: Captured(.no, at: range)
    case .not, .trouble, .none, .this, .my, .name, .is_, .i, .am, .here, .it, .introduces, .speaks, .with,
      .noName:
      nil
    }
  }
}
