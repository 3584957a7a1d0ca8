import LeadModel

/// A column mapping while it is worked out.
struct MappingDraft {
  let header: [String]
  let sample: [[String]]
  let vocabulary: HeaderVocabulary
  let preset: LeadFilePreset?
  let duplicateHeaders: [String]
  private let keys: [HeaderKey]
  private var uses: [ColumnUse?]
  private var meanings: [HeaderMeaning?]
  private(set) var plan = ReadingPlan()

  init(header: [String], sample: [[String]], vocabulary: HeaderVocabulary, hasRowNames: Bool) {
    self.header = header
    self.sample = sample
    self.vocabulary = vocabulary
    keys = header.map(HeaderKey.init)
    let preset = LeadFilePreset.recognised(in: Set(keys))
    self.preset = preset
    var seen: Set<HeaderKey> = []
    var repeated: Set<HeaderKey> = []
    duplicateHeaders = zip(header, keys).filter { _, key in
      !key.isEmpty && !seen.insert(key).inserted && repeated.insert(key).inserted
    }.map(\.0)
    uses = header.map { _ in nil }
    meanings = keys.map { vocabulary.meaning(of: $0) }
    for column in header.indices where preset?.isForeign(keys[column]) ?? false {
      if meanings[column]?.isDeclared ?? false { continue }
      uses[column] = .foreign
      meanings[column] = nil
    }
    if hasRowNames {
      uses[0] = .rowName
      meanings[0] = nil
    }
  }

  /// What each column is read for, once the plan is made.
  var columns: [LeadFileColumn] {
    let filled = Set(plan.steps.map(\.field))
    return header.indices.map { column in
      let isUnnamed = keys[column].isEmpty
      let nearest =
        preset == nil && !isUnnamed
        ? vocabulary.nearestField(to: header[column], where: { !filled.contains($0) && !isPhoneFilled($0) })
        : nil
      return LeadFileColumn(
        header: header[column].isEmpty ? "column \(column + 1)" : header[column],
        use: uses[column] ?? .unknown(nearest: nearest), samples: samples(of: column))
    }
  }

  private func isPhoneFilled(_ field: Int) -> Bool {
    plan.phones.contains { field == ($0.isMobile ? StandardField.mobilePhone : .primaryPhone).rawValue }
  }

  private func samples(of column: Int) -> [String] {
    Array(sample.lazy.compactMap { column < $0.count && !$0[column].isEmpty ? $0[column] : nil }.prefix(3))
  }

  /// Decides what every column is for.
  mutating func assign(_ given: [Int: StandardField]) {
    for (column, field) in given where meanings.indices.contains(column) {
      meanings[column] = HeaderMeaning(field: field.rawValue, rank: column)
    }
    readNameColumnAsBusiness()
    assignPhones()
    assignAddress()
    for field in vocabulary.schema.fields.indices { assignField(field) }
    plan.steps.sort { ($0.field, $0.isFallback ? 1 : 0) < ($1.field, $1.isFallback ? 1 : 0) }
  }

  /// The columns that mean a field, the one to read first in front.
  private func columns(for field: Int) -> [Int] {
    let candidates = meanings.indices.filter { meanings[$0]?.field == field && uses[$0] == nil }
    return candidates.sorted { (meanings[$0]?.rank ?? 0, $0) < (meanings[$1]?.rank ?? 0, $1) }
  }

  private mutating func assignField(_ field: Int) {
    let isDoNotCall = field == StandardField.doNotCall.rawValue
    let isMoney = vocabulary.schema.fields[field].type == .money
    let first = plan.steps.filter { $0.field == field }.count
    for (order, column) in columns(for: field).enumerated() {
      let factor = isMoney ? Self.factor(keys[column]) : 1
      uses[column] = .field(field, order: first + order, factor: factor)
      if isDoNotCall {
        plan.doNotCall.append(column)
      } else {
        plan.steps.append(
          ReadStep(field: field, columns: [column], factor: factor, isFallback: 0 < first + order))
      }
    }
  }

  /// What the amounts under a header count in.
  private static func factor(_ key: HeaderKey) -> Double {
    if key.contains("in000") || key.contains("000s") || key.contains("thousand") { return 1_000 }
    if key.contains("inmillion") || key.contains("usdmm") { return 1_000_000 }
    return 1
  }

  /// A column called just `Name` holds businesses when nothing else does and persons stand elsewhere, or when
  /// its values look like businesses.
  private mutating func readNameColumnAsBusiness() {
    let (business, owner) = (StandardField.businessName.rawValue, StandardField.ownerName.rawValue)
    guard columns(for: business).isEmpty, let name = keys.firstIndex(of: HeaderKey("name")),
      meanings[name]?.field == owner
    else { return }
    let persons = [owner, StandardField.firstName.rawValue, StandardField.lastName.rawValue]
    let hasPersons = persons.contains { columns(for: $0).contains { $0 != name } }
    let values = sample.compactMap { name < $0.count && !$0[name].isEmpty ? $0[name] : nil }
    let businesses = values.filter(BusinessWords.contains(in:)).count
    if hasPersons || values.count < businesses * 5, uses[name] == nil {
      meanings[name] = HeaderMeaning(field: business, rank: 0)
    }
  }

  // MARK: Phones

  private mutating func assignPhones() {
    for (field, isMobile) in [(StandardField.mobilePhone, true), (.primaryPhone, false)] {
      for (order, column) in columns(for: field.rawValue).enumerated() {
        uses[column] = .field(field.rawValue, order: order, factor: 1)
        plan.phones.append(PhoneColumn(column: column, isMobile: isMobile))
      }
    }
    for column in header.indices where uses[column] == nil {
      guard let (about, number, isType) = phoneRemark(keys[column]) else { continue }
      // `DNC 2` and `Phone Type 2` go by their number, `Phone 2 DNC` and `Mobile Phone Type` by name as well.
      let target = plan.phones.firstIndex { phone in
        let key = keys[phone.column]
        let (plain, phoneNumber) = key.numbered.map { ($0.key, $0.number) } ?? (key, 0)
        return phoneNumber == number && (about.isEmpty ? number != 0 : plain == about)
      }
      guard let target else { continue }
      let phone = plan.phones[target].column
      if isType {
        plan.phones[target].type = column
        uses[column] = .phoneType(ofColumn: phone)
      } else {
        plan.phones[target].doNotCall.append(column)
        uses[column] = .phoneDoNotCall(ofColumn: phone)
      }
      meanings[column] = nil
    }
  }

  /// The phone header that a header is a remark on: the rest of its name, its number (0 when it has none) and
  /// whether it tells the type.
  private func phoneRemark(_ key: HeaderKey) -> (about: HeaderKey, number: Int, isType: Bool)? {
    let (plain, number) = key.numbered.map { ($0.key, $0.number) } ?? (key, 0)
    for ending in ["linetype", "type"] {
      if let about = plain.dropping(suffix: ending) { return (about, number, true) }
    }
    for ending in ["donotcall", "dncstatus", "dncflag", "dnc", "litigator"] {
      guard let about = plain.dropping(suffix: ending), !about.isEmpty || number != 0 else { continue }
      return (about, number, false)
    }
    return nil
  }

  // MARK: Address

  private static let houseNumbers = [
    "Address Building", "Building Number", "House Number", "Street Number", "Address Number", "Building",
  ].map(HeaderKey.init)
  private static let streetNames = ["Address Street Name", "Street Name", "Street"].map(HeaderKey.init)
  private static let units = [
    "Unit #", "Unit Number", "Suite", "Suite Number", "Apt", "Apt Number", "Address 2", "Address Line 2",
    "Street 2",
  ].map(HeaderKey.init)

  /// Puts an address together where the file keeps house number, street and unit apart.
  private mutating func assignAddress() {
    let field = StandardField.businessAddress.rawValue
    let unit = firstColumn(of: Self.units)
    var parts: [Int]
    if let street = firstColumn(of: Self.streetNames), let number = firstColumn(of: Self.houseNumbers) {
      parts = [number, street]
    } else if let address = columns(for: field).first {
      parts = [address]
    } else if let street = firstColumn(of: Self.streetNames) {
      parts = [street]
    } else {
      return
    }
    if let unit { parts.append(unit) }
    plan.steps.append(ReadStep(field: field, columns: parts, factor: 1, isFallback: false))
    for part in parts { uses[part] = parts.count == 1 ? .field(field, order: 0, factor: 1) : .addressPart }
  }

  private func firstColumn(of headers: [HeaderKey]) -> Int? {
    for header in headers {
      if let column = keys.indices.first(where: { keys[$0] == header && uses[$0] == nil }) { return column }
    }
    return nil
  }
}
