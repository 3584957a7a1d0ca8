import Diagnostics
import LeadModel
import WorkflowProgram
import WorkflowSyntax

extension LoweringContext {
  /// Reads the texts that rules name; `nil` when one of them has no text, which has been reported then.
  mutating func usedTemplates(_ texts: MessageTexts, readAhead ahead: ReadTemplates) -> [CompiledTemplate]? {
    var compiled: [CompiledTemplate] = []
    for entry in templates.used {
      let id = TemplateID(index: compiled.count)
      guard let template = template(entry, id, by: texts.compiler(entry.origin), ahead) else { return nil }
      compiled.append(template)
    }
    return compiled
  }

  /// The templates that are not known from other clients.
  func unread(_ texts: MessageTexts) -> [TemplateTable.Entry] {
    templates.entries.filter { shared.texts.template($0.syntax, by: texts.compiler($0.origin)) == nil }
  }

  /// A template that rules name; `nil` for one without a text.
  private mutating func template(
    _ entry: TemplateTable.Entry, _ id: TemplateID, by compiler: TemplateCompiler, _ ahead: ReadTemplates
  ) -> CompiledTemplate? {
    let syntax = entry.syntax
    if let known = shared.texts.template(syntax, by: compiler) {
      diagnostics += compiler.budgetFindings(in: known)
      return known.numbered(id)
    }
    let (read, findings) = ahead[syntax] ?? compiler.read(syntax, id: id)
    diagnostics += findings
    guard let template = read?.numbered(id) else { return nil }
    if findings.isEmpty, shared.isShared(syntax.nameRange) {
      shared.texts.keep(template, syntax, by: compiler)
    }
    diagnostics += compiler.budgetFindings(in: template)
    return template
  }

  /// Where ranges start, for parts that know no context.
  var placer: @Sendable (SourceRange) -> Place {
    let files = files
    return { range in
      let position = files.position(of: range)
      return Place(file: Int(range.file.index), line: position.line, column: position.column)
    }
  }
}

extension ClientProfile {
  /// What messages may say of the client; what is not set is not there.
  var constants: [SpeakerConstant: String] {
    var constants: [SpeakerConstant: String] = [.brandName: name, .optOut: "Reply STOP to opt out"]
    if !domain.isEmpty { constants[.brandDomain] = domain }
    if let phone { constants[.brandPhone] = phone }
    if let calendarLink { constants[.calendarLink] = calendarLink }
    return constants
  }

  func constants(for persona: PersonaProgram) -> [SpeakerConstant: String] {
    var constants = constants
    constants[.agentName] = persona.displayName
    constants[.agentRole] = persona.role
    return constants
  }
}
