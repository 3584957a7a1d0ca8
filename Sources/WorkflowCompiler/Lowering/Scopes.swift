import Expressions
import LeadModel
import WorkflowProgram
import WorkflowSyntax

/// What expressions may name, stage by stage: each stage sees what was decided before it.
///
/// Slots follow `SlotLayout`, whatever is visible.
struct Scopes {
  /// The lead, its bands and the client: the rules of `quality`, and `define`.
  let lead: RuleEnvironment
  /// And `quality`.
  let afterQuality: RuleEnvironment
  /// And `priority`.
  let afterPriority: RuleEnvironment
  /// And `qualified`.
  let afterQualified: RuleEnvironment
  /// And `queue`.
  let afterQueue: RuleEnvironment
  /// And `agent`: campaigns and their openers.
  let afterAgent: RuleEnvironment
  /// Everything: states, flows and the simulation.
  let machine: RuleEnvironment
}

extension LoweringContext {
  /// Declares what a workflow's expressions see.
  mutating func scopes(
    schema: LeadSchema, bands: [BandProgram], client: ClientProfile, mentions: [String],
    definitions: [YAMLDefinition]
  ) -> Scopes {
    var expressions = ExpressionEnvironment()
    let fields = schema.fields.map { (name: $0.name, type: $0.type.expressionType) }
    let bandFields = bands.map { (name: $0.name, type: CELType.string) }
    var slots = expressions.declareRecord("lead", fields: fields + bandFields).count
    expressions.declareConstant("client", client.expressionValue)
    if !definitions.contains(where: { mentionsClient($0.value.scalar?.text ?? "") }) {
      let names = (fields + bandFields).map { "\($0.name) \($0.type)" }
      let texts = definitions.map { "\($0.name): \($0.value.scalar?.text ?? "")" }
      environment = shared.environment((names + mentions + texts).joined(separator: "\0"))
    }
    var stages: [RuleEnvironment] = []
    func endStage() { stages.append(RuleEnvironment(expressions: expressions, visibleSlots: slots)) }
    func declare(_ value: EngineValue) {
      _ = expressions.declare(value.name, value.type)
      slots += 1
    }
    func declareRecord(_ name: String) {
      let members = EngineValue.allCases.filter { $0.record == name }
      slots += expressions.declareRecord(name, fields: members.map { ($0.member, $0.type) }).count
    }
    endStage()
    for value in [EngineValue.quality, .priority, .qualified, .queue, .agent] {
      declare(value)
      endStage()
    }
    declare(.campaign)
    declare(.theme)
    declareRecord("reply")
    declareRecord("captured")
    declareRecord("history")
    declare(.status)
    declare(.now)
    slots += expressions.declareRecord("mentions", fields: mentions.map { ($0, .bool) }).count
    endStage()
    define(definitions, in: &stages)
    return Scopes(
      lead: stages[0], afterQuality: stages[1], afterPriority: stages[2], afterQualified: stages[3],
      afterQueue: stages[4], afterAgent: stages[5], machine: stages[6])
  }
}

extension ClientProfile {
  /// `client.name`, `client.tier`, `client.facts.NAME` and so on, as constants.
  var expressionValue: CELValue {
    .map(
      CELMap([
        ("name", .string(name)), ("domain", .string(domain)), ("timezone", .string(timezone.name)),
        ("tier", .string(tier.rawValue)),
        ("facts", .map(CELMap(facts.map { ($0.name, .string($0.value)) }))),
      ]))
  }
}
