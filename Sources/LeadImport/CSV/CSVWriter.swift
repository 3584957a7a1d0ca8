/// Writes rows of CSV into a byte buffer: RFC 4180 with LF, quotes only where they are needed.
///
/// A cell that a spreadsheet would run as a formula gets an apostrophe in front, which spreadsheets hide and our
/// reader takes off again; numbers and phone numbers do not.
public struct CSVWriter: Sendable {
  public private(set) var bytes: [UInt8] = []
  private var isInRow = false

  public init() {}

  /// What has been written, as text.
  public var text: String { String(decoding: bytes, as: UTF8.self) }

  /// Forgets what has been written but keeps the memory.
  public mutating func removeAll() {
    bytes.removeAll(keepingCapacity: true)
    isInRow = false
  }

  /// Appends a cell to the row.
  public mutating func cell(_ text: UnsafeBufferPointer<UInt8>) {
    if isInRow { bytes.append(UInt8(ascii: ",")) }
    isInRow = true
    let isFormula = Self.isFormula(text)
    guard isFormula || text.contains(where: Self.needsQuotes) else {
      bytes.append(contentsOf: text)
      return
    }
    bytes.append(UInt8(ascii: "\""))
    if isFormula { bytes.append(UInt8(ascii: "'")) }
    for byte in text {
      if byte == UInt8(ascii: "\"") { bytes.append(byte) }
      bytes.append(byte)
    }
    bytes.append(UInt8(ascii: "\""))
  }

  public mutating func cell(_ text: String) {
    var copy = text
    copy.withUTF8 { cell($0) }
  }

  public mutating func cell(_ number: Int) { cell(String(number)) }

  /// Ends the row.
  public mutating func endRow() {
    bytes.append(UInt8(ascii: "\n"))
    isInRow = false
  }

  private static func needsQuotes(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: ",") || byte == UInt8(ascii: "\"") || byte == 0x0A || byte == 0x0D
  }

  /// Whether spreadsheets would compute the cell instead of showing it (OWASP, "CSV Injection").
  private static func isFormula(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    switch text.first {
    case UInt8(ascii: "=")?, UInt8(ascii: "@")?, 0x09?, 0x0D?: true
    case UInt8(ascii: "+")?, UInt8(ascii: "-")?:
      text.contains { !(UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 || " +-().,".utf8.contains($0)) }
    case nil, _?: false
    }
  }
}
