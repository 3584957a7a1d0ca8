import Diagnostics
import TestSupport
import Testing
import WorkflowCompiler
import WorkflowTestSupport
import WorkflowTesting

@Suite struct TestRunnerTests {
  @Test(
    arguments: [
      "expect: { state: drafted, quality: 100, priority: 100, qualified: true, queue: high, agent: cathy }",
      "expect: { campaign: FIRST, flags: [], status: new, nothing_sent: true, recommend: none }",
      "given: { lead: { employee_count: \"\" } }\n    expect: { quality: 100 }",
      "given: { lead: { owner_name: \"\" } }\n    expect: { state: tracing, effects: [trace] }",
      "given: { lead: { do_not_call: checked } }\n    expect: { campaign: none, nothing_sent: true }",
      "given: { lead: { owner_name: \"LEE, BO\" } }\n    when: { event: approved }\n    expect: { says: [Hi Bo] }",
      "when: { event: approved }\n    expect: { says: texts.hello, state: contacted, status: contacted }",
      "when: { event: approved }\n    expect: { says: [Hi Ann], effects: [send, start_timer, status: contacted] }",
      "when: [{ event: approved }, { wait: 3d }]\n    expect: { state: nudging, says: [texts.nudge] }",
      "when: [{ event: approved }, { wait: 2d }, { wait: 23h59m }]\n    expect: { state: contacted }",
      "when: [{ event: approved }, { wait: 30d }]\n    expect: { state: parked, says: Is now a bad time? }",
      "when: [{ event: approved }, { intent: interested }]\n    expect: { state: talking, says: [texts.ask] }",
      "when: [{ event: approved }, { intent: interested }]\n    expect: { state: talk/ask, status: engaged }",
      "when: [{ event: approved }, { intent: opt_out }]\n    expect: { state: opted_out, effects: [suppress] }",
      "when: [{ event: approved }, { reply: STOP }, { reply: START }]\n    expect: { effects: resubscribe }",
      "when: [{ event: approved }, { reply: HELP }]\n    expect: { state: contacted, nothing_sent: true }",
      "when: [{ event: approved }, { reply: STOP }, { wait: 90d }]\n    expect: { nothing_sent: true }",
      "when: [{ event: approved }, { replies: [Stop, sorry wrong chat] }]\n    expect: { state: opted_out }",
      "given: { start: 2026-07-04 }\n    when: [{ event: approved }, { wait: 3d, expect: { says: [texts.hello] } }]",
      """
      when: [{ event: approved }, { intent: interested, captures: { email: ann@acme.example } }]
          expect: { captures: { email: ann@acme.example } }
      """,
      "when: [{ event: approved }, { event: taken_over }, { intent: interested }]\n    expect: { effects: [notify: cathy] }",
      """
      when:
            - { event: approved }
            - { intent: interested, captures: { email: ann@acme.example } }
          expect: { captured: { email: ann@acme.example } }
      """,
      """
      given: { lead: { owner_name: "", mobile_phone: "" } }
          when:
            - trace: found
              brings: { owner_name: Bo Fox, mobile_phone: 217-555-0143 }
              expect: { state: drafted }
            - event: approved
          expect: { says: [Hi Bo] }
      """,
    ])
  func `an expectation that is met passes`(body: String) {
    let report = report(cases: "  it:\n    \(body)\n")
    #expect(report.hasPassed, "\(report.text())")
    #expect(report.caseCount == 1)
  }

  @Test func `a failure shows the difference, what happened, and the lines`() {
    let report = report(
      cases: """
          the wrong agent is expected:
            expect: { agent: gianna, quality: 80, flags: [missing_owner] }
          a text is missing:
            when:
              - event: approved
                expect: { says: [texts.ask, texts.hello] }
              - wait: 3d
                expect: { says: ["Is this a bad time?"], state: talking }
              - intent: not_interested
          what happened is not what was asked for:
            when: [{ event: approved }, { intent: interested }]
            expect:
              nothing_sent: true
              captured: { time: tomorrow }
              effects: [notify: gianna]
              status: closed
          a quiet step was to say something:
            when: [{ event: rejected }]
            expect: { nothing_sent: false }
          all is well: { expect: { state: drafted } }

        """)
    #expect(!report.hasPassed)
    expectGolden(report.text(), "failures.txt")
    expectGolden(report.json(withCoverage: false), "failures.json")
    expectGolden(report.junit(), "failures.xml")
  }

  @Test func `a text that caps hold back is said when they lift`() {
    let report = report(
      beginning + """
          one a day:
            when:
              - event: approved
                expect: { says: [texts.hello] }
              - wait: 2h
                expect: { nothing_sent: true }
              - wait: 1d
                expect: { says: [texts.nudge] }
          an answer is not held back:
            when:
              - { event: approved }
              - { wait: 2h }
              - intent: interested
                expect: { says: [texts.ask] }

        """,
      project: SmallProject(
        states: SmallProject.journey.replacing("after: { 3d: nudging }", with: "after: { 1h: nudging }"),
        limits: "limits: { messages_per_day: 1 }"))
    #expect(report.hasPassed, "\(report.text())")
  }

  @Test func `what does not fit the language is found before anything runs`() {
    let report = report(
      cases: """
          shape:
            given: { lead: [Ann] }
            when: [{ event: approved, wait: 3d }, { wait: soon }, { brings: {}, wait: 1d }]
            expect: { sate: drafted, says: [x], nothing_sent: true, effects: [sing] }

        """)
    #expect(report.suites.isEmpty && !report.hasPassed)
    expectGolden(report.text(), "shape-findings.txt")
  }

  @Test(arguments: ["owner_name: Current Owner", "state: Nowhere", "zip_code: 12", "mobile_phone: 416 555"])
  func `what an import would not take is found before anything runs`(field: String) {
    let report = report(cases: "  it: { given: { lead: { \(field) } } }\n")
    #expect(report.suites.isEmpty && !report.hasPassed)
  }

  @Test func `names that the workflow does not have are found before anything runs`() {
    let report = report(
      cases: """
          names:
            given:
              row: { file: ../secret.csv, record_id: R1 }
              lead: { owner: Ann Lee, annual_revenue: plenty, mobile_phone: 12 }
            when: [{ event: aproved }, { event: reply.interested }, { intent: intrested }]
            expect:
              state: drafed
              agent: cathi
              queue: lowest
              campaign: SECOND
              flags: [missing_owners]
              says: [texts.helo, other.thing, { intent: unclr }]
              effects: [{ notify: gina }, { refuse: lead_limits }]

        """)
    #expect(report.suites.isEmpty && !report.hasPassed)
    expectGolden(report.text(), "name-findings.txt")
  }

  @Test func `a lead of a file is the one an import makes`() {
    let file =
      "record_id,business_name,owner_name,mobile_phone,annual_revenue\nR1,Acme,ANN LEE,2175550142,$900K\n"
    let cases = """
        of the file:
          given: { row: { file: leads.csv, record_id: R1 } }
          expect: { quality: 70, priority: 70 }
        with a field replaced:
          given: { row: { file: leads.csv, record_id: R1 }, lead: { annual_revenue: 1000000 } }
          expect: { quality: 85 }

      """
    let passed = report(cases: cases, leadFiles: ["leads.csv": file])
    #expect(passed.hasPassed, "\(passed.text())")
    let missing = report(cases: cases)
    #expect(missing.findings.map(\.id) == [.fileNotReadable, .fileNotReadable])
    let unknown = report(cases: cases.replacing("R1", with: "R2"), leadFiles: ["leads.csv": file])
    #expect(unknown.findings.map(\.id) == [.unknownReference, .unknownReference])
  }

  @Test(
    arguments: [
      ("workflow: small\nlanguage: 1\n", "missing-key"),
      ("tests: a\nlanguage: 1\ncases: {}\n", "missing-key"),
      ("tests: a\nlanguage: 1\nworkflow: smal\ncases: {}\n", "unknown-reference"),
      ("tests: a\nlanguage: 1\nworkflow: [\n", "unclosed-bracket"), ("", "empty-file"),
    ])
  func `a file that holds no tests is told`(text: String, id: String) {
    let report = report(text)
    #expect(report.findings.contains { $0.id.rawValue == id }, "\(report.text())")
    #expect(!report.hasPassed)
    #expect(isWellFormedXML(report.junit()), "\(report.junit())")
  }

  @Test func `all that was read is named, so that nothing is written over it`() {
    let paths = Set(report(cases: "  it: {}\n").files.files.map(\.path))
    #expect(
      paths.isSuperset(of: ["workflows/small.yaml", "workflows/tests/small.yaml", "templates/texts.yaml"]))
  }

  @Test func `a workflow that does not compile is told once, and each file that tests it fails`() {
    let report = report(
      beginning + "  it: {}\n", project: SmallProject(states: "states:\n  imported: { then: nowhere }"))
    #expect(report.findings.hasErrors && report.suites.isEmpty)
    #expect(report.findings.contains { $0.message.contains("nowhere") }, "\(report.text())")
  }

  @Test(arguments: UInt64(0)..<150)
  func `any file of tests is safe to run`(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let pieces = [
      "{}", "[]", ": ", "- ", "\n", "  ", "null", "wait: 9w", "\"", "é", ",", "intent: opt_out", "}",
    ]
    var text = Array(
      (beginning
        + "  a: { when: [{ event: approved }, { wait: 3d }, { reply: STOP }], expect: { says: x } }\n").utf8)
    for _ in 0..<Int.random(in: 1...4, using: &random) {
      let place = Int.random(in: 0...text.count, using: &random)
      let end = min(text.count, place + Int.random(in: 0...8, using: &random))
      text.replaceSubrange(place..<end, with: Array((pieces.randomElement(using: &random) ?? "").utf8))
    }
    let report = report(String(decoding: text, as: UTF8.self))
    #expect(report.suites.isEmpty == report.findings.hasErrors)
    #expect(isWellFormedXML(report.junit()))
    #expect(!report.text().isEmpty && !report.json(withCoverage: true).isEmpty)
  }
}
