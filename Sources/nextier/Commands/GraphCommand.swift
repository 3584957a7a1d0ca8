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
      An SVG opens in any browser; resting the pointer on a state or an arrow shows its file and line.
      """)

  @Argument(help: "The workflow's file, or its name.")
  var workflow: String

  @Option(help: "svg, mermaid or dot; json for programs.")
  var format = DiagramFormat.svg

  @Option(help: "Draw this flow alone.")
  var flow: String?

  @Flag(help: "Draw each flow as one box.")
  var collapsed = false

  @Option(help: "A file to write; without it the drawing goes to standard output.")
  var out: String?

  func run() throws {
    let (program, compilation) = try loadWorkflow(workflow)
    let place = try OutputPlace(out, besides: compilation.paths)
    let text = format.text(of: try diagram(of: program))
    var file = try OutputFile(at: place)
    try file.write(Array(text.utf8))
    try file.close()
  }

  private func diagram(of program: ClientProgram) throws -> Diagram {
    let templates = program.messages.templates.map { "\($0.library).\($0.name)" }
    let words = DiagramWords(
      title: program.name, guardText: { program[$0].expression.source }, template: { templates[$0] },
      agent: { program.decisions.agents[$0].name }, place: { program.line(of: $0) })
    let flows: Diagram.Flows = collapsed ? .collapsed : .drawn
    guard let flow else { return Diagram(of: program.machine, words: words, flows: flows) }
    if let diagram = Diagram(ofFlow: flow, in: program.machine, words: words, flows: flows) { return diagram }
    let known = Diagram.flowNames(in: program.machine)
    printError(
      "no state of '\(program.name)' runs a flow '\(flow)'; "
        + (known.isEmpty ? "it runs none" : "it runs \(known.joined(separator: ", "))"))
    throw ExitCode(2)
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
