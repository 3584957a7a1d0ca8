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
        nextier eval 'math.greatest(1, 2.5)' --json

      With - as the expression, each line of standard input is a JSON object with "expr" and, as needed, \
      "bindings" (values by name), "types" (types by name), "unchecked", "checkOnly" and "container"; \
      each line of output is {"value": …} or {"error": …}, with values and types in the JSON form of \
      cel.expr.

      Exit codes: 0 for a value, 1 for an error of the expression, 2 for wrong use.
      """)

  @Argument(help: "The expression, or - for JSON lines on standard input.")
  var expression: String

  @Option(name: .long, help: "A JSON file with one lead: an object of field names and values.")
  var lead: String?

  @Flag(name: .long, help: "Print JSON.")
  var json = false

  func run() throws {
    if expression == "-" { return try answerLines() }
    var environment = ExpressionEnvironment()
    let values = SlotValues(try declareNames(in: &environment))
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
    case .success(let value): show(value, of: compiled)
    case .failure(let error):
      let finding = Diagnostic(
        .expressionFailed, .error, error.message,
        at: source.range(error.range.lowerBound, error.range.upperBound))
      show([finding], in: files, id: error.kind.rawValue)
      throw ExitCode(1)
    }
  }

  // MARK: Output

  private func show(_ value: CELValue, of expression: CompiledExpression) {
    guard json else { return print(value.description) }
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

  /// Declares what a workflow's expressions see of a lead, and gives the values of what is there.
  private func declareNames(in environment: inout ExpressionEnvironment) throws -> [Int: CELValue] {
    var values: [Int: CELValue] = [:]
    let now = environment.declare("now", .timestamp)
    values[now] = .timestamp(
      CELTimestamp(millisecondsSinceEpoch: Int64(Date.now.timeIntervalSince1970 * 1_000)))
    let record = try readLead()
    let slots = environment.declareRecord("lead", fields: record.fields.map { ($0.name, $0.type) })
    for (slot, field) in zip(slots, record.fields) {
      if let value = field.value { values[slot] = value }
    }
    return values
  }

  /// The lead of `--lead`, or one of which nothing is known.
  private func readLead() throws -> LeadFile {
    guard let lead else { return LeadFile() }
    do {
      return try LeadFile(parsing: try readFile(lead))
    } catch let error as WireError {
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
