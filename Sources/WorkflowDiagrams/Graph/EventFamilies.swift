import WorkflowProgram

/// Names events the way an author does: `reply.*` instead of the nine intents that it stands for.
struct EventFamilies {
  /// An event takes a rule.
  struct Firing {
    var event: EventID
    /// Any number that tells rules apart.
    var rule: Int
    var place: Place
  }

  private let events: EventTable
  /// Events by what comes before the first dot of their names.
  private let members: [Substring: [EventID]]

  init(_ events: EventTable) {
    self.events = events
    var members: [Substring: [EventID]] = [:]
    for index in events.names.indices {
      guard let family = Self.family(of: events.names[index]) else { continue }
      members[family, default: []].append(EventID(rawValue: UInt16(index)))
    }
    self.members = members
  }

  private static func family(of name: String) -> Substring? {
    name.firstIndex(of: ".").map { name[..<$0] }
  }

  /// The names of each rule's events, in the order they are first seen, for all rules of one state.
  func names(of firings: [Firing]) -> [Int: [String]] {
    let starred = starredRules(firings)
    var names: [Int: [String]] = [:]
    for firing in firings {
      var name = events.name(firing.event)
      if let family = Self.family(of: name), starred[family, default: []].contains(firing.rule) {
        name = "\(family).*"
      }
      if !names[firing.rule, default: []].contains(name) { names[firing.rule, default: []].append(name) }
    }
    return names
  }

  /// For each family, the rules that are better called by the family's name.
  ///
  /// Two events of one rule that were written in one place are a `*` that the compiler spread out. Without
  /// that evidence a rule may be called so if it takes three or more of a family's events and every other
  /// event of the family has a rule of its own.
  private func starredRules(_ firings: [Firing]) -> [Substring: Set<Int>] {
    var byFamily: [Substring: [Firing]] = [:]
    for firing in firings {
      guard let family = Self.family(of: events.name(firing.event)) else { continue }
      byFamily[family, default: []].append(firing)
    }
    return byFamily.reduce(into: [:]) { starred, entry in
      let spread = spreadRules(entry.value)
      starred[entry.key] = spread.isEmpty ? coveringRule(entry.value, of: entry.key) : spread
    }
  }

  private func spreadRules(_ firings: [Firing]) -> Set<Int> {
    struct Origin: Hashable {
      var rule: Int
      var place: Place
    }
    var eventOf: [Origin: EventID] = [:]
    var rules: Set<Int> = []
    for firing in firings {
      let origin = Origin(rule: firing.rule, place: firing.place)
      if let first = eventOf[origin], first != firing.event { rules.insert(firing.rule) }
      eventOf[origin] = firing.event
    }
    return rules
  }

  private func coveringRule(_ firings: [Firing], of family: Substring) -> Set<Int> {
    var eventsOf: [Int: Set<EventID>] = [:]
    for firing in firings { eventsOf[firing.rule, default: []].insert(firing.event) }
    let handled = Set(firings.map(\.event))
    guard let all = members[family], all.allSatisfy(handled.contains) else { return [] }
    // The largest; of equals the first written.
    guard
      let best = eventsOf.max(by: { ($0.value.count, $1.key) < ($1.value.count, $0.key) }),
      3 <= best.value.count
    else { return [] }
    return [best.key]
  }
}
