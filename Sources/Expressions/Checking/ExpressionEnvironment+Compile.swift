public import Diagnostics

extension ExpressionEnvironment {
  /// Reads and checks an expression against the names declared here.
  ///
  /// - Parameter expecting: The type its value must have; `nil` for any.
  /// - Returns: The expression, unless there are errors; and all findings. A text that is no expression has one.
  public func compile(
    _ source: SourceText, expecting: CELType? = nil
  ) -> (CompiledExpression?, [Diagnostic]) {
    compile(source, expecting: expecting, isChecked: true)
  }

  /// Reads an expression and leaves its types to be checked while it runs.
  ///
  /// Unknown names and functions are then errors of the evaluation, and only where they decide.
  public func compileUnchecked(_ source: SourceText) -> (CompiledExpression?, [Diagnostic]) {
    compile(source, expecting: nil, isChecked: false)
  }

  private func compile(
    _ source: SourceText, expecting: CELType?, isChecked: Bool
  ) -> (CompiledExpression?, [Diagnostic]) {
    let node: SyntaxNode
    do throws(SyntaxError) {
      node = try Parser.parse(source.text)
    } catch {
      return (nil, [Diagnostic(error, in: source)])
    }
    var checker = Checker(self, source, isChecked: isChecked)
    let term = checker.check(node)
    if let expecting { checker.expect(expecting, of: term) }
    checker.limitDepth(of: term)
    let findings = checker.findings
    guard !findings.hasErrors else { return (nil, findings) }
    let type = checker.usesInvalid ? .invalid : checker.inference.resolved(term.type)
    return (
      CompiledExpression(source: source.text, term: term, type: type) { slots[$0].name }, findings
    )
  }
}

extension Diagnostic {
  fileprivate init(_ error: SyntaxError, in source: SourceText) {
    let end = source.text.utf8.count
    let range =
      error.range.isEmpty
      ? source.range(0, end) : source.range(error.range.lowerBound, error.range.upperBound)
    self.init(
      .expressionSyntax, .error, error.message, at: range, notes: error.notes.map { Note($0) },
      fixIts: error.fix.map {
        [
          FixIt(
            $0.words, replace: source.range($0.range.lowerBound, $0.range.upperBound), with: $0.replacement)
        ]
      } ?? [])
  }
}
