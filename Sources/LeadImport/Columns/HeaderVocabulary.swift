import Diagnostics
public import LeadModel

/// What a header says its column holds.
struct HeaderMeaning: Hashable, Sendable {
  /// The field's column in the schema.
  let field: Int
  /// Which column to read first when several mean the field: the lowest.
  let rank: Int

  /// Whether the client's own workflow says so, which no guess of ours may overrule.
  var isDeclared: Bool { rank < HeaderVocabulary.firstKnownRank }
}

/// Which headers mean which field, for one client's schema.
///
/// What the client's workflow says comes first, then the fields' own names, then the headers of known exports.
public struct HeaderVocabulary: Sendable {
  public let schema: LeadSchema
  private let meanings: [HeaderKey: HeaderMeaning]

  public init(schema: LeadSchema) {
    self.schema = schema
    var found: [HeaderKey: HeaderMeaning] = [:]
    func add(_ header: String, _ field: Int, rank: Int) {
      let key = HeaderKey(header)
      guard !key.isEmpty, found[key] == nil else { return }
      found[key] = HeaderMeaning(field: field, rank: rank * Self.rankStep)
    }
    let standard = StandardField.allCases
    // The client's own headers and fields; their ranks are below every other's.
    for (index, field) in schema.fields.enumerated() {
      let known = index < standard.count ? standard[index].columns.count : 0
      for (rank, column) in field.columns.dropFirst(known).enumerated() { add(column, index, rank: rank) }
      if standard.count <= index { add(field.name, index, rank: 0) }
    }
    for field in standard {
      let own = HeaderKey(field.name)
      let rank = field.columns.firstIndex { HeaderKey($0) == own } ?? 0
      add(field.name, field.rawValue, rank: Self.firstKnown + rank)
    }
    for field in standard {
      for (rank, column) in field.columns.enumerated() {
        add(column, field.rawValue, rank: Self.firstKnown + rank)
      }
    }
    meanings = found
  }

  /// The client's own headers rank below this, ours from here on.
  private static let firstKnown = 1_000
  static let firstKnownRank = firstKnown * rankStep

  /// Ranks leave room for the numbers of `Email 1` to `Email 99`.
  private static let rankStep = 100

  /// Words that say enough alone; `Name` or `Title` at the end of a header may mean anything.
  private static let telling: Set<String> = [
    "phone", "mobile", "cell", "telephone", "email", "website", "industry", "revenue", "employees", "city",
    "state",
    "zip", "zipcode", "county",
  ]

  func meaning(of key: HeaderKey) -> HeaderMeaning? {
    if let meaning = meanings[key] { return meaning }
    // Phones and emails come numbered.
    guard let (plain, number) = key.numbered, let meaning = meanings[plain] else { return nil }
    switch StandardField(rawValue: meaning.field) {
    case .primaryPhone?, .mobilePhone?, .businessEmail?:
      return HeaderMeaning(field: meaning.field, rank: meaning.rank + number)
    default: return nil
    }
  }

  /// The field that a header nothing knows may have been meant to name; `nil` when none is near.
  ///
  /// - Parameter wanted: Whether a field is still without a column.
  func nearestField(to header: String, where wanted: (Int) -> Bool) -> Int? {
    let key = HeaderKey(header)
    guard 3 <= key.bytes.count, key.bytes.count <= 40 else { return nil }
    var best: (distance: Int, field: Int)?
    for (known, meaning) in meanings where wanted(meaning.field) {
      let limit = max(1, max(key.bytes.count, known.bytes.count) / 5)
      guard 4 <= known.bytes.count else { continue }
      let distance = editDistance(key.bytes, known.bytes, limit: limit)
      guard distance <= limit else { continue }
      if best.map({ (distance, meaning.field) < ($0.distance, $0.field) }) ?? true {
        best = (distance, meaning.field)
      }
    }
    if let best { return best.field }
    // Else the longest run of last words that is a header of its own: `Owner Cell`.
    let words = header.split { !$0.isLetter && !$0.isNumber }
    for start in words.indices.dropFirst() {
      let ending = HeaderKey(words[start...].joined())
      guard start < words.count - 1 || Self.telling.contains(ending.text) else { continue }
      if let meaning = meanings[ending], wanted(meaning.field) { return meaning.field }
    }
    return nil
  }
}
