import ArgumentParser
import JSONText
import ReplyUnderstanding

/// `nextier understand`: what a workflow reads in a reply, and why.
struct UnderstandCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "understand",
    abstract: "Shows what a workflow reads in a reply, and why.",
    discussion: """
      Example:  nextier understand workflows/ecbb.yaml 'Maybe. Call me tomorrow after 3'

      Each intent is shown with how sure it is and the words that speak for it, the gravest first. With - as \
      the reply, each line of standard input is a JSON object with "text", and, as needed, "ours" (what we \
      sent last, a list of texts) and "opted_out"; each line of output has "intents" and "captures".
      """)

  @Argument(help: "The workflow's file, or its name.")
  var workflow: String

  @Argument(help: "The reply, or - for JSON lines on standard input.")
  var text: String

  @Option(help: "A message we sent before; copies of it in the reply are not read. May be repeated.")
  var ours: [String] = []

  @Flag(help: "Print JSON.")
  var json = false

  func run() throws {
    let model = ReplyModel(training: try loadUnderstanding(workflow), pool: Cores.all)
    guard text == "-" else {
      let reading = UnderstoodReply(text, model.understand(text, ourRecentMessages: ours))
      return print(json ? reading.json : reading.text(usesColor: Terminal.showsColor), terminator: "\n")
    }
    let ours = ours
    var answers = LineAnswers { line, writer in
      UnderstandCommand.answer(line, with: model, ours: ours, to: &writer)
    }
    try answers.run()
  }

  private static func answer(
    _ line: AskedLine, with model: ReplyModel, ours: [String], to writer: inout JSONWriter
  ) {
    guard case .line(let bytes) = line else { return fail("the line is longer than 1 MB", to: &writer) }
    do throws(JSONError) {
      let request = try JSONValue(parsing: bytes)
      guard let text = request["text"]?.string else {
        return fail("the line must be an object with 'text'", to: &writer)
      }
      var ours = ours
      if case .array(let items)? = request["ours"] { ours += items.compactMap(\.string) }
      let understanding = model.understand(
        text, ourRecentMessages: ours, isOptedOut: request["opted_out"] == .bool(true))
      UnderstoodReply(text, understanding).write(to: &writer)
    } catch {
      fail("the line is not JSON: \(error)", to: &writer)
    }
  }

  private static func fail(_ message: String, to writer: inout JSONWriter) {
    writer.object { $0.member("error", message) }
  }
}
