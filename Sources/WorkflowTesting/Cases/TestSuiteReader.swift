import Diagnostics
import LeadImport
import LeadModel
import WorkflowConversation
import WorkflowEngine
import WorkflowProgram
import WorkflowSyntax

/// Makes a checked tree a suite, and finds every name in it that the workflow does not have.
struct TestSuiteReader {
  let program: ClientProgram
  let names: TestNames
  var leadFiles: LeadFileLookup
  private(set) var findings: [Diagnostic] = []

  /// Monday, 2026-01-05: far from holidays and changes of the clock.
  static let usualStart = CivilDate(daysSince1970: 20_458)

  init(program: ClientProgram, leadFiles: LeadFileLookup) {
    self.program = program
    self.leadFiles = leadFiles
    names = TestNames(program)
  }

  mutating func suite(_ root: YAMLNode, path: String) -> TestSuite {
    var shared = Given(schema: program.leadSchema)
    read(root["given"], into: &shared)
    var cases: [TestCase] = []
    for entry in root["cases"]?.entries ?? [] {
      var given = shared
      read(entry.value["given"], into: &given)
      cases.append(
        TestCase(
          name: entry.key.name, range: entry.key.range, start: given.start, lead: given.lead,
          steps: (entry.value["when"]?.itemsOrSelf ?? []).compactMap { step($0) },
          expectations: expectations(entry.value["expect"])))
    }
    return TestSuite(name: root["tests"]?.text ?? "", path: path, cases: cases)
  }

  // MARK: Given

  private struct Given {
    var lead: LeadRecord
    var start = TestSuiteReader.usualStart

    init(schema: LeadSchema) {
      lead = LeadRecord(schema: schema)
      // Variants of texts are drawn by record id, so a test's lead always has one.
      lead[.recordID] = "TEST-1"
    }
  }

  private mutating func read(_ node: YAMLNode?, into given: inout Given) {
    guard let node else { return }
    if let start = node["start"] { given.start = CivilDate(daysSince1970: Int32(clamping: start.date)) }
    if let row = node["row"], let file = row["file"], let id = row["record_id"] {
      given.lead = lead(id, of: file).map { LeadRecord($0) } ?? LeadRecord(schema: program.leadSchema)
    }
    let fields = fields(node["lead"])
    given.lead.take(fields.fields, from: fields.record)
  }

  private mutating func lead(_ id: YAMLNode, of file: YAMLNode) -> LeadRow? {
    let parts = file.text.split(separator: "/", omittingEmptySubsequences: false)
    guard !file.text.hasPrefix("/"), !parts.contains("..") else {
      report(
        .fileOutsideProject, "'\(file.text)' leads out of the project; name a file from its folder on", file)
      return nil
    }
    do throws(LeadFileLookup.Problem) {
      return try leadFiles.row(id.text, of: file.text, program.leadSchema)
    } catch {
      switch error {
      case .noFile: report(.fileNotReadable, "the project has no file '\(file.text)'", file)
      case .noLeads(let reason): report(.fileNotReadable, "no leads in '\(file.text)': \(reason)", file)
      case .noRow(let known):
        unknown("lead with the record id", id, among: known, owner: "'\(file.text)' has")
      }
      return nil
    }
  }

  /// The values an import would make of a row with these cells, what follows from them included.
  private mutating func fields(_ node: YAMLNode?) -> GivenFields {
    let schema = program.leadSchema
    var written: [(field: Int, value: YAMLNode)] = []
    for entry in node?.entries ?? [] {
      guard let index = schema.index(of: entry.key.name) else {
        unknown("field", YAMLNode(naming: entry.key), among: schema.fields.map(\.name))
        continue
      }
      written.append((index, entry.value))
    }
    guard !written.isEmpty else { return GivenFields(fields: [], record: LeadRecord(schema: schema)) }
    let lead = WrittenLead(written.map { ($0.field, $0.value.text) }, schema: schema)
    for problem in lead.problems {
      guard let given = written.first(where: { schema.fields[$0.field].name == problem.column }) else {
        continue
      }
      let type = schema.fields[given.field].type
      report(
        .wrongType,
        type == .text
          ? problem.sentence
          : "'\(schema.fields[given.field].name)' must be \(type.phrase), not '\(given.value.text)'",
        given.value)
    }
    var given = Set(written.map(\.field))
    // Without an owner there are no parts of a name.
    if given.contains(StandardField.ownerName.rawValue) {
      given.formUnion([StandardField.firstName.rawValue, StandardField.lastName.rawValue])
    }
    return GivenFields(
      fields: schema.fields.indices.filter { given.contains($0) || lead.batch.has(field: $0, row: 0) },
      record: LeadRecord(LeadRow(batch: lead.batch, row: 0)))
  }

  // MARK: When

  private mutating func step(_ node: YAMLNode) -> TestStep? {
    guard let (action, title) = action(node) else { return nil }
    return TestStep(
      action: action, title: title, range: node.range, expectations: expectations(node["expect"]))
  }

  private mutating func action(_ node: YAMLNode) -> (TestStep.Action, String)? {
    if let event = node["event"] {
      guard names.events.contains(event.text) else {
        let hint = event.text.hasPrefix("reply.") ? "write intent: \(event.text.dropFirst(6))" : nil
        unknown("event", event, among: names.events, hint: hint)
        return nil
      }
      return program.machine.events.event(named: event.text).map { (.event($0), "event \(event.text)") }
    }
    if let reply = node["reply"] {
      let title = "reply \"\(reply.text)\""
      guard let means = node["means"] else { return (.replies([reply.text]), title) }
      let intents = intents(means)
      guard !intents.isEmpty else { return nil }
      let meaning = intents.map { program.intents[$0] }.joined(separator: ", ")
      return (.meant(intents.sorted(), text: reply.text), "\(title), which means \(meaning)")
    }
    if let replies = node["replies"] {
      let texts = replies.items.map(\.text)
      guard 1 < texts.count else { return nil }
      return (.replies(texts), "replies " + texts.map { "\"\($0)\"" }.joined(separator: ", "))
    }
    if let intent = node["intent"] {
      let intents = intents(intent)
      guard !intents.isEmpty else { return nil }
      let title = "intent \(intents.map { program.intents[$0] }.joined(separator: ", "))"
      let told = captures(node["captures"]).map { Capture($0.kind, $0.text) }
      return (.intents(intents.sorted(), captures: told), title)
    }
    if let wait = node["wait"] { return (.wait(wait.durationMilliseconds), "wait \(wait.text)") }
    if let trace = node["trace"] {
      let result: BuiltInEvent =
        trace.text == "found" ? .traceFound : trace.text == "missed" ? .traceMissed : .traceFailed
      return (.trace(result, brings: fields(node["brings"])), "trace \(trace.text)")
    }
    return nil
  }

  private mutating func intents(_ node: YAMLNode) -> [Int] {
    node.itemsOrSelf.compactMap { index(of: $0, among: program.intents, "intent") }
  }

  // MARK: Expect

  private mutating func expectations(_ node: YAMLNode?) -> [Expectation] {
    var found: [Expectation] = []
    for entry in node?.entries ?? [] {
      found += claims(entry).map { Expectation(claim: $0.claim, range: $0.range) }
    }
    return found
  }

  private mutating func claims(_ entry: YAMLEntry) -> [(claim: Expectation.Claim, range: SourceRange)] {
    let value = entry.value
    func one(_ claim: Expectation.Claim) -> [(claim: Expectation.Claim, range: SourceRange)] {
      [(claim, value.range)]
    }
    if let choice = Expectation.Choice(rawValue: entry.key.name) {
      let known = TestNames.choices(choice, of: program)
      guard value.text == "none" || known.contains(value.text) else {
        unknown(choice.noun, value, among: known + ["none"])
        return []
      }
      return one(.choice(choice, value.text))
    }
    switch entry.key.name {
    case "state":
      guard names.states.contains(value.text) else {
        unknown("state", value, among: names.states.sorted())
        return []
      }
      return one(.state(value.text))
    case "status": return LeadStatus(name: value.text).map { one(.status($0)) } ?? []
    case "quality": return one(.quality(value.integer))
    case "priority": return one(.priority(value.integer))
    case "qualified": return one(.qualified(value.boolean))
    case "flags":
      let known = program.decisions.flags.names
      for flag in value.items { _ = index(of: flag, among: known, "flag") }
      return one(.flags(value.items.map(\.text).sorted()))
    case "says": return one(.says(value.itemsOrSelf.map { said($0) }))
    case "nothing_sent": return one(.nothingSent(value.boolean))
    case "captures", "captured":
      return zip(captures(value), value.entries).map { (.captured($0.kind, $0.text), $1.value.range) }
    case "effects":
      return value.itemsOrSelf.compactMap { item in effect(item).map { (.effect($0), item.range) } }
    case _: return []  // The schema knows no other.
    }
  }

  private mutating func said(_ node: YAMLNode) -> SaidClaim {
    if let intent = node["intent"] {
      _ = index(of: intent, among: program.intents, "intent")
      return .intent(intent.text)
    }
    if names.templates.contains(node.text) { return .template(node.text) }
    let parts = node.text.split(separator: ".", omittingEmptySubsequences: false)
    let isReference =
      parts.count == 2 && names.libraries.contains(String(parts[0]))
      && parts[1].allSatisfy { $0.isLetter || $0.isNumber || $0 == "_" || $0 == "-" }
    if isReference {
      unknown("template", node, among: names.templates, owner: "the workflow '\(program.name)' uses")
    }
    return .words(node.text)
  }

  private mutating func effect(_ node: YAMLNode) -> EffectClaim? {
    guard let entry = node.entries.first else {
      return EffectKind(rawValue: node.text).map { EffectClaim(kind: $0, detail: nil) }
    }
    guard let kind = EffectKind(rawValue: entry.key.name) else { return nil }
    switch kind {
    case .queue: _ = index(of: entry.value, among: program.decisions.queues.names, "queue")
    case .assign, .notify: _ = index(of: entry.value, among: program.decisions.agents.map(\.name), "agent")
    case .refuse: _ = index(of: entry.value, among: SendRefusal.allCases.map(\.name), "refusal")
    case .status: _ = index(of: entry.value, among: LeadStatus.allCases.map(\.name), "status")
    case .escalate, .trace, .approval, .send, .startTimer, .cancelTimers, .cancelPending, .suppress,
      .resubscribe, .confirmOptOut, .confirmOptIn, .answerHelp, .dropNumber, .end:
      break
    }
    return EffectClaim(kind: kind, detail: entry.value.text)
  }

  private func captures(_ node: YAMLNode?) -> [(kind: CaptureKind, text: String)] {
    (node?.entries ?? []).compactMap { entry in
      CaptureKind.allCases.first { $0.keyword == entry.key.name }.map { ($0, entry.value.text) }
    }
  }

  // MARK: Findings

  private mutating func index(of node: YAMLNode, among known: [String], _ kind: String) -> Int? {
    if let index = known.firstIndex(of: node.text) { return index }
    unknown(kind, node, among: known)
    return nil
  }

  private mutating func unknown(
    _ kind: String, _ node: YAMLNode, among known: [String], hint: String? = nil, owner: String? = nil
  ) {
    let near = nearestName(to: node.text, in: known)
    findings.append(
      Diagnostic(
        .unknownReference, "\(owner ?? "the workflow '\(program.name)' has") no \(kind) '\(node.text)'",
        at: node.range,
        notes: hint.map { [Diagnostic.Note($0)] } ?? [],
        fixIts: hint == nil
          ? near.map { [Diagnostic.FixIt("replace with '\($0)'", replace: node.range, with: $0)] } ?? [] : [])
    )
  }

  private mutating func report(_ id: DiagnosticID, _ message: String, _ node: YAMLNode) {
    findings.append(Diagnostic(id, message, at: node.range))
  }
}

extension FieldType {
  /// To stand behind "must be".
  fileprivate var phrase: String {
    switch self {
    case .text: "a text"
    case .money: "an amount of money such as $1.2M"
    case .count: "a whole number of things"
    case .number: "a number"
    case .flag: "yes or no"
    case .phone: "a phone number such as (212) 555-0143"
    case .email: "an email address"
    case .date: "a date such as 2026-01-05"
    }
  }
}

extension YAMLNode {
  /// A key as a value of its own, so that findings about names read alike.
  fileprivate init(naming key: YAMLKey) {
    self.init(.scalar(YAMLScalar(SourceText(key.name, at: key.range), style: .plain)), at: key.range)
  }
}
