public import Diagnostics
public import WorkflowProgram
public import WorkflowSyntax

/// Turns templates' texts into wordings, and says what is wrong with them.
public struct TemplateCompiler: Sendable {
  public let context: TemplateContext
  /// Where a range starts, as programs keep it.
  private let place: @Sendable (SourceRange) -> Place
  /// The constants packed as the longest speaker, and their lengths.
  let speaker: Speaker
  private let lengths: SpeakerLengths
  /// A bit for each constant that says something, by raw value.
  let presentConstants: UInt8
  /// What a template may cost that does not say, in segments.
  public static let defaultBudget = 1
  /// What a persona's own texts may cost: the hard cap of good practice, in segments.
  public static let personaBudget = 2

  public init(context: TemplateContext, place: @escaping @Sendable (SourceRange) -> Place) {
    self.context = context
    self.place = place
    speaker = context.longestSpeaker
    lengths = SpeakerLengths(speaker)
    presentConstants = context.constants.reduce(0) { $1.value.isEmpty ? $0 : $0 | 1 << $1.key.rawValue }
  }

  /// One text by itself.
  ///
  /// - Returns: Whatever could be read: after a finding the wording goes on without what the finding is about.
  public func compileText(_ text: YAMLScalar) -> (LocatedWording, [Diagnostic]) {
    var parser = TemplateParser(text.sourceText, style: text.style, context: context)
    let wording = parser.parse()
    return (
      wording,
      parser.diagnostics + ClaimCheck(context.origin).findings(in: wording)
        + MachineDenialCheck().findings(in: wording)
    )
  }

  /// One template with everything that can be said about it before it is known who speaks it.
  ///
  /// - Returns: `nil` for a template without a text, which the schema reports.
  public func compile(_ syntax: TemplateSyntax, id: TemplateID) -> (CompiledTemplate?, [Diagnostic]) {
    let (template, findings) = read(syntax, id: id)
    return (template, findings + (template.map(budgetFindings) ?? []))
  }

  /// One template, without asking what it costs: that depends on how long the client's words are.
  func read(_ syntax: TemplateSyntax, id: TemplateID) -> (CompiledTemplate?, [Diagnostic]) {
    var diagnostics: [Diagnostic] = []
    var variants: [MessageVariant] = []
    var wordings: [LocatedWording] = []
    var unreadable: Set<Int> = []
    let use = syntax.use.flatMap(TemplateUse.init(rawValue:)) ?? .reply
    for text in syntax.variants {
      let (wording, findings) = compileText(text.text)
      diagnostics += findings
      if findings.hasErrors {
        unreadable.insert(wordings.count)
      } else if use == .opener {
        diagnostics += OpenerCheck.findings(in: wording)
      }
      wordings.append(wording)
      variants.append(
        MessageVariant(
          name: text.name, weight: text.weight, wording: wording.wording,
          place: place(text.text.sourceText.range)))
    }
    guard !variants.isEmpty else { return (nil, diagnostics) }
    let template = MessageTemplate(
      id: id, library: syntax.library, name: syntax.name, theme: syntax.theme, use: use,
      segmentBudget: max(1, syntax.segments ?? TemplateCompiler.defaultBudget),
      variants: variants, place: place(syntax.nameRange))
    return (
      CompiledTemplate(
        template: template, wordings: wordings, origin: context.origin, unreadable: unreadable), diagnostics
    )
  }

  /// What a template costs at worst, where that is too much.
  func budgetFindings(in compiled: CompiledTemplate) -> [Diagnostic] {
    let check = BudgetCheck(
      budget: compiled.template.segmentBudget, speaker: speaker, lengths: lengths, origin: compiled.origin)
    var diagnostics: [Diagnostic] = []
    for (index, wording) in compiled.wordings.enumerated() where !compiled.unreadable.contains(index) {
      diagnostics += check.findings(in: wording)
    }
    return diagnostics
  }

  /// A whole library; templates are numbered from `firstID` on.
  public func compile(_ library: TemplateLibrarySyntax, firstID: Int = 0) -> (CompiledLibrary, [Diagnostic]) {
    var diagnostics: [Diagnostic] = []
    var templates: [CompiledTemplate] = []
    for syntax in library.templates {
      let (template, findings) = compile(syntax, id: TemplateID(index: firstID + templates.count))
      diagnostics += findings
      if let template { templates.append(template) }
    }
    return (CompiledLibrary(name: library.name, about: library.about, templates: templates), diagnostics)
  }

  func place(of range: SourceRange) -> Place { place(range) }
}

/// A template and where its texts stand, for the checks that need to know who speaks.
public struct CompiledTemplate: Sendable {
  public private(set) var template: MessageTemplate
  /// One for each variant, in order.
  public let wordings: [LocatedWording]
  public let origin: TemplateContext.Origin
  /// The variants that have an error, by number.
  let unreadable: Set<Int>

  /// Whether a text reads otherwise for another client.
  var mentionsClient: Bool { wordings.contains(where: \.mentionsClient) }

  /// The same template under another number.
  func numbered(_ id: TemplateID) -> CompiledTemplate {
    var copy = self
    copy.template = template.numbered(id)
    return copy
  }
}

/// A library's templates, in file order.
public struct CompiledLibrary: Sendable {
  public let name: String
  public let about: String
  public let templates: [CompiledTemplate]

  public var program: TemplateLibrary {
    TemplateLibrary(name: name, about: about, templates: templates.map(\.template))
  }
}
