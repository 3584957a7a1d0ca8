import WorkflowProgram

/// Names events the way an author does: `reply.*` instead of all the intents that it stands for.
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
  ///
  /// - Parameter listed: A family whose events are named one by one, come what may.
  func names(of firings: [Firing], listing listed: Substring? = nil) -> [Int: [String]] {
    let starred = starredRules(firings)
    var names: [Int: [String]] = [:]
    for firing in firings {
      var name = events.name(firing.event)
      if let family = Self.family(of: name), family != listed,
        starred[family, default: []].contains(firing.rule)
      {
        name = "\(family).*"
      }
      if !names[firing.rule, default: []].contains(name) { names[firing.rule, default: []].append(name) }
    }
    return names
  }

  /// For each family, the rules that are better called by the family's name.
  ///
  /// That needs every event of the family to have a rule in the state. Two events of one rule that were
  /// written in one place are then a `*` that the compiler spread out; without such evidence, a rule may
  /// still be called so if it takes three or more events, and more than any other.
  private func starredRules(_ firings: [Firing]) -> [Substring: Set<Int>] {
    var byFamily: [Substring: [Firing]] = [:]
    for firing in firings {
      guard let family = Self.family(of: events.name(firing.event)) else { continue }
      byFamily[family, default: []].append(firing)
    }
    var starred: [Substring: Set<Int>] = [:]
    for (family, firings) in byFamily where covers(firings, family) {
      let spread = spreadRules(firings)
      starred[family] = spread.isEmpty ? largestRule(firings) : spread
    }
    return starred
  }

  /// Replies that no `*` means: the engine answers an opt-out, and nobody answers a machine.
  private static let neverMeant: Set<String> = ["reply.opt_out", "reply.auto_reply"]

  private func covers(_ firings: [Firing], _ family: Substring) -> Bool {
    let handled = Set(firings.map(\.event))
    return members[family, default: []].allSatisfy {
      handled.contains($0) || Self.neverMeant.contains(events.name($0))
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

  private func largestRule(_ firings: [Firing]) -> Set<Int> {
    var eventsOf: [Int: Set<EventID>] = [:]
    for firing in firings { eventsOf[firing.rule, default: []].insert(firing.event) }
    // Of equals the first written.
    let largest = eventsOf.max { ($0.value.count, $1.key) < ($1.value.count, $0.key) }
    guard let largest, 3 <= largest.value.count else { return [] }
    return [largest.key]
  }
}
