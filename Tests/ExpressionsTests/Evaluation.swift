import Diagnostics
import Expressions

/// An expression as one file, so that findings have places in it.
func sourceText(_ text: String) -> SourceText {
  SourceText(text, at: SourceRange(file: SourceFileID(index: 0), start: 0, end: text.utf8.count))
}

/// What an expression gives, as text: its value, the kind of its error, or the ids of the findings.
func outcome(
  _ text: String, in environment: ExpressionEnvironment = ExpressionEnvironment(),
  values: [Int: CELValue] = [:]
) -> String {
  let (compiled, findings) = environment.compile(sourceText(text))
  return outcome(compiled, findings, values)
}

/// The same without the type checker.
func uncheckedOutcome(
  _ text: String, in environment: ExpressionEnvironment = ExpressionEnvironment(),
  values: [Int: CELValue] = [:]
) -> String {
  let (compiled, findings) = environment.compileUnchecked(sourceText(text))
  return outcome(compiled, findings, values)
}

private func outcome(
  _ compiled: CompiledExpression?, _ findings: [Diagnostic], _ values: [Int: CELValue]
) -> String {
  guard let compiled else { return findings.map(\.id.rawValue).joined(separator: " ") }
  return switch compiled.evaluate(SlotValues(values)) {
  case .success(let value): value.description
  case .failure(let error): error.kind.rawValue
  }
}
