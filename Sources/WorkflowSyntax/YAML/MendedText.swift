/// A file's bytes with mends applied, and the way back from a place in the mended text to the file.
struct MendedText {
  private(set) var bytes: [UInt8]
  /// One layer for each call of `applying`, the oldest first; each leads from its result to what it mended.
  private var layers: [[Step]] = []

  /// One mend: the bytes from `start` of the result stand for those from `oldStart` of the text before.
  private struct Step {
    let start: Int
    let length: Int
    let oldStart: Int
    let oldLength: Int
  }

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// Whether nothing was mended.
  var isWhole: Bool { layers.isEmpty }

  /// The offset in the file of an offset in the mended text; what a mend put in stands where the mend is.
  func original(_ offset: Int) -> Int {
    var offset = offset
    for layer in layers.reversed() {
      guard let step = layer.last(where: { $0.start <= offset }) else { continue }
      let distance = offset - step.start
      offset =
        distance < step.length
        ? step.oldStart + min(distance, step.oldLength)
        : step.oldStart + step.oldLength + distance - step.length
    }
    return offset
  }

  /// The text after one more set of mends, given in places of this mended text, ascending and apart.
  func applying(_ mends: [Mend]) -> MendedText {
    var result = self
    result.bytes = []
    result.bytes.reserveCapacity(bytes.count + 64)
    var layer: [Step] = []
    var position = 0
    for mend in mends where position <= mend.start && mend.start <= mend.end && mend.end <= bytes.count {
      result.bytes += bytes[position..<mend.start]
      let start = result.bytes.count
      if let kept = mend.placeKept(of: bytes) {
        // Quotes around a value: what is within keeps its exact place.
        let length = mend.end - mend.start
        layer.append(Step(start: start, length: kept, oldStart: mend.start, oldLength: 0))
        layer.append(
          Step(
            start: start + kept + length, length: mend.replacement.count - kept - length, oldStart: mend.end,
            oldLength: 0))
      } else {
        layer.append(
          Step(
            start: start, length: mend.replacement.count, oldStart: mend.start,
            oldLength: mend.end - mend.start))
      }
      result.bytes += mend.replacement
      position = mend.end
    }
    result.bytes += bytes[position...]
    result.layers.append(layer)
    return result
  }
}

/// A replacement of the bytes `start..<end` of a text.
struct Mend {
  /// What it does, for people: "put the value in quotes".
  let message: String
  let start: Int
  let end: Int
  let replacement: [UInt8]

  init(_ message: String, _ start: Int, _ end: Int, _ replacement: some Sequence<UInt8>) {
    self.message = message
    self.start = start
    self.end = end
    self.replacement = Array(replacement)
  }

  /// Where in the replacement the text it replaces stands whole, if it does.
  func placeKept(of bytes: [UInt8]) -> Int? {
    let old = bytes[start..<end]
    guard !old.isEmpty, old.count <= replacement.count else { return nil }
    return (0...min(1, replacement.count - old.count)).first { replacement[$0...].starts(with: old) }
  }
}
