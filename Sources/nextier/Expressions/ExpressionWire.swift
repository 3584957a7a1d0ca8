import Expressions
import JSONText

/// Why a JSON value is not a CEL value or type.
struct WireError: Error {
  let message: String
}

/// CEL values and types in the proto3 JSON form of `cel.expr.Value` and `cel.expr.Type`.
///
/// Field names are read in both spellings protobuf allows, `int64Value` and `int64_value`.
enum ExpressionWire {
  // MARK: Values

  static func value(_ json: JSONValue) throws(WireError) -> CELValue {
    guard case .object(let members) = json, let member = members.first, members.count == 1 else {
      throw WireError(message: "a value is an object with one member, as {\"int64Value\": \"1\"}")
    }
    switch camelCase(member.name) {
    case "nullValue": return .null
    case "boolValue":
      guard case .bool(let value) = member.value else { throw unreadable(member, "true or false") }
      return .bool(value)
    case "int64Value", "enumValue": return .int(try integer(member))
    case "uint64Value": return .uint(try integer(member))
    case "doubleValue": return .double(try double(member))
    case "stringValue": return .string(try string(member))
    case "bytesValue":
      guard let bytes = Base64.decode(try string(member)) else { throw unreadable(member, "Base64") }
      return .bytes(bytes)
    case "typeValue": return .type(try type(named: try string(member)))
    case "listValue":
      var elements: [CELValue] = []
      for element in try array(member.value, "values") { elements.append(try value(element)) }
      return .list(elements)
    case "mapValue":
      var entries: [CELMap.Entry] = []
      for entry in try array(member.value, "entries") {
        guard let key = entry["key"], let content = entry["value"] else {
          throw WireError(message: "an entry of a map has a 'key' and a 'value'")
        }
        entries.append(CELMap.Entry(try value(key), try value(content)))
      }
      guard let map = CELMap(entries) else {
        throw WireError(message: "a key of a map occurs twice or is no key")
      }
      return .map(map)
    case "objectValue": return try object(member.value)
    // The form a binding has in the conformance suite: a value or an error.
    case "value": return try value(member.value)
    default: throw WireError(message: "'\(member.name)' is not a kind of value")
    }
  }

  /// A message in its `Any` form: timestamps, durations and the wrappers of plain values.
  private static func object(_ json: JSONValue) throws(WireError) -> CELValue {
    let url = json["@type"]?.string ?? ""
    let name = String(url.split(separator: "/").last ?? "")
    let content = JSONValue.Member("value", json["value"] ?? .null)
    switch name {
    case "google.protobuf.Timestamp":
      guard let time = CELTimestamp(parsing: try string(content)) else {
        throw unreadable(content, "a time such as 2026-01-05T10:00:00Z")
      }
      return .timestamp(time)
    case "google.protobuf.Duration":
      guard let duration = CELDuration(parsing: try string(content)) else {
        throw unreadable(content, "a duration such as 90s")
      }
      return .duration(duration)
    case "google.protobuf.BoolValue": return try value(.object([.init("boolValue", content.value)]))
    case "google.protobuf.BytesValue": return try value(.object([.init("bytesValue", content.value)]))
    case "google.protobuf.DoubleValue", "google.protobuf.FloatValue": return .double(try double(content))
    case "google.protobuf.Int32Value", "google.protobuf.Int64Value": return .int(try integer(content))
    case "google.protobuf.UInt32Value", "google.protobuf.UInt64Value": return .uint(try integer(content))
    case "google.protobuf.StringValue": return .string(try string(content))
    case "google.protobuf.Value", "google.protobuf.Struct", "google.protobuf.ListValue":
      return CELValue(json: content.value, allNumbersAreDoubles: true)
    default: throw WireError(message: "'\(name)' is a message that is not known here")
    }
  }

  static func write(_ value: CELValue, to writer: inout JSONWriter) {
    writer.object { writer in
      switch value {
      case .null: writer.name("nullValue"); writer.null()
      case .bool(let value): writer.member("boolValue", value)
      case .int(let value): writer.member("int64Value", String(value))
      case .uint(let value): writer.member("uint64Value", String(value))
      case .double(let value):
        if value.isNaN {
          writer.member("doubleValue", "NaN")
        } else if value.isInfinite {
          writer.member("doubleValue", value < 0 ? "-Infinity" : "Infinity")
        } else {
          writer.member("doubleValue", value)
        }
      case .string(let text): writer.member("stringValue", text)
      case .bytes(let bytes): writer.member("bytesValue", Base64.encode(bytes))
      case .timestamp(let time): writeObject("google.protobuf.Timestamp", time.description, to: &writer)
      case .duration(let duration): writeObject("google.protobuf.Duration", duration.description, to: &writer)
      case .list(let elements):
        writer.member(
          "listValue",
          object: { writer in
            writer.member(
              "values", array: { writer in for element in elements { write(element, to: &writer) } })
          })
      case .map(let map): write(map, to: &writer)
      case .type(let type): writer.member("typeValue", type.name)
      case .optional(let content):
        writer.member(
          "objectValue",
          object: { writer in
            writer.member("@type", "optional_type")
            if let content {
              writer.name("value")
              write(content, to: &writer)
            }
          })
      }
    }
  }

  private static func write(_ map: CELMap, to writer: inout JSONWriter) {
    writer.member(
      "mapValue",
      object: { writer in
        writer.member(
          "entries",
          array: { writer in
            for entry in map.entries {
              writer.object { writer in
                writer.name("key")
                write(entry.key, to: &writer)
                writer.name("value")
                write(entry.value, to: &writer)
              }
            }
          })
      })
  }

  private static func writeObject(_ name: String, _ value: String, to writer: inout JSONWriter) {
    writer.member(
      "objectValue",
      object: { writer in
        writer.member("@type", "type.googleapis.com/\(name)")
        writer.member("value", value)
      })
  }

  // MARK: Parts

  static func camelCase(_ name: String) -> String {
    guard name.contains("_") else { return name }
    let words = name.split(separator: "_")
    return (words.first.map(String.init) ?? "")
      + words.dropFirst().map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined()
  }

  /// - Parameter wanted: What it must be.
  static func unreadable(_ member: JSONValue.Member, _ wanted: String) -> WireError {
    var writer = JSONWriter()
    writer.value(member.value)
    let text = writer.text
    return WireError(
      message: "'\(member.name)' must be \(wanted), not \(text.count <= 80 ? text : text.prefix(79) + "…")")
  }

  private static func string(_ member: JSONValue.Member) throws(WireError) -> String {
    guard let text = member.value.string else { throw unreadable(member, "a text") }
    return text
  }

  /// 64-bit numbers are texts in proto3 JSON, and may be numbers.
  private static func integer<Number: FixedWidthInteger>(_ member: JSONValue.Member) throws(WireError)
    -> Number
  {
    let number: Number? =
      switch member.value {
      case .int(let value): Number(exactly: value)
      case .uint(let value): Number(exactly: value)
      case .double(let value): Number(exactly: value)
      // As JSON writes numbers, so without a plus in front.
      case .string(let text): text.hasPrefix("+") ? nil : Number(text)
      case .null, .bool, .array, .object: nil
      }
    guard let number else {
      throw unreadable(member, "a whole number from \(Number.min) to \(Number.max)")
    }
    return number
  }

  private static func double(_ member: JSONValue.Member) throws(WireError) -> Double {
    switch member.value {
    case .int(let value): return Double(value)
    case .uint(let value): return Double(value)
    case .double(let value): return value
    case .string(let text):
      switch text {
      case "NaN": return .nan
      case "Infinity": return .infinity
      case "-Infinity": return -.infinity
      case _: break
      }
      // As JSON writes numbers; Swift also reads 0x1p3, inf and a plus in front.
      let isPlain =
        text.utf8.allSatisfy { 48...57 ~= $0 || "+-.eE".utf8.contains($0) } && !text.hasPrefix("+")
      if isPlain, let value = Double(text) { return value }
    case .null, .bool, .array, .object: break
    }
    throw unreadable(member, "a number, \"NaN\", \"Infinity\" or \"-Infinity\"")
  }

  /// The elements of a list inside an object, which protobuf leaves out when it is empty.
  static func array(_ json: JSONValue, _ name: String) throws(WireError) -> [JSONValue] {
    guard case .object = json else { throw WireError(message: "an object with '\(name)' is missing") }
    guard let list = json[name] else { return [] }
    guard case .array(let elements) = list else { throw WireError(message: "'\(name)' must be a list") }
    return elements
  }
}

extension CELValue {
  /// A JSON value as CEL takes it: objects as maps with texts as keys.
  init(json: JSONValue, allNumbersAreDoubles: Bool = false) {
    switch json {
    case .null: self = .null
    case .bool(let value): self = .bool(value)
    case .int(let value): self = allNumbersAreDoubles ? .double(Double(value)) : .int(value)
    case .uint(let value): self = allNumbersAreDoubles ? .double(Double(value)) : .uint(value)
    case .double(let value): self = .double(value)
    case .string(let text): self = .string(text)
    case .array(let elements):
      self = .list(elements.map { CELValue(json: $0, allNumbersAreDoubles: allNumbersAreDoubles) })
    case .object(let members):
      self = .map(
        CELMap(
          members.map { ($0.name, CELValue(json: $0.value, allNumbersAreDoubles: allNumbersAreDoubles)) }))
    }
  }
}
