import LeadModel
import WorkflowEngine
import WorkflowProgram

/// What a dry run came to.
public struct SimulationResult: Sendable {
  let program: ClientProgram
  let settings: SimulationSettings
  let leads: Int
  let tally: Tally
  let secondLook: SecondLook
  let journal: [JournalEntry]
  let names: [UInt32: LeadName]

  /// States entered and arrows taken, over all leads: the measure of speed.
  public var steps: Int { tally.steps }
  public var leadCount: Int { leads }
  public var textsSent: Int { tally.sent }

  /// Breaches of the law or of a promise; 0, or there is a bug of ours.
  public var breaches: Int {
    tally.unlawful + tally.sentAfterOptOut + secondLook.breaches
  }

  /// Dollars for all segments, opt-out confirmations included.
  var cost: Double { Double(tally.segments * program.simulation.segmentMicrodollars) / 1_000_000 }

  /// The stages of the funnel, widest first.
  var funnel: [(name: String, count: Int)] {
    var stages: [(name: String, count: Int)] = [("imported", leads), ("drafted", tally.drafted)]
    stages.append(("approved", tally.approved))
    for status in LeadStatus.allCases.dropFirst() {
      stages.append((status.name, tally.statuses[Int(status.rawValue)]))
    }
    return stages
  }

  /// Where leads stood at the end: final states first, by how many.
  var ends: [(name: String, count: Int, isFinal: Bool)] {
    program.machine.states.indices
      .filter { 0 < tally.ends[$0] }
      .map { (program.machine.states[$0].path, tally.ends[$0], program.machine.states[$0].isFinal) }
      .sorted { ($0.isFinal ? 1 : 0, $0.count, $1.name) > ($1.isFinal ? 1 : 0, $1.count, $0.name) }
  }

  /// Journeys worth reading: one for each different end, the longest first, at most `samples`.
  var sampleLeads: [UInt32] {
    var lengths: [UInt32: Int] = [:]
    for entry in journal where Int(entry.lead) < settings.sampledLeads {
      lengths[entry.lead, default: 0] += 1
    }
    var seenEnds: Set<StateID> = []
    let byLength = lengths.sorted { ($0.value, $1.key) > ($1.value, $0.key) }
    return byLength.filter { seenEnds.insert(names[$0.key]?.end ?? program.machine.initial).inserted }
      .prefix(settings.samples).map(\.key)
  }
}
