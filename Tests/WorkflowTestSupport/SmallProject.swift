import Diagnostics
public import WorkflowCompiler
public import WorkflowProgram

/// A workflow that fits on a page, with a persona and a few texts: what most tests of the machine need.
public struct SmallProject: Sendable {
  /// The parts of the workflow a test may replace; each is YAML from its key on.
  public var states: String
  public var flows: String
  public var limits: String
  public var extra: String
  public var messages: String
  public var law: String
  /// Further lines of `define:`, indented.
  public var definitions: String
  public var timezone = "America/New_York"

  public init(
    states: String = SmallProject.journey, flows: String = SmallProject.talk, limits: String = "limits: {}",
    extra: String = "", messages: String = SmallProject.required, law: String = SmallProject.law,
    definitions: String = ""
  ) {
    self.states = states
    self.flows = flows
    self.limits = limits
    self.extra = extra
    self.messages = messages
    self.law = law
    self.definitions = definitions
  }

  public static let required =
    "messages: { opt_out_confirmation: texts.bye, opt_in_confirmation: texts.welcome, help_reply: texts.help }"

  public static let journey = """
    states:
      imported:
        status: new
        do: [normalize]
        then:
          - { when: "!has(lead.owner_name)", to: tracing }
          - { to: scoring }
      tracing:
        do: [skip_trace]
        on: { trace.found: scoring, trace.missed: scoring }
        after: { 1h: scoring }
      scoring:
        do: [score, enqueue, assign, draft]
        then:
          - { when: campaign != "", to: drafted }
          - { to: parked }
      drafted:
        do: [request_approval]
        on: { approved: sending, rejected: parked }
      sending:
        do: [send]
        on: { sent: contacted, failed: parked }
      contacted:
        status: contacted
        on: { reply.interested: talking, reply.not_interested: parked, failed: parked }
        after: { 3d: nudging }
      nudging:
        say: texts.nudge
        on: { reply.*: talking, failed: parked }
        after: { 4d: parked }
      talking:
        status: engaged
        flow: talk
        on: { end.booked: won, end.silent: parked, failed: parked }
      won: { status: closed, final: true }
      parked: { final: true }
    """

  public static let talk = """
    flows:
      talk:
        start: ask
        states:
          ask:
            say: texts.ask
            on:
              reply.interested: { end: booked }
              reply.*: again
            after: { 2d: { end: silent } }
          again:
            say: texts.nudge
            on: { reply.*: { end: booked } }
            after: { 2d: { end: silent } }
    """

  public var workflow: String {
    """
    workflow: small
    language: 1
    client:
      name: Small Brokers
      domain: small.example
      phone: (212) 555-0100
      timezone: \(timezone)
      tier: starter
    \(limits)
    lead:
      bands:
        revenue_band:
          of: annual_revenue
          absent: unknown
          from: { under_1m: 0, over_1m: 1000000 }
    define:
      industry: lead.industry.trim().lowerAscii()\(definitions.isEmpty ? "" : "\n" + definitions)
    scoring:
      quality:
        start: 50
        limit: 100
        rules:
          trade: { when: 'industry in ["technology", "finance"]', add: 20 }
          revenue: { choose: lead.revenue_band, add: { under_1m: 0, over_1m: 15 } }
          headcount:
            first:
              - { when: lead.employee_count >= 50, add: 15 }
              - { when: lead.employee_count >= 10, add: 5 }
          reachable:
            limit: 20
            all:
              - { when: has(lead.mobile_phone), add: 10 }
              - { when: has(lead.owner_name), add: 15 }
      priority:
        start: quality
        limit: 100
        rules:
          large: { when: lead.employee_count > 100, add: 15 }
    qualified: quality >= 60
    queues:
      high: { when: priority >= 80 }
      low: {}
    flags:
      missing_owner: "!has(lead.owner_name)"
    agents:
      gianna: { persona: gianna, suits: { any: { when: "true", weight: 10 } } }
      cathy: { persona: cathy, suits: { high: { when: priority >= 80, weight: 20 } } }
    campaigns:
      FIRST:
        when: has(lead.mobile_phone)
        opener: { hello: { say: texts.hello } }
    intents: { opt_out: {}, interested: {}, not_interested: {}, auto_reply: {}, unclear: {} }
    \(extra)
    \(states)
    \(flows)
    \(messages)
    """
  }

  public static let texts = """
    templates: texts
    language: 1
    about: What the tests say.
    texts:
      hello:
        theme: hello
        use: opener
        segments: 2
        text: "Hi {firstName|there}, {agentName} with {brandName}. Would you sell {companyName|your business}? {optOut}"
      ask: { theme: ask, use: reply, segments: 1, text: "Which day suits you for a call?" }
      nudge: { theme: nudge, use: follow_up, segments: 1, text: "Is now a bad time?" }
      bye: { theme: law, use: confirmation, segments: 1, text: "{brandName}: opt-out confirmed. No more messages will be sent." }
      welcome: { theme: law, use: confirmation, segments: 1, text: "{brandName}: you get our texts again. Msg and data rates may apply. Reply HELP for help. {optOut}" }
      help: { theme: law, use: confirmation, segments: 1, text: "{brandName}: call {brandPhone} for help. {optOut}" }
    """

  public static func persona(_ name: String, shown: String) -> String {
    """
    persona: \(name)
    language: 1
    name: \(shown)
    role: outreach
    disclosure: "I'm an automated assistant for {brandName}."
    voice: { formality: casual }
    """
  }

  /// The project's documents, the workflow among them.
  public var project: MemoryProject {
    var project = MemoryProject()
    project.add(.workflow, workflow)
    project.add(.templates, Self.texts)
    project.add(.persona, Self.persona("gianna", shown: "Gianna"))
    project.add(.persona, Self.persona("cathy", shown: "Cathy"))
    project.add(.legal, law)
    return project
  }

  public static let law = """
    legal: us
    language: 1
    words: { opt_out: [stop], opt_in: [start], help: [help] }
    confirmation: { at_most: 1, within: 5m }
    margin: 15m
    federal: { mon_fri: 08:00-21:00, saturday: 08:00-21:00, sunday: 08:00-21:00, holidays: open, source: test, confidence: A }
    holidays: { christmas: December 25 }
    states:
      FL: { mon_fri: 08:00-20:00, saturday: 08:00-20:00, sunday: 08:00-20:00, holidays: open, source: test, confidence: A }
    """

  public func compile() -> Compilation {
    var compiler = WorkflowCompiler(provider: project)
    return compiler.compile(DocumentFile(path: "workflows/small.yaml", bytes: Array(workflow.utf8)))
  }

  /// The compiled program, or an error that says what is wrong.
  public func program() throws -> ClientProgram {
    let compilation = compile()
    guard let program = compilation.program else {
      throw CompileFailure(
        description: TextRenderer(files: compilation.files).render(compilation.diagnostics))
    }
    return program
  }
}

/// Why a test's workflow did not compile.
public struct CompileFailure: Error, CustomStringConvertible {
  public let description: String
}
