import Expressions
import LeadModel
import TestSupport
import Testing
import WorkflowCompiler
import WorkflowEngine
import WorkflowProgram
import WorkflowTestSupport

@Suite struct ConditionEvaluatorTests {
  /// Reads flags, presence, bands and names, alone and together; some through tables, some too wide for one.
  private static let extra = """
    simulation:
      replies:
        adjust:
          calls: { when: "!lead.do_not_call", times: 2 }
          reachable: { when: has(lead.mobile_phone) && !has(lead.owner_name), times: 2 }
          texted: { when: 'status == "contacted" || campaign == "" && qualified', times: 2 }
          routed: { when: 'queue != "" && agent != "" && has(lead.state)', times: 2 }
          large: { when: lead.employee_count > 50 && has(lead.city), times: 2 }
          worn: { when: history.unanswered > 1 || history.days_since_contact > 3, times: 2 }
          failing: { when: 100 / lead.employee_count > 5, times: 2 }
    """

  @Test(arguments: UInt64(0)..<8)
  func `a condition means the same whichever way it is evaluated`(seed: UInt64) throws {
    var programs = [try SmallProject(extra: Self.extra).program()]
    programs.append(try #require(ShippedProject.compile("ecbb").program))
    for program in programs {
      let evaluator = ConditionEvaluator(program: program)
      var random = SplitMix64(seed: seed)
      for _ in 0..<40 {
        let lead = makeLead(program, usualLead.filter { _ in Bool.random(using: &random) })
        if Bool.random(using: &random) {
          let isSet = Int64.random(in: 0...1, using: &random)
          lead.batch.setInt(isSet, field: StandardField.doNotCall.rawValue, row: 0)
        }
        let state = randomState(program, lead, &random)
        for index in program.conditions.indices {
          let condition = ConditionID(index: index)
          var failures: [ConditionFailure] = []
          #expect(
            evaluator.holds(condition, lead: lead, state: state, at: monday, failures: &failures)
              == program.holds(condition, lead: lead, state: state, at: monday),
            "\(program.conditions[index].expression.source), seed \(seed)")
        }
      }
    }
  }

  private func randomState(
    _ program: ClientProgram, _ lead: LeadRow, _ random: inout SplitMix64
  ) -> LeadState {
    var state = LeadState(at: program.machine.initial)
    if Bool.random(using: &random) { state.decision = program.decide(lead) }
    state.status = LeadStatus.allCases.randomElement(using: &random) ?? .new
    state.unanswered = UInt16.random(in: 0...3, using: &random)
    if Bool.random(using: &random) {
      state.texts.record(
        at: monday.advanced(byMilliseconds: -Int64.random(in: 0...10, using: &random) * day), keeping: 3)
    }
    return state
  }
}
