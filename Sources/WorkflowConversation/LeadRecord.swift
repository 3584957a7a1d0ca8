public import JSONText
import LeadImport
public import LeadModel
public import WorkflowEngine
public import WorkflowProgram

/// The values of one lead by field: who a conversation is with.
public struct LeadRecord: Hashable, Sendable {
  public let schema: LeadSchema
  /// Names that were given and are no fields, in the order they were given.
  public private(set) var unknown: [String] = []
  /// What was read otherwise than it may have been meant, in the reader's words.
  public private(set) var remarks: [String] = []
  private var values: [Int: Value] = [:]

  private enum Value: Hashable, Sendable {
    case text(String)
    case double(Double)
    case int(Int64)
  }

  /// A lead of whom nothing is known.
  public init(schema: LeadSchema) { self.schema = schema }

  /// An owner of a mid-sized business with a mobile phone, for conversations that name nobody.
  public static func example(schema: LeadSchema) -> LeadRecord {
    var record = LeadRecord(schema: schema)
    record[.recordID] = "CHAT-1"
    record[.businessName] = "Riverbend Tools"
    record[.ownerName] = "Ann Lee"
    record[.firstName] = "Ann"
    record[.lastName] = "Lee"
    record[.primaryPhone] = "+12125550123"
    record[.mobilePhone] = "+12125550142"
    record[.businessEmail] = "ann@riverbend.example"
    record[.industry] = "Technology"
    record[.city] = "New York"
    record[.state] = "NY"
    record.values[StandardField.annualRevenue.rawValue] = .double(2_400_000)
    record.values[StandardField.employeeCount.rawValue] = .int(24)
    return record
  }

  /// Reads a lead from a JSON object of field names and values, each read as a lead file's cell would be.
  ///
  /// - Throws: `LeadRecordError` for anything but an object, or a value that cannot be read.
  public init(_ json: JSONValue, schema: LeadSchema) throws(LeadRecordError) {
    guard case .object(let members) = json else { throw LeadRecordError("a lead is a JSON object") }
    var (values, unknown): ([(field: Int, text: String)], [String]) = ([], [])
    for member in members {
      guard let field = schema.index(of: member.name) else {
        unknown.append(member.name)
        continue
      }
      guard let text = WrittenLead.cell(member.value) else {
        throw LeadRecordError("'\(member.name)' must be a text, a number, or true or false")
      }
      guard !values.contains(where: { $0.field == field }) else {
        throw LeadRecordError("'\(member.name)' is given more than once")
      }
      values.append((field, text))
    }
    let lead = WrittenLead(values, schema: schema)
    if let problem = lead.problems.first { throw LeadRecordError(problem.sentence) }
    self.init(LeadRow(batch: lead.batch, row: 0))
    self.unknown = unknown
    remarks = lead.findings.map(\.sentence)
  }

  /// The values of a lead of a batch.
  public init(_ lead: LeadRow) {
    let batch = lead.batch
    self.init(schema: batch.schema)
    for (field, declared) in schema.fields.enumerated() where batch.has(field: field, row: lead.row) {
      switch declared.type {
      case .text, .phone, .email: values[field] = .text(batch.text(field: field, row: lead.row))
      case .money, .number: values[field] = .double(batch.double(field: field, row: lead.row))
      case .count, .flag, .date: values[field] = .int(batch.int(field: field, row: lead.row))
      }
    }
    if self[.recordID].isEmpty { self[.recordID] = "CHAT-1" }
  }

  /// Whether one of the program's campaigns would write to this lead.
  public func isTaken(by program: ClientProgram) -> Bool {
    program.decide(LeadRow(batch: batch(), row: 0)).campaign != LeadDecision.none
  }

  /// A standard text field; empty when absent.
  public subscript(field: StandardField) -> String {
    get { if case .text(let text) = values[field.rawValue] { text } else { "" } }
    set { values[field.rawValue] = newValue.isEmpty ? nil : .text(newValue) }
  }

  /// Takes fields over from a record of the same schema; what that lacks is cleared.
  public mutating func take(_ fields: [Int], from other: LeadRecord) {
    for field in fields { values[field] = other.values[field] }
  }

  /// As the engine reads it.
  public var row: LeadRow { LeadRow(batch: batch(), row: 0) }

  /// The lead alone in a batch.
  func batch() -> LeadBatch {
    let batch = LeadBatch(schema: schema, capacity: 1)
    batch.count = 1
    for (field, value) in values.sorted(by: { $0.key < $1.key }) {
      switch value {
      case .text(let text): batch.setText(text, field: field, row: 0)
      case .double(let number): batch.setDouble(number, field: field, row: 0)
      case .int(let number): batch.setInt(number, field: field, row: 0)
      }
    }
    return batch
  }

  /// What a skip trace that finds the owner adds; what is known stays.
  mutating func fillTraced() {
    if self[.ownerName].isEmpty {
      self[.ownerName] = "Dana Ortega"
      self[.firstName] = "Dana"
      self[.lastName] = "Ortega"
    }
    if self[.mobilePhone].isEmpty { self[.mobilePhone] = "+12125550187" }
  }
}

/// Why a lead cannot be read, in the reader's words.
public struct LeadRecordError: Error, Hashable, Sendable, CustomStringConvertible {
  public let description: String
  init(_ description: String) { self.description = description }
}
