extension CELType {
  /// Whether a value is of the type; what the type leaves open, any value is.
  ///
  /// Types that are not known here, such as protocol buffer messages, are not judged.
  public func holds(_ value: CELValue) -> Bool {
    switch self {
    case .dyn, .variable, .invalid, .record, .abstract: return true
    case .null, .bool, .int, .uint, .double, .string, .bytes, .timestamp, .duration: return value.type == self
    case .type:
      if case .type = value { return true }
    case .list(let type):
      if case .list(let elements) = value { return elements.allSatisfy { type.holds($0) } }
    case .map(let key, let type):
      if case .map(let map) = value {
        return map.entries.allSatisfy { key.holds($0.key) && type.holds($0.value) }
      }
    case .optional(let type):
      if case .optional(let content) = value { return content.map { type.holds($0) } ?? true }
    }
    return false
  }
}
