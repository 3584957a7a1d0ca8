import ArgumentParser
import ReplyUnderstanding

/// `nextier replies`: how well a workflow understands replies whose meaning is known.
struct RepliesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "replies",
    abstract: "Measures how well a workflow understands replies whose meaning is known.",
    discussion: """
      Example:  nextier replies workflows/ecbb.yaml replies.tsv

      The file has a header and tab-separated columns: text, intent (what it means first of all) and also \
      (what else it means, separated by commas). The gravest intent that is read counts. Prints a confusion \
      table, precision, recall and F1 for each intent, and the misses. Exit code 1 when the file cannot be used.
      """)

  @Argument(help: "The workflow's file, or its name.")
  var workflow: String

  @Argument(help: "A file of replies, tab-separated.")
  var file: String

  @Flag(help: "Print JSON.")
  var json = false

  func run() throws {
    let understanding = try loadUnderstanding(workflow)
    let replies: LabelledReplies
    do {
      replies = try LabelledReplies(
        parsing: try readText(file), intents: understanding.definition.intents.map(\.name))
    } catch let error as LabelledReplies.Refusal {
      throw CommandFailure("\(file): \(error.message)", exitCode: 1)
    }
    for problem in replies.problems { printError("\(file): \(problem)") }
    let report = ReplyReport(replies, readBy: ReplyModel(training: understanding, pool: Cores.all))
    print(json ? report.json : report.text, terminator: json ? "\n" : "")
  }
}
