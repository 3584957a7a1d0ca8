public import JSONText
public import LeadModel
public import WorkflowEngine
public import WorkflowProgram

/// The values of one lead by field: who a conversation is with.
public struct LeadRecord: Hashable, Sendable {
  public let schema: LeadSchema
  /// Names that were given and are no fields, in the order they were given.
  public private(set) var unknown: [String] = []
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

  /// Reads a lead from a JSON object of field names and values; texts are read as those of a lead file.
  ///
  /// - Throws: `LeadRecordError` for anything but an object, or a value of the wrong type.
  public init(_ json: JSONValue, schema: LeadSchema) throws(LeadRecordError) {
    guard case .object(let members) = json else { throw LeadRecordError("a lead is a JSON object") }
    self.init(schema: schema)
    for member in members {
      guard let field = schema.index(of: member.name) else {
        unknown.append(member.name)
        continue
      }
      values[field] = try Self.value(member.value, for: schema.fields[field])
    }
    if self[.recordID].isEmpty { self[.recordID] = "CHAT-1" }
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

  private static func value(_ json: JSONValue, for field: LeadField) throws(LeadRecordError) -> Value? {
    func wrong(_ wanted: String) -> LeadRecordError {
      var writer = JSONWriter()
      writer.value(json)
      return LeadRecordError("'\(field.name)' must be \(wanted), not \(writer.text)")
    }
    switch json {
    case .null, .string(""): return nil
    case .bool, .int, .uint, .double, .string, .array, .object: break
    }
    switch field.type {
    case .text, .email:
      switch json {
      case .string(let text): return .text(text)
      case .int(let number): return .text(String(number))
      case .null, .bool, .uint, .double, .array, .object: throw wrong("a text")
      }
    case .phone:
      let text: String
      switch json {
      case .string(let written): text = written
      case .int(let number): text = String(number)
      case .null, .bool, .uint, .double, .array, .object: throw wrong("a phone number")
      }
      guard let number = PhoneText.read(text).number else { throw wrong("a phone number") }
      return .text(number.e164)
    case .money, .number:
      switch json {
      case .int(let number): return .double(Double(number))
      case .uint(let number): return .double(Double(number))
      case .double(let number): return .double(number)
      case .string(let text):
        let number = field.type == .money ? MoneyText.read(text).value : NumberText.read(text).value
        guard let number else { throw wrong("a number") }
        return .double(number)
      case .null, .bool, .array, .object: throw wrong("a number")
      }
    case .count:
      switch json {
      case .int(let number) where 0 <= number: return .int(number)
      case .double(let number):
        guard let whole = Int64(exactly: number), 0 <= whole else { throw wrong("a whole number") }
        return .int(whole)
      case .string(let text):
        guard let count = CountText.read(text).value else { throw wrong("a whole number") }
        return .int(count)
      case .null, .bool, .int, .uint, .array, .object: throw wrong("a whole number")
      }
    case .flag:
      switch json {
      case .bool(let flag): return .int(flag ? 1 : 0)
      case .string(let text):
        guard let flag = FlagText.read(text).value else { throw wrong("true or false") }
        return .int(flag ? 1 : 0)
      case .null, .int, .uint, .double, .array, .object: throw wrong("true or false")
      }
    case .date:
      guard case .string(let text) = json, let date = DateText.read(text).value else {
        throw wrong("a day such as \"2026-01-05\"")
      }
      return .int(date.midnightUTC.milliseconds)
    }
  }
}

/// Why a lead cannot be read, in the reader's words.
public struct LeadRecordError: Error, Hashable, Sendable, CustomStringConvertible {
  public let description: String
  init(_ description: String) { self.description = description }
}
