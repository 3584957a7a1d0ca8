/// A text taken out of a file, which can say where each of its bytes stands there.
///
/// A plain YAML scalar is a stretch of the file; a quoted or folded one is several, so offsets inside it are
/// mapped. An expression inside YAML thus reports its errors in the file.
public struct SourceText: Hashable, Sendable {
  public let text: String
  /// The whole value in the file, its quotes included.
  public let range: SourceRange
  /// Where the text starts in the file; most texts stand there byte for byte and need no more.
  private let start: Int32
  /// The stretches of the text that stand in the file byte for byte, in order; empty when it is all one.
  private let runs: [Run]

  /// A stretch of the text that stands in the file as it is, up to where the next one starts.
  public struct Run: Hashable, Sendable {
    /// Byte offset in the text.
    public let text: Int32
    /// Byte offset in the file.
    public let file: Int32
    public init(text: Int, file: Int) {
      self.text = Int32(clamping: text)
      self.file = Int32(clamping: file)
    }
  }

  /// A text that stands in the file byte for byte, from the start of `range`.
  public init(_ text: String, at range: SourceRange) {
    self.init(text, at: range, contentStart: Int(range.start))
  }

  /// A text that stands in the file byte for byte, from `contentStart` (behind an opening quote, say).
  public init(_ text: String, at range: SourceRange, contentStart: Int) {
    self.text = text
    self.range = range
    start = Int32(clamping: contentStart)
    runs = []
  }

  /// A text that was decoded on the way.
  ///
  /// - Precondition: `offsets` has one entry more than `text` has UTF-8 bytes, in ascending order.
  public init(_ text: String, at range: SourceRange, offsets: [Int32]) {
    precondition(offsets.count == text.utf8.count + 1, "one offset for each byte and one for the end")
    var runs: [Run] = []
    for (index, offset) in offsets.enumerated() {
      if let last = runs.last, last.file + Int32(clamping: index) - last.text == offset { continue }
      runs.append(Run(text: index, file: Int(offset)))
    }
    self.init(text, at: range, runs: runs)
  }

  /// A text that was decoded on the way, from the stretches it is made of.
  ///
  /// - Precondition: `runs` ascends and starts at the text's first byte.
  public init(_ text: String, at range: SourceRange, runs: [Run]) {
    precondition(runs.first?.text == 0, "the first stretch starts the text")
    self.text = text
    self.range = range
    start = runs[0].file
    self.runs = runs.count == 1 ? [] : runs
  }

  /// The place in the file of the UTF-8 bytes `start..<end` of the text; offsets past the end are the end.
  public func range(_ start: Int, _ end: Int) -> SourceRange {
    SourceRange(file: range.file, start: offset(of: start), end: offset(of: end))
  }

  /// Where byte `index` of the text stands in the file.
  private func offset(of index: Int) -> Int {
    let index = min(max(0, index), text.utf8.count)
    guard !runs.isEmpty else { return Int(start) + index }
    var low = 0
    var high = runs.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if Int(runs[middle].text) <= index { low = middle } else { high = middle }
    }
    let offset = Int(runs[low].file) + index - Int(runs[low].text)
    // An escape may be shorter than the text it stands for.
    return high < runs.count ? min(offset, Int(runs[high].file)) : offset
  }
}
