import Diagnostics
import LeadModel
import WorkflowProgram

/// The personas of a workflow, and what its texts may name: all that reading a text needs to know.
struct MessageTexts: Sendable {
  /// As written, with all their replies.
  let personas: [PersonaSyntax]
  private let shipped: TemplateCompiler
  private let own: TemplateCompiler

  init(
    _ sources: MessageSources, client: ClientProfile, schema: LeadSchema,
    place: @escaping @Sendable (SourceRange) -> Place
  ) {
    personas = sources.personas.map(PersonaSyntax.init)
    var longest = client.constants
    for persona in personas {
      longest[.agentName] = Self.longer(longest[.agentName], persona.displayName)
      longest[.agentRole] = Self.longer(longest[.agentRole], persona.role)
    }
    let facts = Dictionary(client.facts.map { ($0.name, $0.value) }) { first, _ in first }
    func compiler(_ origin: TemplateContext.Origin) -> TemplateCompiler {
      let context = TemplateContext(schema: schema, facts: facts, constants: longest, origin: origin)
      return TemplateCompiler(context: context, place: place)
    }
    shipped = compiler(.shipped)
    own = compiler(.client)
  }

  /// What reads the texts of the product, or the client's.
  func compiler(_ origin: TemplateContext.Origin) -> TemplateCompiler {
    switch origin {
    case .shipped: shipped
    case .client: own
    }
  }

  private static func longer(_ first: String?, _ second: String) -> String {
    guard let first, second.count <= first.count else { return second }
    return first
  }
}

/// Templates that were read before it was known which are used, by where they stand.
struct ReadTemplates: Sendable {
  private var templates: [SourceRange: (CompiledTemplate?, [Diagnostic])] = [:]

  init(_ entries: [TemplateTable.Entry], by texts: MessageTexts) {
    for entry in entries {
      // The number is known once it is used.
      templates[entry.syntax.nameRange] = texts.compiler(entry.origin).read(
        entry.syntax, id: TemplateID(index: 0))
    }
  }

  subscript(syntax: TemplateSyntax) -> (CompiledTemplate?, [Diagnostic])? { templates[syntax.nameRange] }
}
