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
struct LibYAMLParser: ~Copyable {
  private let parser: UnsafeMutablePointer<yaml_parser_t>
  /// The current event; its texts live until the next call of `advance`.
  let event: UnsafeMutablePointer<yaml_event_t>
  private var marks: MarkOffsets

  /// - Parameters:
  ///   - bytes: Valid UTF-8 without a byte order mark; must outlive this value.
  ///   - isASCII: Whether every byte is a character of its own.
  init(_ bytes: UnsafeBufferPointer<UInt8>, isASCII: Bool) {
    parser = .allocate(capacity: 1)
    event = .allocate(capacity: 1)
    event.initialize(to: yaml_event_t())
    marks = MarkOffsets(bytes: bytes, isASCII: isASCII)
    parser.initialize(to: yaml_parser_t())
    // A parser that cannot be made (no memory) reports that from its first event.
    if yaml_parser_initialize(parser) == 1 {
      yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
      yaml_parser_set_input_string(parser, bytes.baseAddress, bytes.count)
    }
  }

  deinit {
    yaml_event_delete(event)
    yaml_parser_delete(parser)
    event.deallocate()
    parser.deallocate()
  }

  /// Moves to the next event.
  mutating func advance() throws(YAMLProblem) {
    yaml_event_delete(event)
    // Without an input there is no buffer, and libyaml would stop the process.
    guard parser.pointee.read_handler != nil else {
      throw YAMLProblem(problem: "out of memory", offset: 0, context: "", contextOffset: nil)
    }
    guard yaml_parser_parse(parser, event) == 1 else { throw problem() }
  }

  /// Byte offset of a mark.
  mutating func offset(_ mark: yaml_mark_t) -> Int { marks.offset(ofCharacter: mark.index) }

  var start: Int { mutating get { marks.offset(ofCharacter: event.pointee.start_mark.index) } }
  var end: Int { mutating get { marks.offset(ofCharacter: event.pointee.end_mark.index) } }

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
