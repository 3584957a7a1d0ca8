/// Looks up states by code and by name.
enum StateTable {
  /// What `kind` gives for letters that are no code.
  static let none: UInt8 = 255
  /// What `kind` gives for a code that no state of the United States has.
  static let elsewhere: UInt8 = 254

  /// The raw value of the state with a code in capitals, or `elsewhere`, or `none`.
  static func kind(_ first: UInt8, _ second: UInt8) -> UInt8 {
    let index = Int(first &- 65) * 26 + Int(second &- 65)
    return index < kinds.count ? kinds[index] : none
  }

  /// The code for a name's letters, or `nil`.
  static func code(named name: LetterKey) -> StateCode? { names[name] }

  private static let kinds: [UInt8] = {
    var kinds = [UInt8](repeating: none, count: 26 * 26)
    func set(_ code: some Sequence<UInt8>, _ kind: UInt8) {
      let index = code.reduce(0) { $0 * 26 + Int($1 &- 65) }
      if index < kinds.count { kinds[index] = kind }
    }
    for state in USState.allCases { set(state.code.utf8, state.rawValue) }
    for (code, _) in others { set(code.utf8, elsewhere) }
    return kinds
  }()

  private static let names: [LetterKey: StateCode] = {
    var names: [LetterKey: StateCode] = [:]
    func add(_ name: String, _ code: String) {
      guard let key = name.withBytes({ LetterKey($0) }),
        let state = code.withBytes({ StateCode(letters: $0) })
      else { return }
      names[key] = state
    }
    for state in USState.allCases { add(state.name, state.code) }
    for (code, name) in others + shortForms { add(name, code) }
    return names
  }()

  /// Canada's provinces and territories, and the military's post.
  private static let others = [
    ("AB", "Alberta"), ("BC", "British Columbia"), ("MB", "Manitoba"), ("NB", "New Brunswick"),
    ("NL", "Newfoundland and Labrador"), ("NS", "Nova Scotia"), ("NT", "Northwest Territories"),
    ("NU", "Nunavut"), ("ON", "Ontario"), ("PE", "Prince Edward Island"), ("QC", "Quebec"),
    ("SK", "Saskatchewan"), ("YT", "Yukon"), ("AA", "Armed Forces Americas"), ("AE", "Armed Forces Europe"),
    ("AP", "Armed Forces Pacific"),
  ]

  /// Other names in use, among them the traditional abbreviations of three letters and more.
  private static let shortForms = [
    ("DC", "Washington DC"), ("DC", "Washington D C"), ("DC", "Dist of Columbia"), ("NY", "New York State"),
    ("WA", "Washington State"), ("VI", "US Virgin Islands"), ("VI", "U S Virgin Islands"),
    ("MP", "Northern Mariana Is"), ("NL", "Newfoundland"), ("YT", "Yukon Territory"), ("AL", "Ala"),
    ("AZ", "Ariz"), ("AR", "Ark"), ("CA", "Calif"), ("CO", "Colo"), ("CT", "Conn"), ("DE", "Del"),
    ("FL", "Fla"), ("IL", "Ill"), ("IN", "Ind"), ("KS", "Kan"), ("KS", "Kans"), ("MA", "Mass"),
    ("MI", "Mich"), ("MN", "Minn"), ("MS", "Miss"), ("MT", "Mont"), ("NE", "Neb"), ("NE", "Nebr"),
    ("NV", "Nev"), ("NM", "N Mex"), ("NC", "N Carolina"), ("ND", "N Dakota"), ("OK", "Okla"), ("OR", "Ore"),
    ("OR", "Oreg"), ("PA", "Penn"), ("PA", "Penna"), ("SC", "S Carolina"), ("SD", "S Dakota"),
    ("TN", "Tenn"), ("TX", "Tex"), ("VA", "Virg"), ("WA", "Wash"), ("WV", "W Virginia"), ("WV", "W Va"),
    ("WI", "Wis"), ("WI", "Wisc"), ("WY", "Wyo"),
  ]
}

/// A name's letters alone, case and everything between them dropped: at most 24.
struct LetterKey: Hashable {
  private var high: UInt64 = 0
  private var low: UInt64 = 0

  /// - Returns: `nil` when there is no letter, more than 24, or anything that is not ASCII text.
  init?(_ text: CellBytes) {
    var count = 0
    for byte in text {
      guard byte.isLetter else {
        guard byte < 0x80, !byte.isDigit else { return nil }
        continue
      }
      guard count < 24 else { return nil }
      // Five bits a letter, A is 1, so that lengths differ too.
      let letter = UInt64(byte & 31)
      if count < 12 { high = high << 5 | letter } else { low = low << 5 | letter }
      count += 1
    }
    guard 0 < count else { return nil }
  }
}
