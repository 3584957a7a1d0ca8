import Diagnostics
import WorkflowSyntax

/// A persona that an agent of a workflow is tried with.
public struct Role: Hashable, Sendable {
  public let agent: String
  /// The name of one of the project's personas.
  public let persona: String

  public init(agent: String, persona: String) {
    self.agent = agent
    self.persona = persona
  }

  /// The workflow with the agent as this persona; findings about it are told where the agent stands.
  func cast(in workflow: YAMLNode) -> YAMLNode {
    guard let agent = workflow["agents"]?.entry(agent) else { return workflow }
    let range = agent.value["persona"]?.range ?? agent.key.range
    let persona = YAMLNode(.scalar(YAMLScalar(SourceText(persona, at: range), style: .plain)), at: range)
    func node(_ name: String, _ value: YAMLNode) -> YAMLNode {
      YAMLNode(.mapping([YAMLEntry(key: YAMLKey(name, at: range), value: value)]), at: range)
    }
    return mergePatch(
      base: workflow, overlay: node("agents", node(self.agent, node("persona", persona)))
    ).value
  }
}
