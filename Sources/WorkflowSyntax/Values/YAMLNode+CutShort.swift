public import Diagnostics

extension YAMLNode {
  /// A word on a value that may be shorter than its author meant, for findings about its end.
  ///
  /// ` #` starts a comment in YAML, in the middle of an expression too: `lead.tag == #1` is `lead.tag ==`.
  ///
  /// - Returns: `nil` for a value that is not plain, or has no comment behind it on its line.
  public func commentNote(in files: SourceFiles) -> Diagnostic.Note? {
    guard let scalar, scalar.style == .plain, anchoredRange == nil else { return nil }
    let bytes = files[range.file].bytes
    var start = Int(range.end)
    while start < bytes.count, bytes[start] == 0x20 || bytes[start] == 0x09 { start += 1 }
    guard Int(range.end) < start, start < bytes.count, bytes[start] == UInt8(ascii: "#") else { return nil }
    var end = start
    while end < bytes.count, !isBreak(bytes[end]) { end += 1 }
    return Diagnostic.Note(
      "YAML takes this for a comment; a value with ' #' in it needs quotes",
      at: SourceRange(file: range.file, start: start, end: end))
  }
}
