import LeadModel
import WorkflowEngine

/// A field of a lead as a test gives it.
struct GivenField: Sendable {
  /// Column of the workflow's lead schema.
  let field: Int
  let value: Value

  enum Value: Hashable, Sendable {
    case absent
    case text(String)
    case number(Double)
    /// A count, a flag (0 or 1) or a date (milliseconds since 1970).
    case whole(Int64)
  }

  /// Reads a text as a lead file's cell of that type would be read.
  ///
  /// - Returns: `nil` when the text cannot be read so.
  init?(_ text: String, field: Int, type: FieldType) {
    self.field = field
    guard !text.isEmpty else {
      value = .absent
      return
    }
    let read: Value? =
      switch type {
      case .text: .text(text)
      case .phone: PhoneText.read(text).number.map { .text($0.e164) }
      case .email: EmailText.read(text).value.map { .text($0) }
      case .money: MoneyText.read(text).value.map { .number($0) }
      case .number: NumberText.read(text).value.map { .number($0) }
      case .count: CountText.read(text).value.map { .whole($0) }
      case .flag: FlagText.read(text).value.map { .whole($0 ? 1 : 0) }
      case .date: DateText.read(text).value.map { .whole($0.midnightUTC.milliseconds) }
      }
    guard let read else { return nil }
    value = read
  }

  init(text: String, field: StandardField) {
    self.field = field.rawValue
    value = .text(text)
  }
}

/// The lead a case begins with.
struct GivenLead: Sendable {
  /// A lead of a file, whose values hold where no field replaces them.
  var row: LeadRow?
  /// Later ones replace earlier ones.
  var fields: [GivenField] = []

  /// The lead in a batch of its own, which a skip trace may then fill.
  func batch(_ schema: LeadSchema) -> LeadBatch {
    let batch = LeadBatch(schema: schema, capacity: 1)
    batch.count = 1
    if let row {
      for (field, declared) in schema.fields.enumerated() where row.batch.has(field: field, row: row.row) {
        if declared.type.isText {
          batch.setText(row.batch.textBytes(field: field, row: row.row), field: field, row: 0)
        } else {
          batch.setInt(row.batch.int(field: field, row: row.row), field: field, row: 0)
        }
      }
    }
    batch.fill(fields)
    return batch
  }
}

extension LeadBatch {
  /// Sets the fields of the only lead.
  func fill(_ fields: [GivenField]) {
    for given in fields {
      switch given.value {
      case .absent: clear(field: given.field, row: 0)
      case .text(let text): setText(text, field: given.field, row: 0)
      case .number(let number): setDouble(number, field: given.field, row: 0)
      case .whole(let number): setInt(number, field: given.field, row: 0)
      }
    }
  }
}
