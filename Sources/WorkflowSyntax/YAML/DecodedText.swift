/// Room for a text that does not stand in its file as it reads, used for one after another.
struct DecodedText: ~Copyable {
  private var bytes = UnsafeMutablePointer<UInt8>.allocate(capacity: 1 << 10)
  private var capacity = 1 << 10
  private var count = 0

  deinit { bytes.deallocate() }

  /// What was put together; lives until the next text is started.
  var text: UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(start: bytes, count: count) }

  /// Begins a text.
  mutating func start(with beginning: UnsafeBufferPointer<UInt8>? = nil) {
    count = 0
    if let beginning { append(beginning) }
  }

  mutating func append(_ stretch: UnsafeBufferPointer<UInt8>) {
    guard let start = stretch.baseAddress else { return }
    reserve(stretch.count)
    (bytes + count).update(from: start, count: stretch.count)
    count += stretch.count
  }

  mutating func append(_ byte: UInt8, count repeats: Int) {
    reserve(repeats)
    for _ in 0..<repeats {
      bytes[count] = byte
      count += 1
    }
  }

  private mutating func reserve(_ more: Int) {
    guard capacity < count + more else { return }
    capacity = 2 * (count + more)
    let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity)
    larger.update(from: bytes, count: count)
    bytes.deallocate()
    bytes = larger
  }
}
