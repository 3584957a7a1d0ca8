/// What a word of a name column is when it is not a name.
enum NameWord: UInt8 {
  /// Stands before a name: Dr, Mrs.
  case title = 1
  /// Stands after a name: Jr, III, MD.
  case suffix
  /// Begins a surname: van, de la.
  case particle
  /// Found in the names of companies and hardly ever of people.
  case company
  /// A post, not a person: Owner, Office Manager.
  case post

  /// What `word` is, or `nil` for an ordinary word; points and apostrophes in it do not count.
  ///
  /// Words of more than eight letters are told by their first eight.
  static func kind(of word: CellBytes) -> NameWord? {
    var (key, count) = (UInt64(0), 0)
    for byte in word where byte.isLetter || byte.isDigit {
      key = key << 8 | UInt64(byte.asciiLowercased)
      count += 1
      if count == 8 { break }
    }
    return count == 0 ? nil : table.kind(of: key)
  }

  /// Whether `word` stands beside a post and names nobody either: the Owner, General Manager.
  static func isFiller(_ word: CellBytes) -> Bool {
    let fillers: [StaticString] = [
      "the", "of", "or", "to", "a", "general", "business", "property", "office", "store", "assistant", "vice",
      "co", "home", "managing", "operating",
    ]
    return fillers.contains { word.equals($0) }
  }

  private static let table = Table()

  /// Open addressing over packed words: one load and one comparison for nearly every word.
  private struct Table: Sendable {
    private var keys = [UInt64](repeating: 0, count: 2_048)
    private var kinds = [UInt8](repeating: 0, count: 2_048)

    init() {
      for (kind, words) in NameWord.words {
        for word in words.split(separator: " ") {
          let key = word.utf8.prefix(8).reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
          var slot = Table.slot(key)
          while keys[slot] != 0, keys[slot] != key { slot = (slot + 1) & 2_047 }
          keys[slot] = key
          kinds[slot] = kind.rawValue
        }
      }
    }

    func kind(of key: UInt64) -> NameWord? {
      var slot = Table.slot(key)
      while keys[slot] != 0 {
        if keys[slot] == key { return NameWord(rawValue: kinds[slot]) }
        slot = (slot + 1) & 2_047
      }
      return nil
    }

    private static func slot(_ key: UInt64) -> Int { Int((key &* 0x9E37_79B9_7F4A_7C15) >> 53) }
  }

  /// Words that are surnames as often as trades (Church, Law, Banks, Field) are left out.
  private static let words: [(NameWord, String)] = [
    (
      .title,
      "mr mrs ms miss mx dr doctor prof professor rev reverend hon sir capt captain col maj lt sgt pastor"
    ),
    (
      .suffix,
      "jr sr ii iii iv 2nd 3rd 4th esq md do dds dmd dvm phd edd psyd jd llm cpa cfa cfp clu rn np pa"
    ),
    (.suffix, "pac mba pe od dc dpm lcsw lmft rph pharmd aia asid gri crs ret usn usaf usmc pc"),
    (.particle, "van von der den de la las los del della di da dos du le st ste bin ibn al el ter ten"),
    (
      .company,
      """
      llc llp lp lllp inc incorporated corp corporation co company companies ltd limited pllc plc gmbh dba trust \
      trustee trustees estate bank holdings holding properties property partners partnership group associates assoc \
      enterprises enterprise investments investment investors ventures venture capital equity realty realtors \
      ministries ministry baptist methodist lutheran city department dept university college school schools academy \
      hospital clinic medical dental dentistry center centre services service solutions management consulting \
      consultants contractors contracting construction builders plumbing heating electric electrical roofing \
      landscaping restaurant cafe grill pizza pizzeria deli bakery foods store stores salon spa hotel motel motors \
      auto automotive repair insurance agency financial mortgage offices office firm industries industrial \
      manufacturing mfg systems technologies technology software media studio studios design designs logistics \
      transport transportation trucking freight international national global family foundation association assn \
      society club council authority district fund funds bros brothers sons the of dba attn c/o apartments hvac
      """
    ),
    (
      .post,
      """
      owner owners manager president ceo cfo coo director principal proprietor partner resident occupant current \
      tenant customer admin administrator accounts payable receptionist human resources unknown none na test contact
      """
    ),
  ]
}
