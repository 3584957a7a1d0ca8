import LeadModel

/// What a skip trace found about a lead: a made-up owner and perhaps a made-up number, the same for the same lead.
struct FoundOwner {
  private let first: Int
  private let last: Int
  /// The last two digits of one of the numbers reserved for fiction (555-0100 to 555-0199); `nil` for none found.
  private let line: Int?

  /// - Parameter bits: Bit 1 says that a mobile number was found.
  init(of lead: UInt64, bits: UInt8) {
    let draw = Draw(seed: 0, lead: lead)
    first = draw.number(.name, 0, below: Self.firstNames.count)
    last = draw.number(.name, 1, below: Self.lastNames.count)
    line = bits & 2 == 2 ? draw.number(.name, 2, below: 100) : nil
  }

  /// Fills it in; a number that is there stays.
  func fill(_ batch: LeadBatch, row: Int) {
    batch.setText(Self.firstNames[first], field: StandardField.firstName.rawValue, row: row)
    batch.setText(Self.lastNames[last], field: StandardField.lastName.rawValue, row: row)
    batch.setText(
      Self.fullNames[first * Self.lastNames.count + last], field: StandardField.ownerName.rawValue, row: row)
    guard let line, !batch.has(.mobilePhone, row: row) else { return }
    batch.setText(Self.numbers[line], field: StandardField.mobilePhone.rawValue, row: row)
  }

  private static let firstNames: [[UInt8]] = [
    "Alex", "Bianca", "Carlos", "Dana", "Elena", "Frank", "Grace", "Hugo", "Irene", "Jamal", "Karen", "Luis",
    "Maya", "Nina", "Omar", "Paula", "Quinn", "Rosa", "Sam", "Tara",
  ].map { Array($0.utf8) }
  private static let lastNames: [[UInt8]] = [
    "Abbott", "Barnes", "Castillo", "Dorsey", "Ellis", "Fischer", "Grant", "Hughes", "Ibarra", "Jensen",
    "Keller", "Lopez", "Morgan", "Nolan", "Ortega", "Price", "Quigley", "Reyes", "Shaw", "Turner",
  ].map { Array($0.utf8) }
  private static let fullNames: [[UInt8]] = firstNames.flatMap { first -> [[UInt8]] in
    lastNames.map { last -> [UInt8] in first + [0x20] + last }
  }
  private static let numbers: [[UInt8]] = (0..<100).map { Array("+12125550\(100 + $0)".utf8) }
}
