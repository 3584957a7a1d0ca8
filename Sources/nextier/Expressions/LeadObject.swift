import Expressions
import JSONText
import LeadImport
import LeadModel
import WorkflowProgram

/// One lead as a JSON object of field names and values, as expressions see it.
///
/// Standard fields read as in a list that is imported; all others are JSON, as CEL takes it.
struct LeadObject {
  struct Field {
    let name: String
    let type: CELType
    /// `nil` for a standard field the object lacks.
    let value: CELValue?
  }

  /// The standard fields first, then the object's own in its order.
  let fields: [Field]
  /// What was read otherwise than it may have been meant, in the reader's words.
  let remarks: [String]

  /// A lead of which nothing is known.
  init() {
    fields = LeadSchema().fields.map { Field(name: $0.name, type: $0.type.expressionType, value: nil) }
    remarks = []
  }

  init(parsing bytes: [UInt8]) throws(WireError) {
    let json: JSONValue
    do throws(JSONError) {
      json = try JSONValue(parsing: bytes)
    } catch {
      throw WireError(message: error.description)
    }
    guard case .object(let members) = json else { throw WireError(message: "a lead is a JSON object") }
    let schema = LeadSchema()
    var written: [(field: Int, text: String)] = []
    var own: [Field] = []
    var seen: Set<String> = []
    for member in members {
      guard seen.insert(member.name).inserted else {
        throw WireError(message: "'\(member.name)' is given more than once")
      }
      guard let field = schema.index(of: member.name) else {
        let value = CELValue(json: member.value)
        own.append(
          Field(name: member.name, type: Self.inferred(value), value: value == .null ? nil : value))
        continue
      }
      guard let text = WrittenLead.cell(member.value) else {
        throw WireError(message: "'\(member.name)' must be a text, a number, or true or false")
      }
      written.append((field, text))
    }
    let lead = WrittenLead(written, schema: schema)
    if let problem = lead.problems.first { throw WireError(message: problem.sentence) }
    remarks = lead.findings.map(\.sentence)
    fields =
      schema.fields.enumerated().map { index, field in
        Field(
          name: field.name, type: field.type.expressionType, value: CELValue(field: index, of: lead.batch))
      } + own
  }

  private static func inferred(_ value: CELValue) -> CELType {
    switch value {
    case .null: .dyn
    case .list: .list(.dyn)
    case .map: .map(.string, .dyn)
    case .bool, .int, .uint, .double, .string, .bytes, .timestamp, .duration, .type, .optional: value.type
    }
  }
}

extension CELValue {
  /// The value that the only lead of a batch has; `nil` when it has none.
  fileprivate init?(field: Int, of batch: LeadBatch) {
    guard batch.has(field: field, row: 0) else { return nil }
    switch batch.schema.fields[field].type {
    case .text, .phone, .email: self = .string(batch.text(field: field, row: 0))
    case .money, .number: self = .double(batch.double(field: field, row: 0))
    case .count: self = .int(batch.int(field: field, row: 0))
    case .flag: self = .bool(batch.int(field: field, row: 0) != 0)
    case .date: self = .timestamp(CELTimestamp(millisecondsSinceEpoch: batch.int(field: field, row: 0)))
    }
  }
}
