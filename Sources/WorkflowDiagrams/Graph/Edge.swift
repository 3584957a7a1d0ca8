/// An arrow of a drawing; it may stand for several transitions between the same two states.
struct Edge: Sendable {
  struct Ends: Hashable, Sendable {
    var source: Int
    var target: Int
  }

  /// What makes a lead take the arrow.
  enum Trigger: Hashable, Sendable {
    case event, timer
    /// Taken at once, if its guard holds.
    case eventless
  }

  /// The words of one rule.
  struct Phrase: Hashable, Sendable {
    /// May be empty: an arrow that is always taken needs no words.
    var text: String
    var trigger: Trigger
    /// Files and lines.
    var places: [String]
  }

  var ends: Ends
  /// In file order; none for an arrow from a start or to a junction.
  var phrases: [Phrase]

  var source: Int { ends.source }
  var target: Int { ends.target }
  /// The phrases that have words, each once; what happens if nothing else does comes last.
  var texts: [String] {
    let (events, timers) = (phrases.filter { $0.trigger != .timer }, phrases.filter { $0.trigger == .timer })
    var seen: Set<String> = []
    return (events + timers).map(\.text).filter { !$0.isEmpty && seen.insert($0).inserted }
  }
  /// Whether only time makes a lead take it.
  var isTimed: Bool { !phrases.isEmpty && phrases.allSatisfy { $0.trigger == .timer } }
}
