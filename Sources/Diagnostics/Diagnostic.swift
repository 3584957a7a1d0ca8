/// How much a finding matters: an error stops the run, a warning does not.
public enum Severity: String, Hashable, Sendable, CaseIterable {
  case error, warning
}

/// One finding about a text: what is wrong, where, and what to do.
///
/// Wording: lower case, one phrase, no full stop; the author's own text in `'…'`; the rule, not our
/// failure. Everything here is data; the renderers decide how it looks.
public struct Diagnostic: Hashable, Sendable {
  public let id: DiagnosticID
  public let severity: Severity
  public let message: String
  /// `nil` when the finding is about no place in a text, such as a file that cannot be read.
  public let range: SourceRange?
  /// Second places and further words, in reading order; usually empty.
  public let notes: [Note]
  /// The one obvious edit, when there is one; several options are notes instead.
  public let fixIts: [FixIt]

  public init(
    _ id: DiagnosticID, _ severity: Severity, _ message: String, at range: SourceRange?,
    notes: [Note] = [], fixIts: [FixIt] = []
  ) {
    self.id = id
    self.severity = severity
    self.message = message
    self.range = range
    self.notes = notes
    self.fixIts = fixIts
  }

  /// An error.
  public init(
    _ id: DiagnosticID, _ message: String, at range: SourceRange?, notes: [Note] = [], fixIts: [FixIt] = []
  ) {
    self.init(id, .error, message, at: range, notes: notes, fixIts: fixIts)
  }

  /// A second place, or a further word about the first.
  public struct Note: Hashable, Sendable {
    public let message: String
    public let range: SourceRange?
    public init(_ message: String, at range: SourceRange? = nil) {
      self.message = message
      self.range = range
    }
  }

  /// An edit that removes the finding: `replacement` goes where `range` is.
  public struct FixIt: Hashable, Sendable {
    public let message: String
    public let range: SourceRange
    public let replacement: String
    public init(_ message: String, replace range: SourceRange, with replacement: String) {
      self.message = message
      self.range = range
      self.replacement = replacement
    }
  }
}

extension [Diagnostic] {
  public var hasErrors: Bool { contains { $0.severity == .error } }

  /// By file, place and id, without exact repeats: the order in which people meet them.
  public func sortedByPlace() -> [Diagnostic] {
    var seen: Set<Diagnostic> = []
    return filter { seen.insert($0).inserted }.sorted { first, second in
      let (a, b) = (first.range, second.range)
      let (fileA, fileB) = (a?.file.index ?? -1, b?.file.index ?? -1)
      if fileA != fileB { return fileA < fileB }
      let (startA, startB) = (a?.start ?? -1, b?.start ?? -1)
      if startA != startB { return startA < startB }
      if first.id != second.id { return first.id.rawValue < second.id.rawValue }
      return first.message < second.message
    }
  }
}

extension Diagnostic {
  /// The same finding about files that have other ids now.
  ///
  /// - Parameter ids: The new id by old index, as `SourceFiles.merge` gives them.
  public func moved(to ids: [SourceFileID]) -> Diagnostic {
    func moved(_ range: SourceRange) -> SourceRange {
      SourceRange(file: ids[Int(range.file.index)], start: Int(range.start), end: Int(range.end))
    }
    return Diagnostic(
      id, severity, message, at: range.map(moved),
      notes: notes.map { Note($0.message, at: $0.range.map(moved)) },
      fixIts: fixIts.map { FixIt($0.message, replace: moved($0.range), with: $0.replacement) })
  }
}
