import WorkflowEngine
import WorkflowProgram

/// How much of one workflow its tests exercise, and what they never do.
public struct Coverage: Sendable {
  public let workflow: String
  public let cases: Int
  /// States, transitions, rules, templates and intents, in this order.
  public let kinds: [Kind]

  /// One kind of thing that tests may exercise.
  public struct Kind: Sendable {
    /// In the plural: `states`.
    public let name: String
    public let total: Int
    /// What was never exercised, in the workflow's order.
    public let missing: [Item]
    public var exercised: Int { total - missing.count }
  }

  public struct Item: Hashable, Sendable {
    public let name: String
    /// `workflows/ecbb.yaml:12`; `nil` where it stands on no line.
    public let place: String?
  }
}

extension CoverageTally {
  /// What was written once counts once, however often a flow that holds it is run.
  func coverage() -> Coverage {
    Coverage(
      workflow: program.name, cases: cases,
      kinds: [
        stateCoverage, transitionCoverage, ruleCoverage,
        kind(
          "templates",
          program.messages.templates.enumerated().map { index, template in
            (key: AnyHashable(index), name: template.reference, template.place, templates.contains(index))
          }),
        kind(
          "intents",
          program.intents.enumerated().map { index, name in
            (key: AnyHashable(index), name: name, Place?.none, intents.contains(index))
          }),
      ])
  }

  private typealias Entry = (key: AnyHashable, name: String, place: Place?, isExercised: Bool)

  private var stateCoverage: Coverage.Kind {
    let machine = program.machine
    let entries: [Entry] = machine.states.enumerated().compactMap { index, state in
      isWritten(state.place)
        ? (AnyHashable(state.place), state.path, state.place, states.contains(index)) : nil
    }
    return kind("states", entries)
  }

  private struct Arrow: Hashable {
    let source: Place?
    let place: Place
  }

  private var transitionCoverage: Coverage.Kind {
    let machine = program.machine
    let entries: [Entry] = machine.transitions.enumerated().compactMap { index, arrow in
      guard isWritten(arrow.place) else { return nil }
      let source = arrow.source.map { machine[$0] }
      return (
        AnyHashable(Arrow(source: source?.place, place: arrow.place)),
        "\(source?.path ?? "always"): \(program.name(of: arrow))", arrow.place, transitions.contains(index)
      )
    }
    return kind("transitions", entries)
  }

  private var ruleCoverage: Coverage.Kind {
    // What a dry run imagines is no rule of the workflow.
    let imagined = Set(program.simulation.adjustments.map(\.condition.index))
    let entries: [Entry] = program.conditions.indices.compactMap { index in
      let key = key(index)
      guard !imagined.contains(index), numbers[key] == index else { return nil }
      let isAsked = asked.contains(index)
      return (
        AnyHashable(key), "\(key.source)\(isAsked ? " (asked, never held)" : "")", key.place,
        held.contains(index)
      )
    }
    return kind("rules", entries)
  }

  private func kind(_ name: String, _ entries: [Entry]) -> Coverage.Kind {
    var order: [AnyHashable] = []
    var first: [AnyHashable: Entry] = [:]
    // A wildcard is one line of YAML and many arrows.
    var names: [AnyHashable: Set<String>] = [:]
    var exercised: Set<AnyHashable> = []
    for entry in entries {
      if first.updateValue(first[entry.key] ?? entry, forKey: entry.key) == nil { order.append(entry.key) }
      names[entry.key, default: []].insert(entry.name)
      if entry.isExercised { exercised.insert(entry.key) }
    }
    let missing = order.filter { !exercised.contains($0) }.compactMap { first[$0] }
    return Coverage.Kind(
      name: name, total: order.count,
      missing: missing.map { entry in
        let others = (names[entry.key]?.count ?? 1) - 1
        return Coverage.Item(
          name: others == 0 ? entry.name : "\(entry.name) and \(others) more",
          place: entry.place.map { program.line(of: $0) })
      })
  }

  /// The engine's own states stand in no file.
  private func isWritten(_ place: Place) -> Bool { Int(place.file) < program.files.count }
}

extension ClientProgram {
  /// An arrow in words: `reply.interested → talking`.
  fileprivate func name(of arrow: Transition) -> String {
    let trigger =
      switch arrow.trigger {
      case .event(let event): machine.events.name(event)
      case .timer(let timer): "after \(machine.timers[timer].label)"
      case .eventless: "at once"
      }
    let target =
      switch arrow.target {
      case .state(let state): machine[state].path
      case .end(let outcome): machine.events.name(outcome)
      case .stay: "(stays)"
      case .resume: "(where it was)"
      }
    return "\(trigger) → \(target)"
  }
}
