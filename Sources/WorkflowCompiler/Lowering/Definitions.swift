import Diagnostics
import Expressions
import WorkflowSyntax

/// A name of `define:` and the expression it stands for.
struct YAMLDefinition {
  let name: String
  let range: SourceRange
  let value: YAMLNode

  init(entry: YAMLEntry) {
    name = entry.key.name
    range = entry.key.range
    value = entry.value
  }
}

extension LoweringContext {
  /// Declares the names of `define:`, each of which may use the ones before it.
  mutating func define(_ definitions: [YAMLDefinition], in expressions: inout ExpressionEnvironment) {
    for definition in definitions {
      if Self.reservedNames.contains(definition.name) {
        report(
          .duplicateName, "'\(definition.name)' means something in expressions already",
          at: definition.range)
        continue
      }
      guard let text = definition.value.scalar?.sourceText else { continue }
      let (expression, findings) = expressions.compile(text)
      diagnostics += findings
      guard let expression else { continue }
      guard expressions.declareAlias(definition.name, expression) else {
        report(
          .expressionType, "a definition cannot use a macro such as exists() or map()",
          at: definition.value.range)
        continue
      }
    }
  }

  /// Names that the engine gives a meaning.
  private static let reservedNames: Set<String> = [
    "lead", "client", "quality", "priority", "qualified", "queue", "agent", "campaign", "theme", "reply",
    "captured", "history", "status", "now",
  ]
}
