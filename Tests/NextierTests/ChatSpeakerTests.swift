import Testing
import WorkflowCompiler
import WorkflowConversation
import WorkflowProgram
import WorkflowTestSupport

@testable import nextier

@Suite struct ChatSpeakerTests {
  /// The project's own folder, found from this file.
  private let project = ProjectFolder(containing: #filePath)

  private func speaker(_ persona: String, in workflow: String) throws -> ChatSpeaker {
    let program = try #require(try ShippedProject.compile(workflow).program)
    return try ChatSpeaker(
      persona: persona, in: program, of: project, for: .example(schema: program.leadSchema))
  }

  @Test(arguments: [
    ("ecbb", "gianna", 0, nil), ("harbrindle-realty", "neighbour", 0, nil),
    ("harbrindle-realty", "adele", 4, nil),
    ("ecbb", "luci", 2, Role(agent: "sabrina", persona: "luci")),
    ("ecbb", "concierge", 2, Role(agent: "sabrina", persona: "concierge")),
  ])
  func `a workflow's own personas and agents come before the project's personas`(
    workflow: String, persona: String, agent: Int, role: Role?
  ) throws {
    let speaker = try speaker(persona, in: workflow)
    #expect(speaker.agent == agent)
    #expect(speaker.role == role)
  }

  @Test func `a name that nobody has is told with those there are`() throws {
    let failure = try #require(throws: CommandFailure.self) { try speaker("conciege", in: "ecbb") }
    #expect(
      failure.description == """
        there is no persona 'conciege'; did you mean 'concierge'?
        ecbb has: gianna, cathy, sabrina, neva
        other personas of the project: analyst, closer, coach, concierge, luci, neighbour, straight_shooter, \
        strategist, warm_guide
        """)
    #expect(failure.exitCode == 2)
  }

  @Test func `a workflow is compiled with the persona it is tried with`() throws {
    var open = try OpenWorkflow(project.path(of: "workflows/harbrindle-realty.yaml"))
    open.cast(Role(agent: "adele", persona: "coach"))
    let program = try #require(open.compilation.program)
    #expect(
      program.decisions.agents.map(\.persona) == ["neighbour", "cathy", "sabrina", "neva", "coach"])
    #expect(program.messages.speakers.map(\.persona.displayName).last == "Marcus")
  }
}
