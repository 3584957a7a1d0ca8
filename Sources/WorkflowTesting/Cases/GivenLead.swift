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
    /// As a batch keeps amounts, counts, flags and dates.
    case bits(UInt64)
  }

  /// The value that the only lead of a batch has.
  init(_ field: Int, of batch: LeadBatch) {
    self.field = field
    if !batch.has(field: field, row: 0) {
      value = .absent
    } else if batch.schema.fields[field].type.isText {
      value = .text(batch.text(field: field, row: 0))
    } else {
      value = .bits(UInt64(bitPattern: batch.int(field: field, row: 0)))
    }
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
      case .bits(let bits): setBits(bits, field: given.field, row: 0)
      }
    }
  }
}
