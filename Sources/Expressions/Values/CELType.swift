/// What an expression, or a part of one, evaluates to, as far as can be known before it runs.
public indirect enum CELType: Hashable, Sendable {
  /// Any type at all: checked when the expression runs.
  case dyn
  case null, bool, int, uint, double, string, bytes
  case timestamp, duration
  case list(CELType)
  case map(CELType, CELType)
  /// The type of a type: `int` itself has the type `type(int)`.
  case type(CELType)
  case optional(CELType)
  /// A record declared by `ExpressionEnvironment.declareRecord`, by name; only its fields have values.
  case record(String)
  /// A type the language does not know, by name, such as a protocol buffer message.
  case abstract(String, [CELType])
  /// A type still being worked out; never part of a compiled expression's type.
  case variable(Int)
  /// The type of something already reported as wrong; fits everywhere, so that nothing is reported twice.
  case invalid
}

extension CELType: CustomStringConvertible {
  /// As CEL writes it: `list(int)`, `map(string, dyn)`, `null_type`, `google.protobuf.Timestamp`.
  public var description: String {
    switch self {
    case .dyn, .variable, .invalid: "dyn"
    case .null: "null_type"
    case .bool: "bool"
    case .int: "int"
    case .uint: "uint"
    case .double: "double"
    case .string: "string"
    case .bytes: "bytes"
    case .timestamp: "google.protobuf.Timestamp"
    case .duration: "google.protobuf.Duration"
    case .list(let element): "list(\(element))"
    case .map(let key, let value): "map(\(key), \(value))"
    case .type(.dyn): "type"
    case .type(let type): "type(\(type))"
    case .optional(let type): "optional_type(\(type))"
    case .record(let name): name
    case .abstract(let name, []): name
    case .abstract(let name, let parameters):
      "\(name)(\(parameters.map(\.description).joined(separator: ", ")))"
    }
  }

  /// As an error tells it to someone who writes YAML: `timestamp` rather than its protocol buffer name.
  var words: String {
    switch self {
    case .timestamp: "timestamp"
    case .duration: "duration"
    case .null: "null"
    case .list(.dyn): "list"
    case .map(.dyn, .dyn): "map"
    case .list(let element): "list(\(element.words))"
    case .map(let key, let value): "map(\(key.words), \(value.words))"
    case .optional(let type): "optional(\(type.words))"
    case .dyn, .variable, .invalid, .bool, .int, .uint, .double, .string, .bytes, .type, .record, .abstract:
      description
    }
  }

  /// The name of the type of a value: without parameters, as `type()` prints it.
  public var name: String {
    switch self {
    case .list: "list"
    case .map: "map"
    case .type: "type"
    case .optional: "optional_type"
    case .abstract(let name, _): name
    case .dyn, .null, .bool, .int, .uint, .double, .string, .bytes, .timestamp, .duration, .record, .variable,
      .invalid:
      description
    }
  }
}

extension CELType {
  /// Whether values are numbers, which compare with each other across types.
  public var isNumeric: Bool {
    switch self {
    case .int, .uint, .double: true
    case .dyn, .null, .bool, .string, .bytes, .timestamp, .duration, .list, .map, .type, .optional, .record,
      .abstract, .variable, .invalid:
      false
    }
  }

  /// What an absent field of this type reads as: zero, `false`, empty, 1970, or null where there is no such.
  public var zero: CELValue {
    switch self {
    case .bool: .bool(false)
    case .int: .int(0)
    case .uint: .uint(0)
    case .double: .double(0)
    case .string: .string("")
    case .bytes: .bytes([])
    case .timestamp: .timestamp(CELTimestamp(secondsSinceEpoch: 0))
    case .duration: .duration(CELDuration(nanoseconds: 0))
    case .list: .list([])
    case .map: .map(CELMap())
    case .optional: .optional(nil)
    case .dyn, .null, .type, .record, .abstract, .variable, .invalid: .null
    }
  }
}
