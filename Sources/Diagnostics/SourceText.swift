/// A text taken out of a file, which can say where each of its bytes stands there.
///
/// A plain YAML scalar is a stretch of the file; a quoted or folded one is not, so offsets inside it are
/// mapped. An expression inside YAML thus reports its errors in the file.
public struct SourceText: Hashable, Sendable {
  public let text: String
  /// The whole value in the file, its quotes included.
  public let range: SourceRange
  /// The file offset of each UTF-8 byte of `text`, and of its end; `nil` when `text` stands in the file
  /// as it is, from `contentStart`.
  private let offsets: [Int32]?
  private let contentStart: Int32

  /// A text that stands in the file byte for byte, from the start of `range`.
  public init(_ text: String, at range: SourceRange) {
    self.init(text, at: range, contentStart: Int(range.start))
  }

  /// A text that stands in the file byte for byte, from `contentStart` (behind an opening quote, say).
  public init(_ text: String, at range: SourceRange, contentStart: Int) {
    self.text = text
    self.range = range
    self.contentStart = Int32(contentStart)
    offsets = nil
  }

  /// A text that was decoded on the way.
  ///
  /// - Precondition: `offsets` has one entry more than `text` has UTF-8 bytes, in ascending order.
  public init(_ text: String, at range: SourceRange, offsets: [Int32]) {
    precondition(offsets.count == text.utf8.count + 1, "one offset for each byte and one for the end")
    self.text = text
    self.range = range
    self.offsets = offsets
    contentStart = range.start
  }

  /// The place in the file of the UTF-8 bytes `start..<end` of the text; offsets past the end are the end.
  public func range(_ start: Int, _ end: Int) -> SourceRange {
    guard let offsets else {
      return SourceRange(file: range.file, start: Int(contentStart) + start, end: Int(contentStart) + end)
    }
    let last = offsets.count - 1
    return SourceRange(
      file: range.file, start: Int(offsets[min(max(0, start), last)]),
      end: Int(offsets[min(max(0, end), last)]))
  }
}
