import Expressions
import JSONText

extension ExpressionWire {
  /// A type in the proto3 JSON form of `cel.expr.Type`.
  static func type(_ json: JSONValue) throws(WireError) -> CELType {
    guard case .object(let members) = json, let member = members.first, members.count == 1 else {
      throw WireError(message: "a type is an object with one member, as {\"primitive\": \"INT64\"}")
    }
    switch camelCase(member.name) {
    case "dyn", "typeParam", "error": return .dyn
    case "null": return .null
    case "primitive", "wrapper": return try primitive(member)
    case "wellKnown":
      switch member.value {
      case .string("TIMESTAMP"), .int(2): return .timestamp
      case .string("DURATION"), .int(3): return .duration
      case .string("ANY"), .int(1): return .dyn
      default: throw unreadable(member, "TIMESTAMP, DURATION or ANY")
      }
    case "listType":
      return .list(try element(member.value, "elemType", "elem_type"))
    case "mapType":
      return .map(
        try element(member.value, "keyType", "key_type"), try element(member.value, "valueType", "value_type")
      )
    case "type":
      if case .object(let inner) = member.value, inner.isEmpty { return .type(.dyn) }
      return .type(try type(member.value))
    case "messageType":
      guard let name = member.value.string else { throw unreadable(member, "a text") }
      return try type(named: name)
    case "abstractType":
      let parameters = try array(
        member.value, member.value["parameterTypes"] == nil ? "parameter_types" : "parameterTypes")
      var types: [CELType] = []
      for parameter in parameters { types.append(try type(parameter)) }
      let name = member.value["name"]?.string ?? ""
      if name == "optional_type" { return .optional(types.first ?? .dyn) }
      return .abstract(name, types)
    default: throw WireError(message: "'\(member.name)' is not a kind of type")
    }
  }

  private static func element(_ json: JSONValue, _ name: String, _ otherName: String) throws(WireError)
    -> CELType
  {
    guard let inner = json[name] ?? json[otherName] else { return .dyn }
    return try type(inner)
  }

  private static func primitive(_ member: JSONValue.Member) throws(WireError) -> CELType {
    switch member.value {
    case .string("BOOL"), .int(1): return .bool
    case .string("INT64"), .int(2): return .int
    case .string("UINT64"), .int(3): return .uint
    case .string("DOUBLE"), .int(4): return .double
    case .string("STRING"), .int(5): return .string
    case .string("BYTES"), .int(6): return .bytes
    default: throw unreadable(member, "BOOL, INT64, UINT64, DOUBLE, STRING or BYTES")
    }
  }

  /// The type a type value names.
  static func type(named name: String) throws(WireError) -> CELType {
    switch name {
    case "bool", "google.protobuf.BoolValue": .bool
    case "bytes", "google.protobuf.BytesValue": .bytes
    case "double", "google.protobuf.DoubleValue", "google.protobuf.FloatValue": .double
    case "int", "google.protobuf.Int32Value", "google.protobuf.Int64Value": .int
    case "uint", "google.protobuf.UInt32Value", "google.protobuf.UInt64Value": .uint
    case "string", "google.protobuf.StringValue": .string
    case "null_type": .null
    case "list", "google.protobuf.ListValue": .list(.dyn)
    case "map": .map(.dyn, .dyn)
    case "google.protobuf.Struct": .map(.string, .dyn)
    case "type": .type(.dyn)
    case "optional_type": .optional(.dyn)
    case "google.protobuf.Timestamp": .timestamp
    case "google.protobuf.Duration": .duration
    case "google.protobuf.Any", "google.protobuf.Value", "dyn": .dyn
    default: .abstract(name, [])
    }
  }

  static func write(_ type: CELType, to writer: inout JSONWriter) {
    writer.object { writer in
      switch type {
      case .dyn, .variable, .invalid: writer.member("dyn", object: { _ in })
      case .null: writer.name("null"); writer.null()
      case .bool: writer.member("primitive", "BOOL")
      case .int: writer.member("primitive", "INT64")
      case .uint: writer.member("primitive", "UINT64")
      case .double: writer.member("primitive", "DOUBLE")
      case .string: writer.member("primitive", "STRING")
      case .bytes: writer.member("primitive", "BYTES")
      case .timestamp: writer.member("wellKnown", "TIMESTAMP")
      case .duration: writer.member("wellKnown", "DURATION")
      case .list(let element):
        writer.member(
          "listType",
          object: {
            $0.name("elemType"); write(element, to: &$0)
          })
      case .map(let key, let value):
        writer.member(
          "mapType",
          object: {
            $0.name("keyType")
            write(key, to: &$0)
            $0.name("valueType")
            write(value, to: &$0)
          })
      case .type(let inner): writer.name("type"); write(inner, to: &writer)
      case .optional(let inner): writeAbstract("optional_type", [inner], to: &writer)
      case .abstract(let name, let parameters): writeAbstract(name, parameters, to: &writer)
      case .record(let name): writer.member("messageType", name)
      }
    }
  }

  private static func writeAbstract(_ name: String, _ parameters: [CELType], to writer: inout JSONWriter) {
    writer.member(
      "abstractType",
      object: { writer in
        writer.member("name", name)
        writer.member("parameterTypes", array: { for parameter in parameters { write(parameter, to: &$0) } })
      })
  }
}
