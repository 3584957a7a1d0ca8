import Expressions
import JSONText
import LeadModel

/// One lead as a JSON object of field names and values.
struct LeadFile {
  struct Field {
    let name: String
    let type: CELType
    /// `nil` for a standard field the object lacks.
    let value: CELValue?
  }

  /// The standard fields first, then the object's own in its order.
  let fields: [Field]

  init(parsing bytes: [UInt8]) throws(WireError) {
    let json: JSONValue
    do throws(JSONError) {
      json = try JSONValue(parsing: bytes)
    } catch {
      throw WireError(message: error.description)
    }
    guard case .object(let members) = json else { throw WireError(message: "a lead is a JSON object") }
    try self.init(members)
  }

  /// A lead of which nothing is known.
  init() {
    fields = LeadSchema().fields.map { Field(name: $0.name, type: $0.type.celType, value: nil) }
  }

  private init(_ members: [JSONValue.Member]) throws(WireError) {
    let schema = LeadSchema()
    var fields: [Field] = []
    for field in schema.fields {
      let given = members.last { $0.name == field.name }?.value
      fields.append(
        Field(name: field.name, type: field.type.celType, value: try Self.value(given, for: field)))
    }
    for member in members where schema.index(of: member.name) == nil {
      let value = CELValue(json: member.value)
      fields.append(Field(name: member.name, type: Self.inferred(value), value: value == .null ? nil : value))
    }
    self.fields = fields
  }

  private static func inferred(_ value: CELValue) -> CELType {
    switch value {
    case .null: .dyn
    case .list: .list(.dyn)
    case .map: .map(.string, .dyn)
    case .bool, .int, .uint, .double, .string, .bytes, .timestamp, .duration, .type, .optional: value.type
    }
  }

  /// A standard field's value in the field's own type.
  private static func value(_ json: JSONValue?, for field: LeadField) throws(WireError) -> CELValue? {
    guard let json, json != .null else { return nil }
    let value: CELValue? =
      switch (field.type.celType, json) {
      case (.bool, .bool(let flag)): .bool(flag)
      case (.int, .int(let number)): .int(number)
      case (.int, .double(let number)): Int64(exactly: number).map { .int($0) }
      case (.double, .int(let number)): .double(Double(number))
      case (.double, .double(let number)): .double(number)
      case (.string, .string(let text)): text.isEmpty ? CELValue.null : .string(text)
      case (.string, .int(let number)): .string(String(number))
      case (.timestamp, .string(let text)):
        CELTimestamp(parsing: text.utf8.count == 10 ? text + "T00:00:00Z" : text).map { .timestamp($0) }
      default: nil
      }
    guard let value else {
      throw WireError(
        message: "'\(field.name)' must be of type \(field.type.rawValue), not \(CELValue(json: json))")
    }
    return value == .null ? nil : value
  }
}

extension FieldType {
  /// What expressions see.
  fileprivate var celType: CELType {
    switch self {
    case .text, .phone, .email: .string
    case .money, .number: .double
    case .count: .int
    case .flag: .bool
    case .date: .timestamp
    }
  }
}
