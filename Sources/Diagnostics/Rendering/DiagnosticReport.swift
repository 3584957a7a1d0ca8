/// The findings a renderer shows: sorted, each once, and not more than anyone reads.
struct DiagnosticReport {
  /// Findings shown at most; the rest are counted (our choice: nobody mends more in one go).
  static let limit = 100

  let shown: ArraySlice<Diagnostic>
  let errors: Int
  let warnings: Int
  /// How many are not shown.
  let omitted: Int

  init(_ diagnostics: [Diagnostic]) {
    let sorted = diagnostics.sortedByPlace()
    shown = sorted.prefix(DiagnosticReport.limit)
    errors = sorted.count { $0.severity == .error }
    warnings = sorted.count - errors
    omitted = sorted.count - shown.count
  }
}
