import Diagnostics
import WorkflowProgram
import WorkflowSyntax

/// Remembers how texts and personas of shared documents read, for clients that use the same.
///
/// Only what reads without a finding is kept, and only texts that name neither a client's facts nor fields of its
/// leads. What depends on how long a client's own words are is asked anew for each client.
final class SharedTexts {
  private var templates: [TemplateKey: CompiledTemplate] = [:]
  private var personas: [PersonaKey: ReadPersona] = [:]
  private var words: [WordsKey: SpokenCheck.Words] = [:]

  private struct TemplateKey: Hashable {
    let name: SourceRange
    let constants: UInt8
  }

  /// Where a persona and a template stand.
  private struct WordsKey: Hashable {
    let persona: SourceRange
    let template: SourceRange
  }

  private struct PersonaKey: Hashable {
    let document: SourceRange
    let replies: Set<String>
    let firstID: Int
    let constants: UInt8
  }

  /// A template as it reads whoever the client is, if it does.
  func template(_ syntax: TemplateSyntax, by compiler: TemplateCompiler) -> CompiledTemplate? {
    templates[TemplateKey(name: syntax.nameRange, constants: compiler.presentConstants)]
  }

  /// Keeps a template of a shared document that was read without a finding.
  func keep(_ template: CompiledTemplate, _ syntax: TemplateSyntax, by compiler: TemplateCompiler) {
    guard !template.mentionsClient else { return }
    templates[TemplateKey(name: syntax.nameRange, constants: compiler.presentConstants)] = template
  }

  /// A persona as it reads whoever the client is, if it does.
  ///
  /// - Parameter replies: The intents that it is read with.
  func persona(
    _ syntax: PersonaSyntax, replies: Set<String>, firstID: Int, by compiler: TemplateCompiler
  ) -> ReadPersona? {
    personas[
      PersonaKey(
        document: syntax.document.range, replies: replies, firstID: firstID,
        constants: compiler.presentConstants)]
  }

  /// Keeps a persona of a shared document that was read without a finding.
  func keep(
    _ persona: ReadPersona, _ syntax: PersonaSyntax, replies: Set<String>, by compiler: TemplateCompiler
  ) {
    guard !persona.mentionsClient else { return }
    let key = PersonaKey(
      document: syntax.document.range, replies: replies, firstID: persona.firstID,
      constants: compiler.presentConstants)
    personas[key] = persona
  }

  /// What a persona makes of the words of a template, if it was asked; both their documents are shared.
  func words(of persona: SourceRange, inTemplateAt name: SourceRange) -> SpokenCheck.Words? {
    words[WordsKey(persona: persona, template: name)]
  }

  /// Keeps what a persona makes of a template's words.
  func keep(_ found: SpokenCheck.Words, of persona: SourceRange, inTemplateAt name: SourceRange) {
    words[WordsKey(persona: persona, template: name)] = found
  }
}
