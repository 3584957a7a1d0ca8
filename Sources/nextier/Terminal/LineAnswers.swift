import JSONText
import Workers

/// A line that a program asks with.
enum AskedLine {
  /// Without its end.
  case line(ArraySlice<UInt8>)
  /// Longer than `LineAnswers.maximumLength`, and not kept.
  case tooLong
}

/// Answers the lines of standard input, one line each, in their order.
///
/// Whoever asks may wait for each answer before the next question. So what has come is answered and written before
/// more is waited for; what comes many lines at a time, as from a file, is answered on all cores.
struct LineAnswers {
  /// In bytes; no honest question is longer.
  static let maximumLength = 1 << 20
  /// How many lines a core takes at a time.
  private static let share = 64

  private let pool = Cores.all
  private let answer: @Sendable (AskedLine, inout JSONWriter) -> Void
  /// What has come of a line whose end has not.
  private var rest: [UInt8] = []
  private var isTooLong = false

  /// - Parameter answer: Writes one value; called on any thread.
  init(_ answer: @escaping @Sendable (AskedLine, inout JSONWriter) -> Void) { self.answer = answer }

  /// Reads, answers and writes until the input ends.
  ///
  /// Lines of nothing but blanks are passed over.
  ///
  /// - Parameters:
  ///   - path: The file of questions; `-` is standard input.
  ///   - outputPath: The file of answers; `nil` is standard output.
  mutating func run(from path: String = "-", to outputPath: String? = nil) throws(FileError) {
    var input = try ChunkSource(path)
    var output = try OutputFile(outputPath)
    while let bytes = try input.next() {
      guard let end = bytes.lastIndex(of: UInt8(ascii: "\n")) else {
        keep(bytes[...])
        continue
      }
      keep(bytes[..<end])
      for bytes in answers(to: lines()) { try output.write(bytes) }
      keep(bytes[(end + 1)...])
    }
    for bytes in answers(to: lines()) { try output.write(bytes) }
    try output.close()
  }

  private mutating func keep(_ bytes: Slice<UnsafeRawBufferPointer>) {
    rest.append(contentsOf: bytes)
    // Whole lines stand before the last of them, so only the last can be too long.
    guard rest.count > Self.maximumLength, !rest.contains(UInt8(ascii: "\n")) else { return }
    isTooLong = true
    rest.removeAll()
  }

  /// The lines that have come, the last one included; they are forgotten.
  private mutating func lines() -> [AskedLine] {
    var lines = rest.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).map { line in
      line.count > Self.maximumLength ? AskedLine.tooLong : .line(line)
    }
    if isTooLong { lines[0] = .tooLong }
    (rest, isTooLong) = ([], false)
    return lines.filter { line in
      guard case .line(let bytes) = line else { return true }
      return !bytes.allSatisfy { $0 == 0x20 || $0 == 0x09 || $0 == 0x0D }
    }
  }

  private func answers(to lines: [AskedLine]) -> [[UInt8]] {
    let shares = (lines.count + Self.share - 1) / Self.share
    let answer = answer
    @Sendable func answers(to share: Int) -> [UInt8] {
      var writer = JSONWriter()
      for line in lines[(share * Self.share)..<min(lines.count, (share + 1) * Self.share)] {
        answer(line, &writer)
        writer.newline()
      }
      return writer.bytes
    }
    guard shares > 1 else { return shares == 0 ? [] : [answers(to: 0)] }
    return pool.map(shares) { _, share in answers(to: share) }
  }
}
