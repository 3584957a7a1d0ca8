import Diagnostics
import LeadModel
import WorkflowProgram
import WorkflowSyntax

/// Checks a template library or a persona that stands alone, with stand-ins of usual length for a client's words.
struct MessageDocumentCheck {
  /// Claims and fields that clients add to what every text may name.
  var facts: [String: String] = [:]
  var schema = LeadSchema()

  func findings(in node: YAMLNode, kind: DocumentKind) -> [Diagnostic] {
    let compiler = TemplateCompiler(
      context: TemplateContext(schema: schema, facts: facts, constants: Self.standIns),
      place: { range in Place(file: Int(range.file.index), line: 0, column: 0) })
    switch kind {
    case .templates: return compiler.compile(TemplateLibrarySyntax(node)).1
    case .persona: return compiler.compile(PersonaSyntax(node)).diagnostics
    case .workflow, .legal, .tests: return []
    }
  }

  private static let standIns: [SpeakerConstant: String] = [
    .agentName: "Gianna", .agentRole: "outreach and inbound response",
    .brandName: "East Coast Business Brokers", .brandDomain: "eastcoastbusinessbrokers.com",
    .brandPhone: "(212) 555-0100", .optOut: "Reply STOP to opt out",
    .calendarLink: "https://eastcoastbusinessbrokers.com/calendar",
  ]
}
