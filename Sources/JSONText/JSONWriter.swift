/// Writes JSON into a byte buffer, in the order of the calls, with no intermediate tree.
///
/// The output depends on the calls alone, so equal data gives equal bytes on any machine. With
/// `indented`, each member and element stands on its own line, for people; without, one line, for
/// programs and JSON-lines files.
public struct JSONWriter: Sendable {
  public private(set) var bytes: [UInt8] = []
  private let isIndented: Bool
  /// One entry for each open object or array: whether it has an element already.
  private var open: [Bool] = []
  private var isAfterName = false

  public init(indented: Bool = false) { isIndented = indented }

  /// What has been written, as text.
  public var text: String { String(decoding: bytes, as: UTF8.self) }

  /// Forgets what has been written but keeps the memory, for the next line.
  public mutating func removeAll() {
    bytes.removeAll(keepingCapacity: true)
    open.removeAll(keepingCapacity: true)
    isAfterName = false
  }

  public mutating func object(_ body: (inout JSONWriter) -> Void) {
    begin(UInt8(ascii: "{"))
    body(&self)
    end(UInt8(ascii: "}"))
  }

  public mutating func array(_ body: (inout JSONWriter) -> Void) {
    begin(UInt8(ascii: "["))
    body(&self)
    end(UInt8(ascii: "]"))
  }

  /// Starts a member of the open object; the next call gives its value.
  public mutating func name(_ name: String) {
    separate()
    append(quoted: name)
    bytes.append(UInt8(ascii: ":"))
    if isIndented { bytes.append(UInt8(ascii: " ")) }
    isAfterName = true
  }

  public mutating func member(_ name: String, _ value: String) {
    self.name(name)
    string(value)
  }
  public mutating func member(_ name: String, _ value: Int) {
    self.name(name)
    int(Int64(value))
  }
  public mutating func member(_ name: String, _ value: Double) {
    self.name(name)
    double(value)
  }
  public mutating func member(_ name: String, _ value: Bool) {
    self.name(name)
    bool(value)
  }
  public mutating func member(_ name: String, object body: (inout JSONWriter) -> Void) {
    self.name(name)
    object(body)
  }
  public mutating func member(_ name: String, array body: (inout JSONWriter) -> Void) {
    self.name(name)
    array(body)
  }

  public mutating func null() { raw("null") }
  public mutating func bool(_ value: Bool) { raw(value ? "true" : "false") }
  public mutating func int(_ value: Int64) { raw(String(value)) }
  public mutating func uint(_ value: UInt64) { raw(String(value)) }

  /// Writes a finite number in its shortest exact form; JSON has no infinities, so those become `null`.
  public mutating func double(_ value: Double) {
    guard value.isFinite else { return null() }
    let isNegativeZero = value == 0 && value.sign == .minus  // Which an integer cannot say.
    if !isNegativeZero, let whole = Int64(exactly: value), whole.magnitude < 1_000_000_000_000_000 {
      return int(whole)
    }
    raw(value.description)
  }

  public mutating func string(_ value: String) {
    separate()
    append(quoted: value)
  }

  public mutating func value(_ value: JSONValue) {
    switch value {
    case .null: null()
    case .bool(let value): bool(value)
    case .int(let value): int(value)
    case .uint(let value): uint(value)
    case .double(let value): double(value)
    case .string(let value): string(value)
    case .array(let values): array { for value in values { $0.value(value) } }
    case .object(let members):
      object {
        for member in members {
          $0.name(member.name)
          $0.value(member.value)
        }
      }
    }
  }

  /// Ends a line of a JSON-lines file.
  public mutating func newline() { bytes.append(UInt8(ascii: "\n")) }

  // MARK: -

  private mutating func begin(_ bracket: UInt8) {
    separate()
    bytes.append(bracket)
    open.append(false)
  }

  private mutating func end(_ bracket: UInt8) {
    if open.popLast() == true { breakLine() }
    bytes.append(bracket)
  }

  private mutating func raw(_ text: String) {
    separate()
    bytes.append(contentsOf: text.utf8)
  }

  private mutating func separate() {
    if isAfterName {
      isAfterName = false
      return
    }
    guard let last = open.indices.last else { return }
    if open[last] { bytes.append(UInt8(ascii: ",")) }
    open[last] = true
    breakLine()
  }

  private mutating func breakLine() {
    guard isIndented else { return }
    bytes.append(UInt8(ascii: "\n"))
    for _ in open { bytes.append(contentsOf: [0x20, 0x20]) }
  }

  private mutating func append(quoted text: String) {
    bytes.append(UInt8(ascii: "\""))
    var text = text
    text.withUTF8 { utf8 in
      // Most texts have nothing to escape.
      if utf8.allSatisfy(JSONWriter.isPlain) {
        bytes.append(contentsOf: utf8)
      } else {
        for byte in utf8 { appendEscaped(byte) }
      }
    }
    bytes.append(UInt8(ascii: "\""))
  }

  private static func isPlain(_ byte: UInt8) -> Bool {
    byte >= 0x20 && byte != 0x7F && byte != UInt8(ascii: "\"") && byte != UInt8(ascii: "\\")
  }

  private mutating func appendEscaped(_ byte: UInt8) {
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"):
      bytes.append(UInt8(ascii: "\\"))
      bytes.append(byte)
    case 0x0A: bytes.append(contentsOf: "\\n".utf8)
    case 0x0D: bytes.append(contentsOf: "\\r".utf8)
    case 0x09: bytes.append(contentsOf: "\\t".utf8)
    case 0..<0x20, 0x7F:
      let digits = Array("0123456789abcdef".utf8)
      bytes.append(contentsOf: "\\u00".utf8)
      bytes.append(digits[Int(byte >> 4)])
      bytes.append(digits[Int(byte & 15)])
    default: bytes.append(byte)
    }
  }
}
