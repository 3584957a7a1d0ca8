import Diagnostics
import WorkflowProgram
import WorkflowSyntax

/// Checks that no event makes two texts go out at once.
struct TextsAtOnceChecks {
  let graph: MachineGraph
  let rounds: SilentRounds
  let layout: StateLayout
  /// It is told where the author can change it.
  let ownFile: SourceFileID?

  func run(context: inout LoweringContext) {
    var told: Set<[SourceRange]> = []
    // What follows a state at once is the same for all that lead to it.
    var isSilent = Array(repeating: false, count: 2 * machine.states.count)
    let sending = machine.instructions.map(\.sendsText)
    var targets: [StateID] = []
    for transition in machine.transitions {
      guard let source = transition.source, graph.reachable.contains(source),
        transition.trigger != .eventless
      else { continue }
      let says = sending[transition.actions].contains(true)
      targets.removeAll(keepingCapacity: true)
      machine.addTargets(of: transition, from: source, to: &targets)
      for target in targets {
        let question = 2 * Int(target.rawValue) + (says ? 1 : 0)
        guard !isSilent[question] else { continue }
        guard let second = rounds.texts(onEntryOf: target, afterOne: says) else {
          isSilent[question] = true
          continue
        }
        let (first, last) = (key(of: says ? source : second.from), key(of: second.sender))
        guard told.insert([first, last]).inserted else { continue }
        report(
          says ? "the arrow from '\(machine[source].name)'" : "'\(machine[second.from].name)'",
          machine[second.sender].name, first, last, context: &context)
      }
    }
  }

  private var machine: Machine { graph.machine }

  private func report(
    _ sayer: String, _ next: String, _ first: SourceRange, _ last: SourceRange,
    context: inout LoweringContext
  ) {
    let isFirst = first.file == ownFile || last.file != ownFile
    context.report(
      .textsAtOnce, .warning, "\(sayer) sends a text and '\(next)', which follows at once, sends another",
      at: isFirst ? first : last,
      notes: first == last
        ? [] : [Diagnostic.Note("one of the two stands here", at: isFirst ? last : first)])
  }

  private func key(of state: StateID) -> SourceRange { layout.states[Int(state.rawValue)].keyRange }
}
