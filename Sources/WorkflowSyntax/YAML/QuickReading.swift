internal import Diagnostics
internal import Workers

/// The value of a text that is written as nearly all are, and about which there is nothing to say; `nil` for others.
///
/// Whoever reads those again finds what is wrong, and says it.
func readQuickly(_ source: YAMLSource, limits: YAMLLimits, by pool: WorkerPool) -> YAMLNode? {
  guard source.text.bytes.withUnsafeBufferPointer(QuickYAMLParser.mayRead) else { return nil }
  guard 1 < pool.count, let middle = source.middle,
    let value = QuickValue(source.parted(at: middle), limits: limits, by: pool)?.value
  else { return QuickValue(source, limits: limits)?.value }
  return value
}

/// A value that was read without a finding, and how much it holds.
private struct QuickValue: Sendable {
  let value: YAMLNode
  /// Values of the text, and how many of them aliases repeat.
  private let count: (values: Int, repeated: Int)

  init?(_ source: YAMLSource, limits: YAMLLimits) {
    let read = source.text.bytes.withUnsafeBufferPointer { bytes in
      var composer = YAMLComposer(bytes, parsedBy: QuickYAMLParser(bytes), source: source, limits: limits)
      let value = (try? composer.document()).flatMap(\.self)
      return (composer.diagnostics.isEmpty ? value : nil, (composer.values, composer.anchors.repeatedValues))
    }
    guard let value = read.0 else { return nil }
    self.value = value
    count = read.1
  }

  /// Two parts of a text as the one map they are.
  ///
  /// An alias in one part to an anchor in the other is a finding, and so read again.
  init?(_ parts: (YAMLSource, YAMLSource), limits: YAMLLimits, by pool: WorkerPool) {
    let (first, second) = pool.both(
      { QuickValue(parts.0, limits: limits) }, { QuickValue(parts.1, limits: limits) })
    guard let first, let second else { return nil }
    let (entries, more) = (first.value.entries, second.value.entries)
    count = (first.count.values + second.count.values, first.count.repeated + second.count.repeated)
    guard count.values <= limits.values, count.repeated <= limits.aliasedValues,
      Set(entries.map(\.key.name)).isDisjoint(with: more.map(\.key.name))
    else { return nil }
    let (start, end) = (first.value.range, second.value.range)
    value = YAMLNode(
      .mapping(entries + more), at: SourceRange(file: start.file, start: Int(start.start), end: Int(end.end)))
  }
}

extension YAMLSource {
  /// So long is a text that is worth reading in two parts.
  private static let longText = 1 << 14

  /// Where a line with a key of the text's outermost map starts, as near to the middle of a long text as there is one.
  fileprivate var middle: Int? {
    let bytes = text.bytes
    guard Self.longText <= bytes.count else { return nil }
    func isStart(_ index: Int) -> Bool {
      bytes[index - 1] == 0x0A && (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(bytes[index])
    }
    let half = bytes.count / 2
    for distance in 0..<half - 1 {
      if isStart(half - distance) { return half - distance }
      if isStart(half + distance) { return half + distance }
    }
    return nil
  }

  /// The parts before and from a place on, each as a text of its own whose values stand where they stand in the file.
  fileprivate func parted(at place: Int) -> (YAMLSource, YAMLSource) {
    func part(_ range: Range<Int>) -> YAMLSource {
      YAMLSource(
        file: file, text: MendedText(Array(text.bytes[range])), isASCII: isASCII,
        markLength: markLength + range.lowerBound, length: range.count)
    }
    return (part(0..<place), part(place..<text.bytes.count))
  }
}
