import LeadModel

/// What a skip trace found about a lead: a made-up owner and perhaps a made-up number, the same for the same lead.
struct FoundOwner {
  private let first: StaticString
  private let last: StaticString
  /// The last two digits of one of the numbers reserved for fiction (555-0100 to 555-0199); `nil` for none found.
  private let line: Int?

  /// - Parameter bits: Bit 1 says that a mobile number was found.
  init(of lead: UInt64, bits: UInt8) {
    let draw = Draw(seed: 0, lead: lead)
    first = Self.firstNames[draw.number(.name, 0, below: Self.firstNames.count)]
    last = Self.lastNames[draw.number(.name, 1, below: Self.lastNames.count)]
    line = bits & 2 == 2 ? draw.number(.name, 2, below: 100) : nil
  }

  /// Fills it in; a number that is there stays.
  func fill(_ batch: LeadBatch, row: Int) {
    batch.setText(first.utf8, field: StandardField.firstName.rawValue, row: row)
    batch.setText(last.utf8, field: StandardField.lastName.rawValue, row: row)
    let length = first.utf8CodeUnitCount + 1 + last.utf8CodeUnitCount
    let name = batch.reserveBytes(length)
    name.update(from: first.utf8Start, count: first.utf8CodeUnitCount)
    name[first.utf8CodeUnitCount] = 0x20
    (name + first.utf8CodeUnitCount + 1).update(from: last.utf8Start, count: last.utf8CodeUnitCount)
    batch.setBits(batch.commitBytes(length).packed, field: StandardField.ownerName.rawValue, row: row)
    if let line, !batch.has(.mobilePhone, row: row) { fillNumber(line, batch, row) }
  }

  private func fillNumber(_ line: Int, _ batch: LeadBatch, _ row: Int) {
    let start = Self.numberStart
    let number = batch.reserveBytes(start.utf8CodeUnitCount + 2)
    number.update(from: start.utf8Start, count: start.utf8CodeUnitCount)
    number[start.utf8CodeUnitCount] = 0x30 + UInt8(line / 10)
    number[start.utf8CodeUnitCount + 1] = 0x30 + UInt8(line % 10)
    let span = batch.commitBytes(start.utf8CodeUnitCount + 2)
    batch.setBits(span.packed, field: StandardField.mobilePhone.rawValue, row: row)
  }

  private static let numberStart: StaticString = "+121255501"
  // Constants of the program text, to which nobody counts references.
  private static let firstNames: [StaticString] = [
    "Alex", "Bianca", "Carlos", "Dana", "Elena", "Frank", "Grace", "Hugo", "Irene", "Jamal", "Karen", "Luis",
    "Maya", "Nina", "Omar", "Paula", "Quinn", "Rosa", "Sam", "Tara",
  ]
  private static let lastNames: [StaticString] = [
    "Abbott", "Barnes", "Castillo", "Dorsey", "Ellis", "Fischer", "Grant", "Hughes", "Ibarra", "Jensen",
    "Keller", "Lopez", "Morgan", "Nolan", "Ortega", "Price", "Quigley", "Reyes", "Shaw", "Turner",
  ]
}

extension StaticString {
  fileprivate var utf8: UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(start: utf8Start, count: utf8CodeUnitCount)
  }
}
