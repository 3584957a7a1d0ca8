/// A text's bytes, safe to ask for any place: outside there is only NUL.
///
/// Explaining a broken text looks around a lot; a check at every look costs nothing there.
struct YAMLBytes {
  private let buffer: UnsafeBufferPointer<UInt8>

  /// - Parameter buffer: Must outlive this value.
  init(_ buffer: UnsafeBufferPointer<UInt8>) { self.buffer = buffer }

  var count: Int { buffer.count }

  subscript(index: Int) -> UInt8 { 0 <= index && index < buffer.count ? buffer[index] : 0 }

  /// The part of a stretch that lies within the text.
  subscript(range: Range<Int>) -> Slice<UnsafeBufferPointer<UInt8>> {
    buffer[range.clamped(to: 0..<buffer.count)]
  }
}
