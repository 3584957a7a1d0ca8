extension Function {
  /// The fields of a message for a plain value and what they hold; `nil` for a function that is none.
  var messageFields: [String: CELType]? {
    switch self {
    case .boolMessage: ["value": .bool]
    case .bytesMessage: ["value": .bytes]
    case .doubleMessage, .floatMessage: ["value": .double]
    case .int32Message, .int64Message: ["value": .int]
    case .stringMessage: ["value": .string]
    case .uint32Message, .uint64Message: ["value": .uint]
    case .listMessage: ["values": .list(.dyn)]
    case .structMessage: ["fields": .map(.string, .dyn)]
    case .valueMessage:
      [
        "null_value": .dyn, "number_value": .double, "string_value": .string, "bool_value": .bool,
        "struct_value": .map(.string, .dyn), "list_value": .list(.dyn),
      ]
    default: nil
    }
  }

  /// The value of a message none of whose fields are given.
  var emptyMessage: CELValue {
    guard let fields = messageFields, fields.count == 1 else { return .null }
    return fields.values.first?.zero ?? .null
  }

  /// The plain value a message stands for, in the range of its field.
  func message(_ a: CELValue) throws(CELError) -> CELValue {
    switch (self, a) {
    case (.boolMessage, .bool), (.bytesMessage, .bytes), (.doubleMessage, .double), (.int64Message, .int),
      (.stringMessage, .string), (.uint64Message, .uint), (.listMessage, .list), (.structMessage, .map),
      (.valueMessage, .null), (.valueMessage, .bool), (.valueMessage, .double), (.valueMessage, .string),
      (.valueMessage, .list), (.valueMessage, .map):
      return a
    case (.floatMessage, .double(let value)): return .double(Double(Float(value)))
    case (.int32Message, .int(let value)) where Int32(exactly: value) != nil: return a
    case (.uint32Message, .uint(let value)) where UInt32(exactly: value) != nil: return a
    case (.int32Message, .int), (.uint32Message, .uint):
      throw CELError(.overflow, "\(a) is out of the range of \(rawValue)")
    default: throw noOverload([a])
    }
  }
}
