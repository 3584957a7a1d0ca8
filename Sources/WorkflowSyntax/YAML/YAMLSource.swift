internal import Diagnostics

/// The text a tree is read from: where its bytes stand in the file, and how scalars and findings point there.
struct YAMLSource {
  let file: SourceFileID
  let text: MendedText
  let isASCII: Bool
  /// Length of the byte order mark, which `text` is without.
  let markLength: Int
  /// Bytes of the file behind that mark.
  let length: Int

  func range(_ start: Int, _ end: Int) -> SourceRange {
    SourceRange(file: file, start: place(start), end: place(max(start, end)))
  }

  /// The offset in the file of an offset in the text.
  private func place(_ offset: Int) -> Int {
    min(text.original(min(offset, text.bytes.count)), length) + markLength
  }

  /// A stretch of the text as a scalar of its own, for a value that YAML took apart.
  func verbatim(_ start: Int, _ end: Int, in bytes: YAMLBytes) -> YAMLNode {
    let text = String(decoding: bytes[start..<end], as: UTF8.self)
    let runs = [
      SourceText.Run(text: 0, file: place(start)), SourceText.Run(text: text.utf8.count, file: place(end)),
    ]
    let sourceText = SourceText(text, at: range(start, end), runs: runs)
    return YAMLNode(.scalar(YAMLScalar(sourceText, style: .single)), at: sourceText.range)
  }

  func fixIt(_ mend: Mend) -> Diagnostic.FixIt {
    Diagnostic.FixIt(
      mend.message, replace: range(mend.start, mend.end),
      with: String(decoding: mend.replacement, as: UTF8.self))
  }

  /// The scalar that was decoded from `start..<end`, and where its text really ends.
  func scalar(
    _ decoded: UnsafeBufferPointer<UInt8>, style: YAMLScalar.Style, _ start: Int, _ end: Int,
    in bytes: UnsafeBufferPointer<UInt8>
  ) -> (value: YAMLNode, end: Int) {
    var end = end
    if style == .literal || style == .folded {  // libyaml counts the line breaks behind it.
      while start + 1 < end, [0x20, 0x09, 0x0A, 0x0D].contains(bytes[end - 1]) { end -= 1 }
    }
    let place = range(start, end)
    let string = String(decoding: decoded, as: UTF8.self)
    let contentStart = style == .plain ? start : start + 1
    let isVerbatim =
      style != .literal && style != .folded
      && end - start == decoded.count + 2 * (contentStart - start)
      && Self.isSame(
        decoded, UnsafeBufferPointer(rebasing: bytes[contentStart..<contentStart + decoded.count]))
    let sourceText: SourceText
    if isVerbatim, text.isWhole {
      sourceText = SourceText(string, at: place, contentStart: contentStart + markLength)
    } else {
      let alignment = ScalarAlignment(Array(decoded), style: style, in: bytes, from: start, to: end)
      var runs = alignment.runs.map { SourceText.Run(text: Int($0.text), file: self.place(Int($0.file))) }
      // In a mended text the last stretch need not stand in the file whole.
      if !text.isWhole {
        runs.append(SourceText.Run(text: decoded.count, file: self.place(alignment.endPlace)))
      }
      sourceText = SourceText(string, at: place, runs: runs)
    }
    return (YAMLNode(.scalar(YAMLScalar(sourceText, style: style)), at: place), end)
  }

  /// Whether two texts of one length are the same, eight bytes at a time.
  private static func isSame(
    _ first: UnsafeBufferPointer<UInt8>, _ second: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    let (a, b) = (UnsafeRawBufferPointer(first), UnsafeRawBufferPointer(second))
    var index = 0
    while index + 8 <= a.count {
      let words = (
        a.loadUnaligned(fromByteOffset: index, as: UInt64.self),
        b.loadUnaligned(fromByteOffset: index, as: UInt64.self)
      )
      guard words.0 == words.1 else { return false }
      index += 8
    }
    while index < a.count {
      guard a[index] == b[index] else { return false }
      index += 1
    }
    return true
  }
}
