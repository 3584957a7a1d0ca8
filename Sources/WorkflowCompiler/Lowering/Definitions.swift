import Diagnostics
import Expressions
import WorkflowProgram
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
  /// Declares the names of `define:`, each of which may use the ones before it, at every stage that sees all that
  /// the expression reads.
  ///
  /// - Parameter stages: In order, each seeing what the one before sees; the last sees everything.
  mutating func define(_ definitions: [YAMLDefinition], in stages: inout [RuleEnvironment]) {
    for (index, definition) in definitions.enumerated() {
      if Self.reservedNames.contains(definition.name) {
        report(
          .duplicateName, "'\(definition.name)' means something in expressions already",
          at: definition.range)
        continue
      }
      guard definition.value.scalar != nil, let everything = stages.last else { continue }
      let told = diagnostics.count
      guard let expression = expression(definition.value, nil, in: everything) else {
        let later = definitions[index...].map(\.name)
        diagnostics[told...] = ArraySlice(diagnostics[told...].map { $0.tellingOrder(of: later) })
        for stage in stages.indices { stages[stage].expressions.declareInvalid(definition.name) }
        continue
      }
      let last = expression.slots.max() ?? -1
      var refusal: ExpressionEnvironment.AliasRefusal?
      for stage in stages.indices where last < stages[stage].visibleSlots {
        refusal = stages[stage].expressions.declareAlias(definition.name, expression)
      }
      switch refusal {
      case .hasMacro?:
        report(
          .expressionType, "a definition cannot use a macro such as exists() or map()",
          at: definition.value.range)
      case .tooLarge?:
        report(
          .tooLarge,
          "a definition has at most \(ExpressionEnvironment.aliasLimit) parts, with the definitions it uses written out",
          at: definition.value.range)
      case nil: break
      }
    }
  }

  /// Names that the engine gives a meaning.
  private static var reservedNames: Set<String> {
    Set(EngineValue.allCases.map { $0.record ?? $0.name }).union(["lead", "client", "mentions"])
  }
}

extension Diagnostic {
  /// Says of a definition that it stands too far down, where its name is not defined.
  fileprivate func tellingOrder(of later: [String]) -> Diagnostic {
    guard id == .unknownField, let name = later.first(where: { message == "'\($0)' is not defined" }) else {
      return self
    }
    return Diagnostic(
      id, severity, "'\(name)' is not known here yet", at: range,
      notes: [Note("a definition may use those that stand above it")])
  }
}
