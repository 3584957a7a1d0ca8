extension CELValue {
  /// The element of a list or map at an index; numbers of any type serve where they are whole.
  func element(_ index: CELValue) throws(CELError) -> CELValue {
    switch self {
    case .list(let elements):
      let place: Int? =
        switch index {
        case .int(let value): Int(value)
        case .uint(let value): Int(exactly: value)
        case .double(let value): Int(exactly: value)
        case .null, .bool, .string, .bytes, .timestamp, .duration, .list, .map, .type, .optional:
          throw Function.index.noOverload([self, index])
        }
      guard let place, elements.indices.contains(place) else {
        throw CELError(.outOfRange, "index \(index) is outside a list of \(elements.count)")
      }
      return elements[place]
    case .map(let map):
      guard let value = map[index] else { throw CELError(.noSuchKey, "the map has no key \(index)") }
      return value
    case .null, .bool, .int, .uint, .double, .string, .bytes, .timestamp, .duration, .type, .optional:
      throw Function.index.noOverload([self, index])
    }
  }

  /// The value of a map's key written as a field.
  func field(_ name: String) throws(CELError) -> CELValue {
    guard case .map(let map) = self else { throw noField(name) }
    guard let value = map[name] else { throw CELError(.noSuchKey, "the map has no key '\(name)'") }
    return value
  }

  func noField(_ name: String) -> CELError {
    CELError(.noSuchOverload, "'.\(name)' needs a map, not \(CELType.words(type))")
  }

  /// The content of an optional given for an element or entry that may be left out.
  func optionalContent() throws(CELError) -> CELValue? {
    guard case .optional(let value) = self else {
      throw CELError(.noSuchOverload, "'?' needs an optional, not \(CELType.words(type))")
    }
    return value
  }

  /// What `.field` and `[index]` give, with or without `?`; from an optional always an optional.
  func selected(_ key: CELValue, isField: Bool, isOptional: Bool) throws(CELError) -> CELValue {
    if case .optional(let value) = self {
      guard let value else { return self }
      return try value.selected(key, isField: isField, isOptional: true)
    }
    guard isOptional else {
      if isField, case .string(let name) = key { return try field(name) }
      return try element(key)
    }
    switch self {
    case .map(let map): return .optional(map[key])
    case .list where !isField:
      do throws(CELError) {
        return .optional(try element(key))
      } catch {
        if error.kind == .outOfRange { return .optional(nil) }
        throw error
      }
    case .null, .bool, .int, .uint, .double, .string, .bytes, .timestamp, .duration, .list, .type, .optional:
      if case .string(let name) = key, isField { throw noField(name) }
      throw Function.index.noOverload([self, key])
    }
  }

  func hasField(_ name: String) throws(CELError) -> Bool {
    switch self {
    case .map(let map): return map[name] != nil
    case .optional(nil): return false
    case .optional(let value?): return try value.hasField(name)
    case .null, .bool, .int, .uint, .double, .string, .bytes, .timestamp, .duration, .list, .type:
      throw noField(name)
    }
  }

  /// Charges for every part of the value, so that one too large to look through is an error.
  func weigh(_ meter: inout Meter) throws(CELError) {
    switch self {
    case .list(let elements):
      for element in elements {
        try meter.charge()
        try element.weigh(&meter)
      }
    case .map(let map):
      for entry in map.entries {
        try meter.charge()
        try entry.value.weigh(&meter)
      }
    case .optional(let value?): try value.weigh(&meter)
    case .string(let text): try meter.charge(bytes: text.utf8.count)
    case .bytes(let bytes): try meter.charge(bytes: bytes.count)
    case .null, .bool, .int, .uint, .double, .timestamp, .duration, .type, .optional(nil): break
    }
  }
}
