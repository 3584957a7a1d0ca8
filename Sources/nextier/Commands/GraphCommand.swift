import ArgumentParser
import Expressions
import WorkflowDiagrams
import WorkflowProgram

/// Draws a workflow's states and arrows.
struct GraphCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "graph",
    abstract: "Draw a workflow: its states, what leads from each to the next, and its flows.",
    discussion: """
      Example:  nextier graph workflows/ecbb.yaml --out ecbb.svg
                nextier graph workflows/ecbb.yaml --format mermaid --collapsed
                nextier graph workflows/ecbb.yaml --format dot --flow valuation_interest | dot -Tpdf -o flow.pdf
      Unasked, a workflow of more than \(Diagram.readableStates) states is drawn as an overview.
      An SVG opens in any browser; resting the pointer on a state or an arrow shows its file and line.
      """)

  @Argument(help: "The workflow's file, or its name.")
  var workflow: String

  @Option(help: "svg, mermaid or dot; json for programs.")
  var format = DiagramFormat.svg

  @Option(help: "Draw this flow alone.")
  var flow: String?

  @Flag(exclusivity: .exclusive)
  var detail: DiagramDetail?

  @Option(help: "A file to write; without it the drawing goes to standard output.")
  var out: String?

  func validate() throws {
    guard flow != nil, let detail, detail != .overview else { return }
    throw ValidationError("--flow draws one flow whole: leave --\(detail.rawValue) out")
  }

  func run() throws {
    let (program, compilation) = try loadWorkflow(workflow)
    let place = try OutputPlace(out, besides: compilation.paths)
    let text = format.text(of: try diagram(of: program))
    var file = try OutputFile(at: place)
    try file.write(Array(text.utf8))
    try file.close()
  }

  /// A program's own words for what is drawn of it.
  static func words(of program: ClientProgram) -> DiagramWords {
    let templates = program.messages.templates.map { "\($0.library).\($0.name)" }
    return DiagramWords(
      title: program.name, guardText: { program[$0].expression.source }, template: { templates[$0] },
      agent: { program.decisions.agents[$0].name }, place: { program.line(of: $0) })
  }

  private func diagram(of program: ClientProgram) throws -> Diagram {
    let words = Self.words(of: program)
    guard let flow else {
      return Diagram(of: program.machine, words: words, flows: detail?.flows ?? unasked(program))
    }
    let flows = detail?.flows ?? .drawn
    if let diagram = Diagram(ofFlow: flow, in: program.machine, words: words, flows: flows) { return diagram }
    let known = Diagram.flowNames(in: program.machine)
    printError(
      "no state of '\(program.name)' runs a flow '\(flow)'; "
        + (known.isEmpty ? "it runs none" : "it runs \(known.joined(separator: ", "))"))
    throw ExitCode(2)
  }
}

extension GraphCommand {
  /// How much is drawn of a whole workflow when nobody says: what can be read, and for programs all of it.
  private func unasked(_ program: ClientProgram) -> Diagram.Flows {
    let count = program.machine.states.count
    guard format != .json, Diagram.readableStates < count else { return .drawn }
    printError(
      "an overview: \(count) states are too many to read at once; --flow NAME draws one flow whole, --collapsed says what "
        + "leads from state to state, --all draws everything")
    return .overview
  }
}

/// How much of a workflow is drawn.
enum DiagramDetail: String, EnumerableFlag {
  case overview, collapsed, all

  var flows: Diagram.Flows {
    switch self {
    case .overview: .overview
    case .collapsed: .collapsed
    case .all: .drawn
    }
  }

  static func help(for detail: DiagramDetail) -> ArgumentHelp? {
    switch detail {
    case .overview: "Draw each flow as one box, with no more words than names."
    case .collapsed: "Draw each flow as one box."
    case .all: "Draw every state of every flow."
    }
  }
}

/// The languages a drawing is written in.
enum DiagramFormat: String, ExpressibleByArgument, CaseIterable {
  case svg, mermaid, dot, json

  func text(of diagram: Diagram) -> String {
    switch self {
    case .svg: diagram.svg()
    case .mermaid: diagram.mermaid()
    case .dot: diagram.dot()
    case .json: diagram.json()
    }
  }
}
