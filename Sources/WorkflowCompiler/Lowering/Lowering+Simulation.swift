import Diagnostics
import WorkflowProgram
import WorkflowSyntax

extension LoweringContext {
  /// Reads `simulation:`; what is not said has the defaults stated here.
  mutating func simulation(
    _ node: YAMLNode?, in scope: RuleEnvironment, intents: [String]
  ) -> SimulationModel {
    let trace = node?["skip_trace"]
    let approval = node?["approval"]
    let delivery = node?["delivery"]
    let replies = node?["replies"]
    let proposal = node?["proposal"]
    var weights = intents.map { _ in 0 }
    for entry in replies?["intents"]?.entries ?? [] {
      guard let index = intents.firstIndex(of: entry.key.name) else {
        reportUnknown("intent", entry.key.name, at: entry.key.range, known: intents)
        continue
      }
      weights[index] = entry.value.integer
    }
    var adjustments: [SimulationModel.Adjustment] = []
    for entry in replies?["adjust"]?.entries ?? [] {
      guard let when = entry.value["when"], let condition = condition(when, in: scope) else { continue }
      let times = entry.value["times"]?.number ?? 1
      adjustments.append(
        SimulationModel.Adjustment(
          name: entry.key.name, condition: condition,
          timesThousandths: Int(min(max(0, times), 1_000) * 1_000)))
    }
    let dollars = node?["segment_cost"]?.money ?? 0.0079
    return SimulationModel(
      traceFound: chance(trace?["found"], default: 70), traceMobile: chance(trace?["mobile"], default: 60),
      traceDelay: delay(trace?["takes"], 60_000, 1_800_000),
      approved: chance(approval?["approved"], default: 97),
      approvalDelay: delay(approval?["takes"], 300_000, 14_400_000),
      delivered: chance(delivery?["delivered"], default: 95),
      invalidNumber: chance(delivery?["invalid_number"], default: 0),
      deliveryDelay: delay(delivery?["takes"], 2_000, 60_000),
      replyRate: chance(replies?["rate"], default: 22),
      conversationRate: chance(replies?["in_conversation"], default: 60),
      laterTouches: chance(replies?["later_touches"], default: 60),
      replyDelay: delay(replies?["takes"], 60_000, 172_800_000),
      adjustments: adjustments, intentWeights: weights,
      closed: chance(proposal?["closed"], default: 25),
      closingDelay: delay(proposal?["takes"], 604_800_000, 2_419_200_000),
      segmentMicrodollars: Int(min(max(0, dollars), 1_000) * 1_000_000 + 0.5))
  }

  private func chance(_ node: YAMLNode?, default percent: Int) -> SimulationModel.Chance {
    SimulationModel.Chance(tenThousandths: node.map { Int($0.percentage * 10_000 + 0.5) } ?? percent * 100)
  }

  private mutating func delay(_ node: YAMLNode?, _ from: Int64, _ to: Int64) -> SimulationModel.Delay {
    let first = node?["from"]?.durationMilliseconds ?? from
    let last = node?["to"]?.durationMilliseconds ?? to
    if last < first, let written = node?["to"] {
      report(.wrongType, "the delay ends before it begins", at: written.range)
    }
    return SimulationModel.Delay(fromMilliseconds: first, toMilliseconds: max(first, last))
  }
}
