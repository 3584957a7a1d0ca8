import ArgumentParser
import Glibc
import LeadImport
import LeadModel
import Providers
import ReplyUnderstanding
import WorkflowCompiler
import WorkflowConversation
import WorkflowProgram

/// Lets somebody talk with a compiled workflow as a lead would, and sends nothing.
struct ChatCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "chat",
    abstract: "Talk with a workflow as a lead would, and send nothing.",
    discussion: """
      Example:  nextier chat workflows/ecbb.yaml --persona gianna
      What you type is what the lead writes; /help lists the commands, such as /wait 3d and /why.
      Nothing leaves this machine, unless --model lets the workflow's language model draft answers.
      """)

  @Argument(help: "The workflow's file, or its name.")
  var workflow: String

  @Option(
    name: .customLong("as"),
    help: "Who you are: a JSON file of field values, as for eval --lead, or a lead file (.csv).")
  var record: String?

  @Option(
    help: "Who speaks: a persona of the workflow or of the project, or an agent; the rules choose without it."
  )
  var persona: String?

  @Option(help: "A file of lines as typed; those that begin with # are comments.")
  var script: String?

  @Option(help: "The day it begins, when the lead may be texted, 10:00 at the earliest, as 2026-01-05.")
  var start = "2026-01-05"

  @Flag(help: "Approve drafts and answer skip traces yourself.")
  var manual = false

  @Flag(help: "Print one JSON line for each exchange.")
  var json = false

  @Flag(
    inversion: .prefixedNo,
    help: "Let the workflow's language model draft answers: what you write and the text go to its endpoint.")
  var model: Bool?

  func validate() throws {
    guard DateText.read(start).value != nil else {
      throw ValidationError("--start must be a day such as 2026-01-05, not '\(start)'")
    }
  }

  func run() async throws {
    do {
      let script = try script.map { try ChatScript(path: $0) }
      var open = try OpenWorkflow(workflow)
      let written = try program(of: open)
      let lead = try ChatLead(program: written, root: open.project.root).record(record)
      let speaker = try persona.map {
        try ChatSpeaker(persona: $0, in: written, of: open.project, for: lead)
      }
      if let role = speaker?.role { open.cast(role) }
      let program = try program(of: open)
      let understanding = try open.understanding()
      if understanding.definition.intents.allSatisfy(\.examples.isEmpty) {
        printError(
          """
          note: the intents of \(program.name) have no examples, so only their phrases and the carriers' \
          keywords (STOP, START, HELP) are understood; /intent NAME says what a reply means
          """)
      }
      let conversation = Conversation(
        program: program, model: ReplyModel(training: understanding, pool: Cores.all),
        lead: lead, agent: speaker?.agent, isManual: manual, start: try beginning(program, with: lead))
      let drafter = try ChatModel(program: program).client(isWanted: model)
      let session = ChatSession(
        conversation, isJSON: json, usesColor: Terminal.showsColor, asksModel: drafter != nil)
      let run = ChatRun(session: session, script: script, model: drafter)
      do {
        try await run.run()
        await drafter?.close()
      } catch {
        await drafter?.close()
        throw error
      }
    } catch let error as ImportRefusal {
      throw CommandFailure(error, of: record ?? workflow)
    }
  }

  // MARK: What it starts from

  private func beginning(_ program: ClientProgram, with lead: LeadRecord) throws -> Timestamp {
    guard let date = DateText.read(start).value else { throw ExitCode(2) }
    return TextLaw.start(on: date, of: program, for: lead.row)
  }

  private func program(of workflow: OpenWorkflow) throws -> ClientProgram {
    guard !workflow.compilation.hasErrors else { throw ExitCode(1) }
    guard let program = workflow.compilation.program else {
      printError(
        "\(self.workflow) has no states: it is a part that workflows use, and cannot talk by itself")
      throw ExitCode(1)
    }
    return program
  }
}
