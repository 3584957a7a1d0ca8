import Diagnostics
import LeadModel
import TestSupport
import Testing
import WorkflowCompiler
import WorkflowProgram
import WorkflowSyntax
import WorkflowTestSupport

/// What is wrong with a workflow, by the name of the golden that says how it is told.
private let mistakes: [(name: String, project: SmallProject)] = [
  ("unknown-state", SmallProject(states: SmallProject.journey + "\n  lost: { on: { sent: contactd } }")),
  (
    "unreachable-and-dead-end",
    SmallProject(states: SmallProject.journey + "\n  island: { after: { 1d: parked } }\n  pit: {}")
  ),
  (
    "unreachable-behind-another",
    SmallProject(
      states: SmallProject.journey + """

          tail_2: { after: { 1d: parked } }
          tail_1: { after: { 1d: tail_2 } }
          round_1: { after: { 1d: round_2 } }
          round_2: { after: { 1d: round_1, 2d: tail_2 } }
        """)
  ),
  (
    "definitions-out-of-order", SmallProject(definitions: "  big: large || vast\n  vast: big\n  large: false")
  ),
  (
    "outcome-mistyped",
    SmallProject(
      flows: SmallProject.talk.replacing(
        "on: { reply.*: { end: booked } }", with: "on: { reply.*: { end: bookd } }"))
  ),
  (
    "fact-not-set",
    SmallProject(
      extra: """
        templates:
          texts:
            texts:
              nudge: { text: "{fact.years} years at it." }
              ask: { text: "After {fact.years} years, would you sell?" }
              hello: { text: "We are {fact.age} old. Reply STOP to opt out" }
        """)
  ),
  (
    "eventless-cycle",
    SmallProject(
      states: """
        states:
          imported: { then: [{ to: a }] }
          a: { then: [{ when: quality > 5, to: b }, { to: won }] }
          b: { then: [{ to: a }] }
          won: { final: true }
        """, flows: "flows: {}")
  ),
  (
    "send-loop",
    SmallProject(
      states: """
        states:
          imported: { then: [{ to: a }] }
          a: { say: texts.ask, on: { sent: b, failed: won } }
          b: { on: { delivered: a, failed: won } }
          won: { final: true }
        """, flows: "flows: {}")
  ),
  (
    "outcome-without-target",
    SmallProject(states: SmallProject.journey.replacing("end.booked: won, ", with: ""))
  ),
  (
    "flow-leaves-by-name",
    SmallProject(flows: SmallProject.talk.replacing("reply.*: again", with: "reply.*: parked"))
  ),
  (
    "opt-out-in-yaml",
    SmallProject(
      states: SmallProject.journey.replacing("reply.interested: talking", with: "reply.opt_out: talking"))
  ),
  (
    "limits-looser-than-law",
    SmallProject(limits: "limits: { texts_per_day: 900, hours: { from: \"6:00\" } }")
  ),
  (
    "percentages",
    SmallProject(
      extra:
        "simulation: { replies: { rate: 1e20%, in_conversation: -5%, later_touches: 15 }, delivery: { delivered: 500% } }"
    )
  ),
  (
    "law-beyond-its-shape",
    SmallProject(
      law: SmallProject.law.replacing("opt_out: [stop]", with: "opt_out: [halt, start, \"!!\"]").replacing(
        "within: 5m", with: "within: 1h"))
  ),
  (
    "never-matches",
    SmallProject(
      extra: """
        recommend:
          good: { when: priority >= 60 }
          better: { when: priority >= 80 }
          best: { when: priority >= 120 }
        """)
  ),
  (
    "names-in-expressions",
    SmallProject(
      extra: "assignment: { a: { when: lead.owner_nmae == \"x\" }, b: { when: industri == \"y\" } }")
  ),
  (
    "type-in-expressions",
    SmallProject(extra: "assignment: { a: { when: lead.city > 5 }, b: { when: quality } }")
  ),
  (
    "unknown-template",
    SmallProject(states: SmallProject.journey.replacing("texts.nudge", with: "texts.nugde"))
  ),
  (
    "names-that-lead-out",
    SmallProject(
      states: SmallProject.journey.replacing("texts.nudge", with: "../../etc/passwd.x"),
      flows: SmallProject.talk.replacing("texts.ask", with: ".x"),
      extra: "intents_from: ../../../etc/passwd",
      messages: SmallProject.required.replacing("texts.help", with: "../up.x"))
  ),
  ("intents-from-nowhere", SmallProject(extra: "intents_from: texs")),
  (
    "changes-out-of-shape",
    SmallProject(
      extra: """
        personas:
          gianna: { voice: 3, name: [a], voise: x }
          cathy: { escalation: { to: gianna } }
        templates:
          texts: { texts: { hello: { segmnts: 4, use: opner }, other: { theme: law, text: Hi. } } }
        """)
  ),
  (
    "unknown-action",
    SmallProject(states: SmallProject.journey.replacing("do: [skip_trace]", with: "do: [skiptrace]"))
  ),
  ("nothing-for-stop-and-help", SmallProject(messages: "")),
  (
    "required-texts",
    SmallProject(
      messages:
        "messages: { opt_out_confirmation: texts.ask, opt_in_confirmation: texts.hello, help_reply: texts.nudge }"
    )
  ),
  (
    "unused-flow",
    SmallProject(
      states: SmallProject.journey.replacing("flow: talk", with: "do: [notify]").replacing(
        "on: { end.booked: won, end.silent: parked, failed: parked }", with: "on: { reply.*: won }"))
  ),
]

/// What is wrong with `model:` and who answers by it, by the name of the golden.
private let modelMistakes: [(name: String, model: String)] = [
  ("model-missing", ""),
  (
    "model-endpoints",
    """
    model:
      endpoint: "http://models.example/v1"
      name: small-1
      timeout: 5m
      sees: [city, industri]
    """
  ),
  (
    "model-secrets",
    """
    model:
      endpoint: "https://models.example/v1?api_key=abc"
      name: small-1
      api_key: sk-0123456789abcdef0123456789
    """
  ),
  (
    "model-values",
    """
    model:
      endpoint: models.example/v1
      api_key: SMALL_KEY
      timeout: 8
      max_tokens: 5
      temperature: 3
    """
  ),
]

@Suite struct CompilerFindingTests {
  @Test(arguments: modelMistakes.map(\.name)) func `a mistake about the model is told`(name: String) throws {
    let model = try #require(modelMistakes.first { $0.name == name }?.model)
    let small = SmallProject(extra: model)
    let text = small.workflow.replacing("{ persona: gianna,", with: "{ persona: gianna, responder: model,")
    var compiler = WorkflowCompiler(provider: small.project)
    let compilation = compiler.compile(DocumentFile(path: "workflows/small.yaml", bytes: Array(text.utf8)))
    expectGolden(TextRenderer(files: compilation.files).render(compilation.diagnostics), "\(name).txt")
    #expect(compilation.hasErrors)
  }

  @Test(arguments: [
    ("https://models.example", "https://models.example/chat/completions"),
    ("https://models.example/v1/", "https://models.example/v1/chat/completions"),
    ("https://models.example/v1/chat/completions", "https://models.example/v1/chat/completions"),
    ("https://models.example:8443/v1?version=2", "https://models.example:8443/v1/chat/completions?version=2"),
    ("http://localhost:11434/v1", "http://localhost:11434/v1/chat/completions"),
    ("http://127.0.0.1/v1", "http://127.0.0.1/v1/chat/completions"),
    ("http://[::1]:80/v1", "http://[::1]:80/v1/chat/completions"),
    ("http://127.evil.example/v1", nil), ("http://localhost.example/v1", nil), ("http://10.0.0.1/v1", nil),
    ("https://me@models.example/v1", nil), ("https://models.example:0/v1", nil),
    ("https://models.example:x/v1", nil), ("https://[::1/v1", nil), ("https://:80/v1", nil),
    ("https://models.example/v1#a", nil), ("https://models.example/v1?access_token=a", nil),
    ("ftp://models.example/v1", nil), ("https://mod%65ls.example/v1", nil),
  ])
  func `a model is asked over https, or on this machine`(written: String, address: String?) throws {
    let compilation = SmallProject(extra: "model: { endpoint: \"\(written)\", name: small-1 }").compile()
    #expect(compilation.program?.languageModel?.endpoint == address)
    #expect(compilation.hasErrors == (address == nil))
  }

  @Test func `a model says no more than it must, and nothing unless asked`() throws {
    let plain = try SmallProject().program()
    #expect(plain.languageModel == nil)
    #expect(plain.decisions.agents.allSatisfy { $0.responder == .templates })
    let program = try SmallProject(extra: "model: { endpoint: \"https://models.example/v1\", name: small-1 }")
      .program()
    #expect(
      program.languageModel
        == LanguageModelProgram(endpoint: "https://models.example/v1/chat/completions", name: "small-1"))
    #expect(program.decisions.agents.allSatisfy { $0.responder == .templates })
  }

  @Test(arguments: mistakes.map(\.name)) func `a mistake is told`(name: String) throws {
    let project = try #require(mistakes.first { $0.name == name }?.project)
    let compilation = project.compile()
    expectGolden(TextRenderer(files: compilation.files).render(compilation.diagnostics), "\(name).txt")
  }

  @Test func `an opener cannot lead out of the project either`() {
    let small = SmallProject()
    let text = small.workflow.replacing(
      "opener: { hello: { say: texts.hello } }",
      with:
        "opener: { themed: { when: quality > 1, library: ../../etc/passwd }, one: { when: quality > 2, say: ../up.x }, two: nowhere.x }"
    )
    var compiler = WorkflowCompiler(provider: small.project)
    let mistaken = compiler.compile(DocumentFile(path: "workflows/small.yaml", bytes: Array(text.utf8)))
    expectGolden(
      TextRenderer(files: mistaken.files).render(mistaken.diagnostics), "openers-that-lead-out.txt")
  }

  @Test func `a time zone that nobody has is told with the one that was meant`() {
    let small = SmallProject()
    func findings(_ zone: String) -> Compilation {
      let text = small.workflow.replacing("America/New_York", with: zone)
      var compiler = WorkflowCompiler(provider: small.project)
      return compiler.compile(DocumentFile(path: "workflows/small.yaml", bytes: Array(text.utf8)))
    }
    let mistaken = findings("America/NewYork")
    expectGolden(TextRenderer(files: mistaken.files).render(mistaken.diagnostics), "unknown-time-zone.txt")
    #expect(mistaken.program == nil)
    #expect(findings("Europe/Berlin").hasErrors)
    #expect(findings("US/Pacific").program?.client.timezone == .losAngeles)
  }

  @Test func `the law's own file is checked wholly`() {
    let law = SmallProject.law.replacing("mon_fri: 08:00-20:00", with: "mon_fri: 8-21").replacing(
      "{ christmas: December 25 }", with: "{ christmas: December 35, eve: 5 foo day after Easter }"
    ).replacing("  FL: {", with: "  XX: { source: none, confidence: N }\n  FL: { cap: 3 a day,")
    var compiler = WorkflowCompiler(provider: MemoryProject())
    let mistaken = compiler.check(DocumentFile(path: "workflows/legal/us.yaml", bytes: Array(law.utf8)))
    expectGolden(TextRenderer(files: mistaken.files).render(mistaken.diagnostics), "law-alone.txt")
    let sound = compiler.check(
      DocumentFile(path: "workflows/legal/us.yaml", bytes: Array(SmallProject.law.utf8)))
    #expect(sound.diagnostics.isEmpty)
  }

  @Test func `a workflow without a mistake has no findings`() {
    let compilation = SmallProject().compile()
    #expect(TextRenderer(files: compilation.files).render(compilation.diagnostics) == "")
    #expect(compilation.program != nil)
  }

  @Test func `equal rules have equal hashes, whatever their layout`() throws {
    let plain = try SmallProject().program()
    let commented = try SmallProject(extra: "# a comment\n").program()
    let changed = try SmallProject(limits: "limits: { messages_per_lead: 5 }").program()
    #expect(plain.hash == commented.hash)
    #expect(plain.hash != changed.hash)
  }

  @Test func `a file of flows alone is a part of others`() {
    let text = "workflow: part\nlanguage: 1\n" + SmallProject.talk
    var compiler = WorkflowCompiler(provider: SmallProject().project)
    let part = compiler.compile(DocumentFile(path: "workflows/part.yaml", bytes: Array(text.utf8)))
    #expect(part.diagnostics.isEmpty)
    #expect(part.program == nil)
    let wrong = text.replacing("start: ask", with: "strat: ask")
    let mistaken = compiler.compile(DocumentFile(path: "workflows/wrong.yaml", bytes: Array(wrong.utf8)))
    #expect(mistaken.hasErrors)
    let client = text + "\nclient: { name: Acme }"
    let whole = compiler.compile(DocumentFile(path: "workflows/whole.yaml", bytes: Array(client.utf8)))
    #expect(whole.hasErrors)
  }

  @Test(arguments: ["../../etc/passwd", "a/b", "", "."])
  func `a name cannot lead out of the project`(name: String) {
    var project = SmallProject().project
    let text = "workflow: over\nlanguage: 1\nextends: \"\(name)\"\n"
    project.add(.workflow, text)
    var compiler = WorkflowCompiler(provider: project)
    let compilation = compiler.compile(DocumentFile(path: "workflows/over.yaml", bytes: Array(text.utf8)))
    #expect(compilation.hasErrors)
    #expect(compilation.program == nil)
  }

  @Test(arguments: [
    "{ say: texts.hello }", "texts.hello", "{ library: texts }", "{ plain: { say: texts.hello } }",
    "{ plain: texts.hello }",
  ])
  func `an opener may be given in another form than the base's`(opener: String) {
    for other in ["{ library: texts }", "{ plain: { library: texts } }", "{ plain: texts.hello }"] {
      var project = SmallProject().project
      project.add(.workflow, SmallProject().workflow)
      project.add(.workflow, Self.overlay("middle", of: "small", opener: other))
      let text = Self.overlay("over", of: "middle", opener: opener)
      var compiler = WorkflowCompiler(provider: project)
      let compilation = compiler.compile(DocumentFile(path: "workflows/over.yaml", bytes: Array(text.utf8)))
      #expect(compilation.diagnostics.map(\.message) == [], "over \(other)")
    }
  }

  private static func overlay(_ name: String, of base: String, opener: String) -> String {
    "workflow: \(name)\nlanguage: 1\nextends: \(base)\nclient: { name: A, domain: a.example, phone: (212) 555-0101 }\n"
      + "campaigns: { SMS_INITIAL: { opener: \(opener) } }\n"
  }

  @Test func `a queue that stands behind the base's last is told how to come before it`() {
    var project = SmallProject().project
    project.add(.workflow, SmallProject().workflow)
    let text = "workflow: over\nlanguage: 1\nextends: small\nqueues: { vip: { when: priority >= 95 } }\n"
    var compiler = WorkflowCompiler(provider: project)
    let compilation = compiler.compile(DocumentFile(path: "workflows/over.yaml", bytes: Array(text.utf8)))
    let finding = compilation.diagnostics.first { $0.id == .neverMatches }
    #expect(finding?.notes.last?.message == "'before: low' in 'vip' puts it in front of that")
  }

  @Test(arguments: ["base/small.yaml", "small.yml", "./small"])
  func `a path to a workflow is told the name to write`(path: String) {
    var project = SmallProject().project
    project.add(.workflow, SmallProject().workflow)
    let text = "workflow: over\nlanguage: 1\nextends: \(path)\n"
    var compiler = WorkflowCompiler(provider: project)
    let compilation = compiler.compile(DocumentFile(path: "workflows/over.yaml", bytes: Array(text.utf8)))
    #expect(compilation.diagnostics.first?.fixIts.map(\.replacement) == ["small"])
  }

  @Test func `what a file is told alone is not told again of what it gives`() {
    var project = SmallProject().project
    project.add(.workflow, SmallProject().workflow)
    let text = "workflow: over\nlanguage: 1\nextends: small\nlimits: { hors: { from: 1 } }\n"
    var compiler = WorkflowCompiler(provider: project)
    let compilation = compiler.compile(DocumentFile(path: "workflows/over.yaml", bytes: Array(text.utf8)))
    #expect(compilation.diagnostics.map(\.message) == ["'limits' has no key 'hors'"])
    #expect(compilation.diagnostics.first?.fixIts.map(\.replacement) == ["hours"])
  }

  @Test func `what a workflow takes out of a library is out, also where it extends another`() throws {
    let small = SmallProject()
    var project = small.project
    project.add(.workflow, small.workflow)
    project.add(
      .templates,
      SmallProject.texts.replacing(
        "text: \"Is now a bad time?\"", with: "variants: { a: Is now a bad time?, b: Still there? }"))
    let text = """
      workflow: over
      language: 1
      extends: small
      client: { name: Over }
      templates: { texts: { texts: { nudge: { variants: null, text: Any news? } } } }
      """
    var compiler = WorkflowCompiler(provider: project)
    let compilation = compiler.compile(DocumentFile(path: "workflows/over.yaml", bytes: Array(text.utf8)))
    #expect(TextRenderer(files: compilation.files).render(compilation.diagnostics) == "")
    let other = text.replacing("variants: null, ", with: "")
    let same = compiler.compile(DocumentFile(path: "workflows/over.yaml", bytes: Array(other.utf8)))
    #expect(TextRenderer(files: same.files).render(same.diagnostics) == "")
    #expect(
      same.changes.contains { $0.kind == .removed && $0.path == ["texts", "nudge", "variants"] },
      "a text that takes the place of variants shows in what is resolved")
    let both = text.replacing("variants: null", with: "variants: { a: Hm? }")
    let mistaken = compiler.compile(DocumentFile(path: "workflows/over.yaml", bytes: Array(both.utf8)))
    #expect(mistaken.diagnostics.map(\.id) == [.conflictingKeys])
  }

  /// What a client's file says of itself, and whether its texts would be signed with what a base is called.
  @Test(arguments: [
    ("", "workflows/over.yaml", 1), ("client: { timezone: America/Chicago }", "workflows/over.yaml", 1),
    ("client: { name: Over, domain: over.example, phone: (212) 555-0100 }", "workflows/over.yaml", 0),
    ("client: { name: Over, phone: (212) 555-0100 }", "workflows/over.yaml", 1),
    ("", "workflows/base/over.yaml", 0),
  ])
  func `a client that is called as its base is told`(client: String, path: String, count: Int) {
    var project = SmallProject().project
    project.add(.workflow, SmallProject().workflow, isShared: true)
    let text = "workflow: over\nlanguage: 1\nextends: small\n\(client)\n"
    var compiler = WorkflowCompiler(provider: project)
    let compilation = compiler.check(DocumentFile(path: path, bytes: Array(text.utf8)))
    #expect(compilation.diagnostics.count == count, "\(compilation.diagnostics.map(\.message))")
  }

  /// What a client's file says, and all it is told.
  private static let edits: [(edit: String, told: [String])] = [
    ("client: ~", ["'client' cannot be removed; messages say who sends them"]),
    ("states: { imported: null }", ["'states.imported' cannot be removed; every lead begins there"]),
    (
      "states: { contacted: { after: { 3 days: nudging } } }",
      ["a key of 'after' must be a duration such as 30m, 3d or 1h30m, not '3 days'"]
    ),
    (
      "scoring: { quality: { start: -5 } }",
      ["'start' must be a whole number from 0 to 1000 or 'quality', not '-5'"]
    ),
    (
      "scoring: { quality: { limit: 1e2 } }",
      ["'limit' must be a whole number from 1 to 1000, not '1e2'"]
    ),
    (
      "limits: { hours: { to: 9 } }", ["'to' must be a time of day such as 9:00 or 5:30pm, not '9'"]
    ),
    (
      "queues: { vip: { before: nonesuch, when: priority > 5 } }",
      ["there is no other entry 'nonesuch' in this map"]
    ),
    ("queues: { a: { before: b }, b: { before: a } }", ["no order fits: 'a' before 'b' before 'a'"]),
    ("queues: { low: null }", ["without 'low' a lead that no other queue takes waits in none"]),
    ("define: { local: lead.cty == 'x' }\nflags: { a: local }", ["'lead' has no field 'cty'"]),
    ("flags: { a: 'queue == \"high\"' }", ["'queue' is not known here yet"]),
    (
      "states: { contacted: { on: { failed: { when: lead.state == NO, to: parked } } } }",
      ["'NO' is not defined"]
    ),
    (
      "states: { contacted: { on: { end.bookd: parked } } }",
      ["'end.bookd' never comes; 'contacted' runs no flow"]
    ),
    (
      "states: { talking: { on: { end.bookd: parked } } }",
      ["'end.bookd' never comes; the flow of 'talking' does not end so"]
    ),
    (
      "states:\n  limbo:\n  contacted: { on: { failed: limbo } }", ["state 'limbo' is not defined"]
    ),
  ]

  @Test(arguments: edits.indices) func `an edit of a base is told one thing for one cause`(index: Int) {
    let (edit, told) = Self.edits[index]
    var project = SmallProject().project
    project.add(.workflow, SmallProject().workflow)
    let text = "workflow: over\nlanguage: 1\nextends: small\n\(edit)\n"
    var compiler = WorkflowCompiler(provider: project)
    let compilation = compiler.check(DocumentFile(path: "workflows/over.yaml", bytes: Array(text.utf8)))
    #expect(compilation.diagnostics.map(\.message) == told)
  }

  @Test func `a comment that would go on with an expression is told, and an ordinary one is not`() {
    var project = SmallProject().project
    project.add(.workflow, SmallProject().workflow)
    let text = """
      workflow: over
      language: 1
      extends: small
      flags:
        a: quality > 3 # && has(lead.city)
        b: quality > 3 # || has(lead.citty)
        c: quality # >= 80
        d: quality + 5 # + lead.employee_count > 10
        e: quality > 3 && # has(lead.city)
        f: industry in ["a", "b" # , "c"]
        g: has(lead.city # the rest is missing
        ordinary_h: quality > 3 # +20
        ordinary_i: quality > 3 # > 5 was too strict
        ordinary_j: quality > 3 # == good leads ==
        ordinary_k: quality > 3 # - see below
        ordinary_l: quality > 3 # in use since May
        ordinary_m: quality > 3 # <- looked at
        ordinary_n: quality > 3 # ? ask Ana
        ordinary_o: quality > 3 # / sixty
        ordinary_p: "quality > 3" # && more
        ordinary_q: |
          quality > 3 // && more
        ordinary_r: quality >= 3 # 80 or more
        ordinary_s: quality >= 3 # quality > 5 && has(lead.city)
      """
    var compiler = WorkflowCompiler(provider: project)
    let compilation = compiler.compile(DocumentFile(path: "workflows/over.yaml", bytes: Array(text.utf8)))
    expectGolden(
      TextRenderer(files: compilation.files).render(compilation.diagnostics),
      "comments-behind-expressions.txt")
  }

  @Test func `a finding in a base names the client's line it follows from`() {
    var project = SmallProject().project
    project.add(.workflow, SmallProject().workflow)
    func notes(_ edit: String) -> [String] {
      let text = "workflow: over\nlanguage: 1\nextends: small\n\(edit)\n"
      var compiler = WorkflowCompiler(provider: project)
      let compilation = compiler.compile(DocumentFile(path: "workflows/over.yaml", bytes: Array(text.utf8)))
      return compilation.diagnostics.flatMap(\.notes).map(\.message)
    }
    #expect(notes("states: { nudging: null }").contains("it is removed here"))
    #expect(
      notes("states: { contacted: { after: { 3d: parked } } }").contains("what led there is changed here"))
  }

  @Test func `a file that is named otherwise than its workflow is told`() {
    var compiler = WorkflowCompiler(provider: SmallProject().project)
    let text = SmallProject().workflow
    let findings = compiler.check(DocumentFile(path: "workflows/acme.yaml", bytes: Array(text.utf8)))
    #expect(
      findings.diagnostics.first?.message
        == "'workflow' should be the name of the file, 'acme', not 'small'")
  }

  @Test(arguments: [
    ("personas/ana.yaml", "persona"), ("p/workflows/tests/ana.yaml", "tests"),
    ("workflows/ana.yaml", "workflow"),
    ("templates/ana.yaml", "templates"), ("ana.yaml", "workflow"),
  ])
  func `a file without a first key is taken for what its folder is for`(row: (path: String, key: String)) {
    var compiler = WorkflowCompiler(provider: SmallProject().project)
    let findings = compiler.check(DocumentFile(path: row.path, bytes: Array("- a\n".utf8))).diagnostics
    #expect(findings.map(\.message) == ["expected '\(row.key): NAME' as the first key; the key is missing"])
  }

  @Test func `workflows that extend each other are refused`() {
    var project = MemoryProject()
    project.add(.workflow, "workflow: a\nlanguage: 1\nextends: b\n")
    project.add(.workflow, "workflow: b\nlanguage: 1\nextends: a\n")
    var compiler = WorkflowCompiler(provider: project)
    let compilation = compiler.compile(
      DocumentFile(path: "workflows/a.yaml", bytes: Array("workflow: a\nlanguage: 1\nextends: b\n".utf8)))
    #expect(compilation.diagnostics.map(\.id) == [.extendsCycle])
  }
}

/// Workflows that only say what replies mean.
private let replyParts = ["understanding", "reply-examples"]

@Suite struct ShippedWorkflowTests {
  @Test(arguments: ShippedProject().names(of: .workflow).filter { !replyParts.contains($0) })
  func `what is shipped compiles without a finding`(name: String) throws {
    let compilation = try ShippedProject.compile(name)
    #expect(TextRenderer(files: compilation.files).render(compilation.diagnostics) == "")
    #expect(compilation.program != nil)
  }

  @Test(arguments: ShippedProject().names(of: .workflow).filter { !replyParts.contains($0) })
  func `nothing that is shipped asks a language model`(name: String) throws {
    let program = try #require(ShippedProject.compile(name).program)
    #expect(program.languageModel == nil)
    #expect(program.decisions.agents.allSatisfy { $0.responder == .templates })
  }

  @Test func `a mistyped flow is told once, and what it was meant to be`() {
    var project = SmallProject().project
    project.add(.workflow, SmallProject().workflow)
    let text =
      "workflow: over\nlanguage: 1\nextends: small\nflows:\n  tlak: { states: { ask: { say: texts.nudge } } }\n"
    var compiler = WorkflowCompiler(provider: project)
    let compilation = compiler.compile(DocumentFile(path: "workflows/over.yaml", bytes: Array(text.utf8)))
    expectGolden(TextRenderer(files: compilation.files).render(compilation.diagnostics), "mistyped-flow.txt")
  }

  @Test func `a persona's own file names only intents that a workflow of the project knows`() {
    let text =
      SmallProject.persona("lone", shown: "Lone") + "\n" + """
        escalation: { when: [not_interested_twice, hostiel, intrested], to: person }
        replies: { interested: ["Good."], uncler: ["Pardon?"] }
        """
    var compiler = WorkflowCompiler(provider: SmallProject().project)
    let findings = compiler.check(DocumentFile(path: "personas/lone.yaml", bytes: Array(text.utf8)))
    expectGolden(TextRenderer(files: findings.files).render(findings.diagnostics), "persona-intents.txt")
    var without = WorkflowCompiler(provider: MemoryProject())
    #expect(
      without.check(DocumentFile(path: "personas/lone.yaml", bytes: Array(text.utf8))).diagnostics.isEmpty)
  }

  @Test func `a library's own file may name facts and fields of any client of the project`() {
    let library = """
      templates: mine
      language: 1
      about: Mine.
      texts:
        hello: { use: reply, theme: hello, text: "{fact.years} years, and {lead.boats|some} boats." }
      """
    let client = """
      workflow: harbor
      language: 1
      extends: small
      client: { facts: { years: 12 } }
      lead: { fields: { boats: { type: count } } }
      """
    func findings(_ text: String) -> [String] {
      var project = SmallProject().project
      project.add(.workflow, client)
      var compiler = WorkflowCompiler(provider: project)
      let file = DocumentFile(path: "templates/mine.yaml", bytes: Array(text.utf8))
      return compiler.check(file).diagnostics.map { "\($0.id.rawValue): \($0.message)" }
    }
    #expect(findings(library) == [])
    #expect(findings(library.replacing("fact.years", with: "fact.ages")).count == 1)
    #expect(findings(library.replacing("lead.boats", with: "lead.ships")).count == 1)
  }
}
