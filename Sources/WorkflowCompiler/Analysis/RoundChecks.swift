import Diagnostics
import WorkflowProgram
import WorkflowSyntax

/// Checks that leads who say nothing are not led, or written to, round and round.
struct RoundChecks {
  let rounds: SilentRounds
  let layout: StateLayout
  /// A round is told where the author can change it.
  let ownFile: SourceFileID?

  /// - Returns: The keys of the states about which an error was reported.
  func run(context: inout LoweringContext) -> Set<SourceRange> {
    var told: Set<Int> = []
    var keys: Set<SourceRange> = []
    for found in rounds.rounds(where: { $0.pace == .nothing }) {
      told.formUnion(found)
      let round = turned(rounds.round(through: found) { $0.pace == .nothing })
      guard let first = round.first, keys.insert(key(of: first)).inserted else { continue }
      context.report(
        .eventlessCycle, "these states follow each other without waiting: \(names(round))", at: key(of: first)
      )
    }
    func isOurs(_ step: SilentRounds.Step) -> Bool { step.pace <= .report && !step.handsOver }
    for found in rounds.rounds(where: isOurs) where told.isDisjoint(with: found) {
      guard let round = rounds.sendingRound(in: found, where: isOurs).map(turned) else { continue }
      told.formUnion(found)
      guard keys.insert(key(of: round[0])).inserted else { continue }
      context.report(
        .sendLoop, "this round sends texts without waiting for a reply or a timer: \(names(round))",
        at: key(of: round[0]))
    }
    return keys.union(checkUnanswered(told, context: &context))
  }

  /// Rounds of timers: each text waits, and none ever waits for the lead.
  private func checkUnanswered(_ told: Set<Int>, context: inout LoweringContext) -> Set<SourceRange> {
    var keys: Set<SourceRange> = []
    func goesOn(_ step: SilentRounds.Step) -> Bool { !step.handsOver && !step.isBounded }
    for found in rounds.rounds(where: goesOn) where told.isDisjoint(with: found) && !isTimed(found) {
      guard let round = rounds.sendingRound(in: found, where: goesOn).map(turned),
        keys.insert(key(of: round[0])).inserted
      else { continue }
      context.report(
        .unansweredLoop, .warning,
        "a lead who never answers is texted round and round: \(names(round))", at: key(of: round[0]),
        notes: [
          Diagnostic.Note(
            "end it after a few: { when: history.unanswered >= 3, to: STATE }, or { …, end: OUTCOME }")
        ])
    }
    return keys
  }

  /// Whether a timer of a state around them all ends the round.
  private func isTimed(_ round: [Int]) -> Bool {
    let members = Set(round)
    guard let first = round.min() else { return false }
    let around = rounds.machine.stack(of: StateID(rawValue: UInt16(first))).dropFirst()
    return around.contains { state in
      guard !members.contains(Int(state.rawValue)) else { return false }
      return rounds.machine[state].timers.contains { rule in
        rounds.machine.candidates(forTimer: rule).contains {
          let transition = rounds.machine.transitions[rounds.machine.transition(at: $0)]
          return transition.guardCondition == nil && transition.alwaysLeaves
        }
      }
    }
  }

  /// The round from its first state in the author's own file on.
  private func turned(_ round: [StateID]) -> [StateID] {
    guard let first = round.firstIndex(where: { key(of: $0).file == ownFile }) else { return round }
    return Array(round[first...] + round[..<first])
  }

  private func names(_ round: [StateID]) -> String {
    (round + round.prefix(1)).map { rounds.machine[$0].name }.joined(separator: " → ")
  }

  private func key(of state: StateID) -> SourceRange { layout.states[Int(state.rawValue)].keyRange }
}
