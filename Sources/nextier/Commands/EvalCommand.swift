import ArgumentParser
import Diagnostics
import Expressions
import FoundationEssentials
import Glibc
import JSONText
import LeadModel

/// `nextier eval`: one expression and its value, or a stream of them.
struct EvalCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "eval",
    abstract: "Evaluates one expression and prints its value, or the error with its place.",
    discussion: """
      Expressions are CEL, the language of conditions in workflows. With --lead, the fields of a JSON \
      object are there as lead.NAME; a standard field without a value reads as zero or empty, and has() \
      tells. now is the present.

        nextier eval 'has(lead.owner_name)' --lead lead.json
        nextier eval '-lead.annual_revenue < 0' --lead lead.json
        nextier eval 'math.greatest(1, 2.5)' --json

      With - as the expression, each line of standard input is a JSON object with "expr" and, as needed, \
      "bindings" (values by name), "types" (types by name, which bindings must be of), "unchecked", "checkOnly" and "container"; \
      each line of output is {"value": …} or {"error": …}, with values and types in the JSON form of \
      cel.expr.

      Exit codes: 0 for a value, 1 for an error of the expression, 2 for wrong use, an unreadable lead included.
      """)

  /// All that is no option: an expression may begin with a minus.
  @Argument(
    parsing: .allUnrecognized,
    help: ArgumentHelp("The expression, or - for JSON lines on standard input.", valueName: "expression"))
  var words: [String] = []

  private var expression: String { words.first { $0 != "--" } ?? "" }

  @Option(name: .long, help: "A JSON file with one lead: an object of field names and values.")
  var lead: String?

  @Flag(name: .long, help: "Print JSON.")
  var json = false

  func validate() throws {
    if !words.contains("--"), let option = words.first(where: { $0.hasPrefix("--") }) {
      throw ValidationError("there is no option '\(option)'; put -- before an expression that begins so")
    }
    guard words.filter({ $0 != "--" }).count == 1 else {
      throw ValidationError(
        words.isEmpty
          ? "name an expression, or - for JSON lines"
          : "put the expression between quotes: it is one argument")
    }
    if lead == "" { throw ValidationError("--lead needs the name of a file") }
    if expression == "-", lead != nil {
      throw ValidationError("with -, each line brings its own bindings; --lead goes with one expression")
    }
  }

  func run() throws {
    if expression == "-" { return try answerLines() }
    var environment = ExpressionEnvironment()
    let record: LeadObject
    do throws(FileError) {
      record = try readLead()
    } catch {
      guard json else { throw error }
      var writer = JSONWriter()
      ExpressionRequest.writeError(error.description, "lead", 0..<0, to: &writer)
      print(writer.text)
      throw ExitCode(error.exitCode)
    }
    for remark in record.remarks { printError("note: \(remark)") }
    let values = SlotValues(declareNames(of: record, in: &environment))
    let file = SourceFile(path: "expression", bytes: Array(expression.utf8))
    var files = SourceFiles()
    let id = files.add(file)
    let source = SourceText(expression, at: SourceRange(file: id, start: 0, end: file.bytes.count))
    let (compiled, findings) = environment.compile(source)
    guard let compiled else {
      show(findings, in: files)
      throw ExitCode(1)
    }
    switch compiled.evaluate(values) {
    case .success(let value): try show(value, of: compiled)
    case .failure(let error):
      let finding = Diagnostic(
        .expressionFailed, .error, error.message,
        at: source.range(error.range.lowerBound, error.range.upperBound))
      show([finding], in: files, id: error.kind.rawValue)
      throw ExitCode(1)
    }
  }

  // MARK: Output

  private func show(_ value: CELValue, of expression: CompiledExpression) throws {
    guard json else {
      guard let text = value.text(limit: Self.longestValue) else {
        throw CommandFailure(
          "the value takes more than \(Self.longestValue >> 20) MB to write", exitCode: 1)
      }
      return print(text)
    }
    var writer = JSONWriter()
    writer.object { writer in
      writer.name("value")
      ExpressionWire.write(value, to: &writer)
      writer.name("type")
      ExpressionWire.write(expression.type, to: &writer)
    }
    print(writer.text)
  }

  /// - Parameter id: What a program is told in place of the finding's own kind.
  private func show(_ findings: [Diagnostic], in files: SourceFiles, id: String? = nil) {
    guard json else {
      var stream = StandardError()
      stream.write(TextRenderer(files: files, usesColor: Terminal.errorShowsColor).render(findings))
      return
    }
    guard let first = findings.sortedByPlace().first else { return }
    let place = first.range.map { Int($0.start)..<Int($0.end) } ?? 0..<0
    var writer = JSONWriter()
    ExpressionRequest.writeError(first.message, id ?? first.id.rawValue, place, to: &writer)
    print(writer.text)
  }

  // MARK: Names

  /// In bytes: what a value repeats within itself takes no memory before it is written.
  private static let longestValue = 256 << 20

  /// Declares what a workflow's expressions see of a lead, and gives the values of what is there.
  private func declareNames(
    of record: LeadObject, in environment: inout ExpressionEnvironment
  ) -> [Int: CELValue] {
    var values: [Int: CELValue] = [:]
    let now = environment.declare("now", .timestamp)
    values[now] = .timestamp(
      CELTimestamp(millisecondsSinceEpoch: Int64(Date.now.timeIntervalSince1970 * 1_000)))
    let slots = environment.declareRecord("lead", fields: record.fields.map { ($0.name, $0.type) })
    for (slot, field) in zip(slots, record.fields) {
      if let value = field.value { values[slot] = value }
    }
    return values
  }

  /// The lead of `--lead`, or one of which nothing is known.
  private func readLead() throws(FileError) -> LeadObject {
    guard let lead else { return LeadObject() }
    let bytes = try readFile(lead)
    do throws(WireError) {
      return try LeadObject(parsing: bytes)
    } catch {
      throw FileError(path: lead, reason: error.message)
    }
  }

  // MARK: Lines

  private func answerLines() throws {
    var answers = LineAnswers { line, writer in
      do throws(WireError) {
        guard case .line(let bytes) = line else { throw WireError(message: "the line is longer than 1 MB") }
        try ExpressionRequest(parsing: bytes).answer(to: &writer)
      } catch {
        ExpressionRequest.writeError(error.message, "request", 0..<0, to: &writer)
      }
    }
    try answers.run()
  }
}
