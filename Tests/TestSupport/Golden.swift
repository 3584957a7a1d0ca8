import FoundationEssentials
public import Testing

/// Compares a text with the file `Goldens/NAME` beside the calling test.
///
/// With `RECORD_GOLDENS=1` in the environment the file is rewritten, and the test still fails, so that a
/// recording run is never mistaken for a passing one.
public func expectGolden(
  _ text: String, _ name: String, file: String = #filePath, sourceLocation: SourceLocation = #_sourceLocation
) {
  let folder = file.split(separator: "/", omittingEmptySubsequences: false).dropLast().joined(separator: "/")
  let path = "\(folder)/Goldens/\(name)"
  // A golden that is not there yet reads as empty and fails the comparison below.
  let expected = (try? String(contentsOfFile: path, encoding: .utf8)) ?? ""
  guard text != expected else { return }
  if ProcessInfo.processInfo.environment["RECORD_GOLDENS"] == "1" {
    do {
      try text.write(toFile: path, atomically: true, encoding: .utf8)
      Issue.record("recorded \(name); run again without RECORD_GOLDENS", sourceLocation: sourceLocation)
    } catch {
      Issue.record("cannot record \(name): \(error)", sourceLocation: sourceLocation)
    }
  } else {
    Issue.record("\(name) differs; got:\n\(text)\nexpected:\n\(expected)", sourceLocation: sourceLocation)
  }
}
