/// Gathers arrows that several states have in common.
///
/// Five states that all answer six kinds of reply alike would be thirty arrows. A bar that the five lead to,
/// and from which the six leave once, says the same with eleven.
extension Graph {
  /// How many arrows a bar must save, so that it is worth its own box.
  private static let leastSaving = 2
  /// More bars than this in one box would be no help to a reader.
  private static let junctionLimit = 8
  /// Beyond this many states side by side only neighbours are compared, to stay fast.
  private static let comparedStateLimit = 40
  /// Checks of a candidate against a state, in one round, to stay fast.
  private static let checkLimit = 50_000

  /// Words on an arrow to a target.
  private struct Unit: Hashable {
    var target: Int
    var text: String
  }

  /// States that share arrows.
  private struct Group {
    var sources: [Int]
    var units: Set<Unit>
    var saving: Int
  }

  func sharingArrows() -> Graph {
    var graph = self
    for level in [nil] + nodes.indices.filter({ nodes[$0].isCluster }).map(Optional.some) {
      for _ in 0..<Self.junctionLimit {
        guard let group = graph.bestGroup(in: level) else { break }
        graph.gather(group)
      }
    }
    return graph
  }

  private func bestGroup(in level: Int?) -> Group? {
    var unitsOfSource: [Int: Set<Unit>] = [:]
    for edge in edges where isShareable(edge) && nodes[edge.source].parent == level {
      for phrase in edge.phrases where phrase.trigger != .eventless {
        unitsOfSource[edge.source, default: []].insert(Unit(target: edge.target, text: phrase.text))
      }
    }
    let sources = unitsOfSource.keys.sorted().filter { 1 < unitsOfSource[$0, default: []].count }
    let sets = sources.map { unitsOfSource[$0, default: []] }
    var best: Group?
    for shared in candidates(sets) {
      let members = sources.indices.filter { shared.isSubset(of: sets[$0]) }.map { sources[$0] }
      let targets = Set(shared.map(\.target)).count
      let saving = members.count * targets - members.count - targets
      if (best?.saving ?? Self.leastSaving - 1) < saving {
        best = Group(sources: members, units: shared, saving: saving)
      }
    }
    return best
  }

  private func isShareable(_ edge: Edge) -> Bool {
    nodes[edge.source].isState && edge.source != edge.target
  }

  /// Sets of arrows that at least two states share, without repeats, in a fixed order.
  private func candidates(_ sets: [Set<Unit>]) -> [Set<Unit>] {
    let reach = sets.count <= Self.comparedStateLimit ? sets.count : 2
    let limit = Self.checkLimit / max(1, sets.count)
    var candidates: [Set<Unit>] = []
    var seen: Set<Set<Unit>> = []
    for (index, set) in sets.enumerated() {
      for other in sets[(index + 1)...].prefix(reach) {
        let common = set.intersection(other)
        guard 1 < common.count, seen.insert(common).inserted else { continue }
        candidates.append(common)
        if limit <= candidates.count { return candidates }
      }
    }
    return candidates
  }

  /// Puts a bar between the states of a group and what they share.
  private mutating func gather(_ group: Group) {
    let names = group.sources.map { nodes[$0].title }.joined(separator: ", ")
    let junction = nodes.count
    nodes.append(
      Node(
        kind: .junction, parent: nodes[group.sources[0]].parent,
        path: "junction \(junction)", title: "the arrows below leave each of \(names)"))
    let sources = Set(group.sources)
    var kept: [Edge] = []
    var gathered: [Edge] = []
    var reached: Set<Int> = []
    for edge in edges {
      let isShared = { (phrase: Edge.Phrase) in
        phrase.trigger != .eventless && group.units.contains(Unit(target: edge.target, text: phrase.text))
      }
      let moved = sources.contains(edge.source) ? edge.phrases.filter(isShared) : []
      if moved.isEmpty {
        kept.append(edge)
        continue
      }
      if reached.insert(edge.source).inserted {
        // In the place of the first arrow that it replaces, so that file order still guides the layout.
        kept.append(Edge(ends: .init(source: edge.source, target: junction), phrases: []))
      }
      let left = edge.phrases.filter { !isShared($0) }
      if !left.isEmpty { kept.append(Edge(ends: edge.ends, phrases: left)) }
      gathered.merge(moved, from: junction, to: edge.target)
    }
    replaceEdges(kept + gathered)
  }
}

extension [Edge] {
  /// Adds phrases to the arrow between two nodes; equal words of several states become one phrase.
  fileprivate mutating func merge(_ phrases: [Edge.Phrase], from source: Int, to target: Int) {
    let index = firstIndex { $0.target == target } ?? count
    if index == count { append(Edge(ends: .init(source: source, target: target), phrases: [])) }
    for phrase in phrases {
      if let same = self[index].phrases.firstIndex(where: { $0.text == phrase.text }) {
        let known = self[index].phrases[same].places
        self[index].phrases[same].places += phrase.places.filter { !known.contains($0) }
      } else {
        self[index].phrases.append(phrase)
      }
    }
  }
}
