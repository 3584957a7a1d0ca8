internal import JSONText

extension JSONWriter {
  /// A member that is an object, for a trailing closure.
  mutating func record(_ name: String, _ body: (inout JSONWriter) -> Void) { member(name, object: body) }

  /// A member that is an array, for a trailing closure.
  mutating func list(_ name: String, _ body: (inout JSONWriter) -> Void) { member(name, array: body) }
}
