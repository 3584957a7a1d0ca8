public import Diagnostics
public import Workers

/// Reads a file's one YAML value, with an exact place for every key and value.
///
/// Findings come all together as far as YAML allows: what libyaml cannot read is mended in passing in the
/// way the finding proposes, and reading goes on; a mend that does not help is not proposed. Any bytes are
/// safe to read: time and memory are bounded by `limits`.
///
/// - Parameter pool: What reads parts of a long file side by side.
/// - Returns: The value, and what is wrong with the file, sorted by place. With errors the value is what could
///   be made of the file, for further checks; `nil` when nothing could.
public func readYAML(
  _ file: SourceFileID, in files: SourceFiles, limits: YAMLLimits = .standard,
  by pool: WorkerPool = .serial
) -> (value: YAMLNode?, diagnostics: [Diagnostic]) {
  let bytes = files[file].bytes
  if let refusal = YAMLEncoding.refusal(of: bytes, in: file, limits: limits) { return (nil, [refusal]) }
  let hasMark = bytes.starts(with: YAMLEncoding.byteOrderMark)
  let markLength = hasMark ? YAMLEncoding.byteOrderMark.count : 0
  let isASCII = bytes.withUnsafeBufferPointer {
    YAMLEncoding.isASCII(UnsafeBufferPointer(rebasing: $0[markLength...]))
  }

  var lastPlace = -1
  var text = MendedText(hasMark ? Array(bytes.dropFirst(markLength)) : bytes)
  var mended: [Diagnostic] = []
  var allowed = 0
  while true {
    let source = YAMLSource(
      file: file, text: text, isASCII: isASCII, markLength: markLength, length: bytes.count - markLength)
    if text.isWhole, let value = readQuickly(source, limits: limits, by: pool) { return (value, []) }
    let attempt = YAMLAttempt(source, limits: limits)
    guard let explanation = attempt.explanation else {
      return (attempt.value, (mended + attempt.diagnostics).sortedByPlace())
    }
    if explanation.isAllowed, allowed < limits.repairs {
      allowed += 1
      text = text.applying(explanation.mends)
      continue
    }
    let place = text.original(explanation.start)
    guard lastPlace < place else {
      // The mend before did not help: neither propose it nor tell what it brought about.
      if let last = mended.popLast() { mended.append(last.withoutFixIts()) }
      return (nil, (mended + attempt.diagnostics).sortedByPlace())
    }
    lastPlace = max(place, text.original(explanation.end) - 1)
    let line = files[file].position(ofByte: place + markLength).line
    let isToldAlready = attempt.diagnostics.contains {
      $0.range.map { files[file].position(ofByte: Int($0.start)).line } == line
    }
    guard !isToldAlready || !explanation.mends.isEmpty else {
      return (nil, (mended + attempt.diagnostics).sortedByPlace())
    }
    mended.append(
      Diagnostic(
        explanation.id, .error, explanation.message, at: source.range(explanation.start, explanation.end),
        notes: explanation.notes.map { Diagnostic.Note($0.message, at: source.range($0.start, $0.end)) },
        fixIts: explanation.mends.map(source.fixIt)))
    guard !explanation.mends.isEmpty, mended.count <= limits.repairs else {
      return (nil, (mended + attempt.diagnostics).sortedByPlace())
    }
    text = text.applying(explanation.mends)
  }
}

/// One run of libyaml over a text: a value, or why there is none.
private struct YAMLAttempt {
  var value: YAMLNode?
  var diagnostics: [Diagnostic] = []
  var explanation: YAMLExplanation?

  init(_ source: YAMLSource, limits: YAMLLimits) {
    source.text.bytes.withUnsafeBufferPointer { bytes in
      var composer = YAMLComposer(
        bytes, parsedBy: LibYAMLParser(bytes, isASCII: source.isASCII), source: source, limits: limits)
      do throws(YAMLStop) {
        value = try composer.document()
      } catch {
        switch error {
        case .refused: break
        case .misread(let found): explanation = found
        case .problem(let problem):
          explanation = YAMLExplainer(
            bytes: YAMLBytes(bytes), problem: problem, openBrackets: composer.openBrackets,
            lastEnd: composer.lastEnd
          ).explanation()
        }
      }
      diagnostics = composer.diagnostics
    }
  }
}

extension Diagnostic {
  fileprivate func withoutFixIts() -> Diagnostic {
    Diagnostic(id, severity, message, at: range, notes: notes)
  }
}
