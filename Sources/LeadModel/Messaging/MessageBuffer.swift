/// The bytes of one message while it is written: reused from message to message, never longer than its limit.
///
/// Texts are cut at a character when they would pass the limit, and `isTruncated` says so.
public struct MessageBuffer: ~Copyable {
  /// The most UTF-8 bytes a message has: what the strictest provider takes (1,600 characters).
  public static let defaultLimit = 1_600

  /// UTF-8 bytes it can hold.
  public let limit: Int
  /// UTF-8 bytes in it.
  public private(set) var count = 0
  /// Whether something did not fit since the last `removeAll()`.
  public private(set) var isTruncated = false
  let base: UnsafeMutablePointer<UInt8>

  /// - Parameter limit: In bytes; at least 1.
  public init(limit: Int = MessageBuffer.defaultLimit) {
    self.limit = max(1, limit)
    base = .allocate(capacity: self.limit)
  }

  deinit { base.deallocate() }

  /// Empties the buffer but keeps its memory.
  public mutating func removeAll() {
    count = 0
    isTruncated = false
  }

  /// The bytes written so far, valid until the buffer changes.
  public var bytes: UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(start: base, count: count) }

  /// The text written so far; allocates.
  public var text: String { String(decoding: bytes, as: UTF8.self) }

  /// What the text written so far costs to send.
  public var smsCount: SMSCount { SMSCount(bytes) }

  /// The last byte, or 0 when there is none.
  public var lastByte: UInt8 { count > 0 ? base[count - 1] : 0 }

  /// Adds bytes as they stand.
  public mutating func append(_ utf8: UnsafeBufferPointer<UInt8>) {
    guard let source = utf8.baseAddress else { return }
    var length = utf8.count
    if length > limit - count {
      isTruncated = true
      length = limit - count
      while length > 0, utf8[length] & 0xC0 == 0x80 { length -= 1 }
    }
    (base + count).update(from: source, count: length)
    count += length
  }

  /// Adds one byte of ASCII.
  public mutating func append(_ byte: UInt8) {
    guard count < limit else {
      isTruncated = true
      return
    }
    base[count] = byte
    count += 1
  }

  /// Adds bytes if all of them are plain and on one line, which nearly every value is; checks and copies in one go.
  ///
  /// - Returns: Whether they were added; `appendSmart` takes the others.
  public mutating func appendPlain(_ utf8: UnsafeBufferPointer<UInt8>) -> Bool {
    let length = utf8.count
    guard length <= limit - count, let source = utf8.baseAddress else { return false }
    let target = base + count
    var index = 0
    if length >= 8 {
      while index < length {
        // The last word overlaps the one before.
        index = min(index, length - 8)
        let word = UnsafeRawPointer(source).loadUnaligned(fromByteOffset: index, as: UInt64.self)
        guard PlainBytes.all(word) else { return false }
        UnsafeMutableRawPointer(target).storeBytes(of: word, toByteOffset: index, as: UInt64.self)
        index += 8
      }
    } else {
      while index < length {
        let byte = source[index]
        guard byte != 0x0A, PlainBytes.contains(byte) else { return false }
        target[index] = byte
        index += 1
      }
    }
    count += length
    return true
  }

  public mutating func append(_ text: StaticString) {
    append(UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }

  public mutating func append(_ text: String) {
    var text = text
    text.withUTF8 { append($0) }
  }

  /// Adds a Unicode scalar; a value that is none adds nothing.
  public mutating func append(scalar: UInt32) {
    guard let scalar = Unicode.Scalar(scalar) else { return }
    guard scalar.utf8.count <= limit - count else {
      isTruncated = true
      return
    }
    for byte in scalar.utf8 { append(byte) }
  }

  /// Takes off the last bytes until `length` are left.
  public mutating func truncate(to length: Int) { count = min(count, max(0, length)) }

  /// Replaces one ASCII byte in place; an index outside the text changes nothing.
  public mutating func replaceByte(at index: Int, with byte: UInt8) {
    guard 0 <= index, index < count else { return }
    base[index] = byte
  }
}
