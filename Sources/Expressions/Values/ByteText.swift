/// A text compared and hashed by its UTF-8 bytes.
///
/// Swift takes texts for equal when they look alike ("é" in one scalar or two); CEL tells them apart.
struct ByteText: Hashable, Sendable {
  let text: String
  init(_ text: String) { self.text = text }
  static func == (a: ByteText, b: ByteText) -> Bool { a.text.hasSameBytes(as: b.text) }
  func hash(into hasher: inout Hasher) { text.hashBytes(into: &hasher) }
}

extension String {
  /// Whether both texts have the same UTF-8 bytes.
  func hasSameBytes(as other: String) -> Bool {
    guard utf8.count == other.utf8.count else { return false }
    return utf8.elementsEqual(other.utf8)
  }

  /// Whether this text comes before the other, by UTF-8 bytes and so by Unicode scalars.
  func precedesByBytes(_ other: String) -> Bool { utf8.lexicographicallyPrecedes(other.utf8) }

  func hashBytes(into hasher: inout Hasher) {
    var text = self
    text.withUTF8 { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
    hasher.combine(UInt8(0xFF))
  }
}
