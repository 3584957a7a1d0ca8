internal import CLibYAML

/// What libyaml cannot read: its words and its places, as bytes of the text it was given.
struct YAMLProblem: Error {
  let problem: String
  let offset: Int
  /// What it was doing, and where that began; empty and `nil` when it does not say.
  let context: String
  let contextOffset: Int?
}

/// libyaml's event parser over bytes in memory, freed with this value.
struct LibYAMLParser: YAMLParser, ~Copyable {
  private let parser: UnsafeMutablePointer<yaml_parser_t>
  private let current: UnsafeMutablePointer<yaml_event_t>
  private(set) var event = YAMLEvent()
  private var marks: MarkOffsets

  /// - Parameters:
  ///   - bytes: Valid UTF-8 without a byte order mark; must outlive this value.
  ///   - isASCII: Whether every byte is a character of its own.
  init(_ bytes: UnsafeBufferPointer<UInt8>, isASCII: Bool) {
    parser = .allocate(capacity: 1)
    current = .allocate(capacity: 1)
    current.initialize(to: yaml_event_t())
    marks = MarkOffsets(bytes: bytes, isASCII: isASCII)
    parser.initialize(to: yaml_parser_t())
    // A parser that cannot be made (no memory) reports that from its first event.
    if yaml_parser_initialize(parser) == 1 {
      yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
      yaml_parser_set_input_string(parser, bytes.baseAddress, bytes.count)
    }
  }

  deinit {
    yaml_event_delete(current)
    yaml_parser_delete(parser)
    current.deallocate()
    parser.deallocate()
  }

  mutating func advance() throws(YAMLProblem) {
    yaml_event_delete(current)
    // Without an input there is no buffer, and libyaml would stop the process.
    guard parser.pointee.read_handler != nil else {
      throw YAMLProblem(problem: "out of memory", offset: 0, context: "", contextOffset: nil)
    }
    guard yaml_parser_parse(parser, current) == 1 else { throw problem() }
    event = YAMLEvent(
      current.pointee, start: marks.offset(ofCharacter: current.pointee.start_mark.index),
      end: marks.offset(ofCharacter: current.pointee.end_mark.index))
  }

  private mutating func problem() -> YAMLProblem {
    let state = parser.pointee
    let context = state.context.map { String(cString: $0) } ?? ""
    return YAMLProblem(
      problem: state.problem.map { String(cString: $0) } ?? "out of memory",
      offset: marks.offset(ofCharacter: state.problem_mark.index),
      context: context,
      contextOffset: context.isEmpty ? nil : marks.offset(ofCharacter: state.context_mark.index))
  }
}

extension YAMLEvent {
  fileprivate init(_ event: yaml_event_t, start: Int, end: Int) {
    (self.start, self.end) = (start, end)
    switch event.type {
    case YAML_SCALAR_EVENT:
      let data = event.data.scalar
      kind = .scalar
      style = YAMLScalar.Style(data.style)
      text = UnsafeBufferPointer(start: data.value, count: data.length)
      (anchor, hasTag) = (Self.name(data.anchor), data.tag != nil)
    case YAML_SEQUENCE_START_EVENT:
      let data = event.data.sequence_start
      kind = .sequenceStart
      isFlow = data.style == YAML_FLOW_SEQUENCE_STYLE
      (anchor, hasTag) = (Self.name(data.anchor), data.tag != nil)
    case YAML_MAPPING_START_EVENT:
      let data = event.data.mapping_start
      kind = .mappingStart
      isFlow = data.style == YAML_FLOW_MAPPING_STYLE
      (anchor, hasTag) = (Self.name(data.anchor), data.tag != nil)
    case YAML_ALIAS_EVENT:
      kind = .alias
      anchor = Self.name(event.data.alias.anchor)
    case YAML_SEQUENCE_END_EVENT: kind = .sequenceEnd
    case YAML_MAPPING_END_EVENT: kind = .mappingEnd
    case YAML_DOCUMENT_START_EVENT: kind = .documentStart
    case YAML_DOCUMENT_END_EVENT: kind = .documentEnd
    case YAML_STREAM_START_EVENT: kind = .streamStart
    case YAML_STREAM_END_EVENT: kind = .streamEnd
    case _: kind = .unknown
    }
  }

  private static func name(_ text: UnsafeMutablePointer<UInt8>?) -> UnsafeBufferPointer<UInt8>? {
    guard let text else { return nil }
    var count = 0
    while text[count] != 0 { count += 1 }
    return UnsafeBufferPointer(start: text, count: count)
  }
}

extension YAMLScalar.Style {
  fileprivate init(_ style: yaml_scalar_style_t) {
    switch style {
    case YAML_SINGLE_QUOTED_SCALAR_STYLE: self = .single
    case YAML_DOUBLE_QUOTED_SCALAR_STYLE: self = .double
    case YAML_LITERAL_SCALAR_STYLE: self = .literal
    case YAML_FOLDED_SCALAR_STYLE: self = .folded
    case _: self = .plain
    }
  }
}

/// Turns libyaml's places, counted in characters from 0, into byte offsets.
///
/// Marks come nearly in order, so a cursor that walks from the last one is enough.
private struct MarkOffsets {
  let bytes: UnsafeBufferPointer<UInt8>
  let isASCII: Bool
  private var character = 0
  private var byte = 0

  init(bytes: UnsafeBufferPointer<UInt8>, isASCII: Bool) {
    self.bytes = bytes
    self.isASCII = isASCII
  }

  mutating func offset(ofCharacter index: Int) -> Int {
    guard !isASCII else { return min(max(0, index), bytes.count) }
    while character < index, byte < bytes.count {
      if character + 8 <= index, byte + 8 <= bytes.count, isASCII(at: byte) {
        byte += 8
        character += 8
        continue
      }
      byte += 1
      while byte < bytes.count, bytes[byte] & 0xC0 == 0x80 { byte += 1 }
      character += 1
    }
    while index < character, 0 < byte {
      byte -= 1
      while 0 < byte, bytes[byte] & 0xC0 == 0x80 { byte -= 1 }
      character -= 1
    }
    return byte
  }

  /// Whether each of the eight bytes from there on is a character of its own.
  private func isASCII(at byte: Int) -> Bool {
    UnsafeRawBufferPointer(bytes).loadUnaligned(fromByteOffset: byte, as: UInt64.self) & 0x8080_8080_8080_8080
      == 0
  }
}
