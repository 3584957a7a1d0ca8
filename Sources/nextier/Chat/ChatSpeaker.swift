import Diagnostics
import LeadModel
import WorkflowCompiler
import WorkflowConversation
import WorkflowEngine
import WorkflowProgram

/// Finds out who speaks in a conversation.
struct ChatSpeaker {
  /// A row of the program's agents.
  let agent: Int
  /// What that agent is to be, where no agent of the workflow is it.
  let role: Role?

  /// - Parameter persona: A persona of the workflow or an agent of it, else a persona of the project, whom then the
  ///   agent speaks as that the rules choose for the lead.
  /// - Throws: `CommandFailure` for a name that is none of these.
  init(
    persona: String, in program: ClientProgram, of project: ProjectFolder, for lead: LeadRecord
  ) throws {
    let agents = program.decisions.agents
    if let row = agents.firstIndex(where: { $0.persona == persona })
      ?? agents.firstIndex(where: { $0.name == persona })
    {
      (agent, role) = (row, nil)
      return
    }
    let own = agents.map { $0.persona == $0.name ? $0.name : "\($0.persona) (agent \($0.name))" }
    let others = project.names(of: .persona).filter { name in !agents.contains { $0.persona == name } }
    guard others.contains(persona) else {
      let near = nearestName(to: persona, in: agents.flatMap { [$0.persona, $0.name] } + others)
      throw CommandFailure(
        "there is no persona '\(persona)'\(near.map { "; did you mean '\($0)'?" } ?? "")\n"
          + "\(program.name) has: \(own.joined(separator: ", "))\n"
          + "other personas of the project: "
          + (others.isEmpty ? "none" : others.joined(separator: ", ")), exitCode: 2)
    }
    let chosen = Int(program.decide(lead.row).agent)
    agent = agents.indices.contains(chosen) ? chosen : 0
    role = Role(agent: agents[agent].name, persona: persona)
  }
}
