import ArgumentParser
import Glibc
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
    let model = ReplyModel(training: try loadUnderstanding(workflow).definition)
    guard text == "-" else {
      let reading = UnderstoodReply(text, model.understand(text, ourRecentMessages: ours))
      return print(json ? reading.json : reading.text(usesColor: Terminal.showsColor), terminator: "\n")
    }
    while let line = readLine(strippingNewline: true) {
      if line.utf8.allSatisfy({ $0 == 0x20 || $0 == 0x09 || $0 == 0x0D }) { continue }
      print(answer(to: line, model))
      // Whoever asks may wait for each answer before the next question.
      fflush(nil)
    }
  }

  private func answer(to line: String, _ model: ReplyModel) -> String {
    do {
      let request = try JSONValue(parsing: line.utf8)
      guard let text = request["text"]?.string else {
        return failure("the line must be an object with 'text'")
      }
      var ours = ours
      if case .array(let items)? = request["ours"] { ours += items.compactMap(\.string) }
      let understanding = model.understand(
        text, ourRecentMessages: ours, isOptedOut: request["opted_out"] == .bool(true))
      return UnderstoodReply(text, understanding).json
    } catch {
      return failure("the line is not JSON: \(error)")
    }
  }

  private func failure(_ message: String) -> String {
    var writer = JSONWriter()
    writer.object { $0.member("error", message) }
    return writer.text
  }
}
