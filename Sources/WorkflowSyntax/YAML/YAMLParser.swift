/// One thing a YAML text says: a value, or where a list or map starts or ends.
struct YAMLEvent {
  enum Kind {
    case streamStart, streamEnd, documentStart, documentEnd, alias, scalar
    case sequenceStart, sequenceEnd, mappingStart, mappingEnd
    /// libyaml has no other, but its type is a number.
    case unknown
  }

  var kind = Kind.unknown
  /// Where it stands, as bytes of the text; what an end of a block says of itself is not used.
  var start = 0
  var end = 0
  /// A scalar's.
  var style = YAMLScalar.Style.plain
  /// Whether a list or map stands in brackets or braces.
  var isFlow = false
  /// A scalar as decoded; lives until the next event is asked for.
  var text = UnsafeBufferPointer<UInt8>(start: nil, count: 0)
  /// The name behind `&` before a value, or behind the `*` of an alias; `nil` for none.
  var anchor: UnsafeBufferPointer<UInt8>?
  /// Whether a tag stands before the value.
  var hasTag = false
}

/// Takes a YAML text apart, event by event.
protocol YAMLParser: ~Copyable {
  /// The current event.
  var event: YAMLEvent { get }
  /// Moves to the next event.
  mutating func advance() throws(YAMLProblem)
}
