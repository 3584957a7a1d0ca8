import TestSupport
import Testing
import WorkflowTesting

@Suite struct CoverageTests {
  @Test func `what no case exercises is listed with its line`() throws {
    let report = report(
      cases: """
          a draft: { expect: { state: drafted } }
          a conversation: { when: [{ event: approved }, { intent: interested }, { intent: unclear }] }

        """)
    let coverage = try #require(report.coverage.first)
    expectGolden(coverage.text(), "coverage.txt")
    expectGolden(report.json(withCoverage: true), "coverage.json")
  }

  @Test func `cases that do everything leave nothing over`() throws {
    let report = report(
      cases: """
          no owner: { given: { lead: { owner_name: "" } }, when: [{ trace: found, brings: { owner_name: Bo } }] }
          no owner found: { given: { lead: { owner_name: "" } }, when: [{ trace: missed }, { event: rejected }] }
          no answer: { given: { lead: { owner_name: "" } }, when: [{ wait: 1h }] }
          no mobile: { given: { lead: { mobile_phone: "", industry: x, annual_revenue: 1 } } }
          large: { given: { lead: { employee_count: 101 } } }
          not sent: { when: [{ event: approved }, { wait: 3d }, { wait: 4d }] }
          undelivered: { when: [{ event: approved }, { event: failed }] }
          undelivered later: { when: [{ event: approved }, { wait: 3d }, { event: failed }] }
          undelivered last: { when: [{ event: approved }, { intent: interested }, { event: failed }] }
          no: { when: [{ event: approved }, { intent: not_interested }] }
          late: { when: [{ event: approved }, { wait: 3d }, { intent: unclear }, { wait: 2d }] }
          yes: { when: [{ event: approved }, { intent: interested }, { intent: interested }] }
          slow: { when: [{ event: approved }, { intent: interested }, { intent: unclear }, { intent: unclear }] }
          slower: { when: [{ event: approved }, { intent: interested }, { intent: unclear }, { wait: 2d }] }
          machine: { when: [{ event: approved }, { intent: auto_reply }] }
          stop: { when: [{ event: approved }, { reply: HELP }, { reply: STOP }, { reply: START }] }

        """)
    let coverage = try #require(report.coverage.first)
    #expect(report.hasPassed && coverage.cases == 16)
    // A lead that no provider takes fails on its way out, which no test can bring about by an event of its own.
    let missing = coverage.kinds.flatMap(\.missing).map(\.name)
    #expect(missing == ["sending: failed → parked"], "\(coverage.text())")
  }

  @Test func `cases of several files count together`() throws {
    #expect(report(cases: "  a: {}\n").coverage.map(\.workflow) == ["small"])
  }
}
