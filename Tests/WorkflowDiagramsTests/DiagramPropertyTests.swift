import TestSupport
import Testing
import WorkflowDiagrams
import WorkflowProgram

/// A machine by its seed; 0 is the big sample.
private func machine(_ seed: UInt64) -> Machine {
  seed == 0 ? dealMachine : MachineSketch.random(seed: seed).machine()
}

@Suite struct DiagramPropertyTests {
  @Test(arguments: UInt64(0)..<60)
  func `equal machines give equal bytes`(seed: UInt64) {
    let (first, second) = (
      Diagram(of: machine(seed), words: sampleWords), Diagram(of: machine(seed), words: sampleWords)
    )
    #expect(first.svg() == second.svg())
    #expect(first.mermaid() == second.mermaid())
    #expect(first.dot() == second.dot())
  }

  @Test(arguments: UInt64(0)..<60)
  func `every state is drawn once, inside the state that runs its flow`(seed: UInt64) throws {
    let machine = machine(seed)
    let picture = try DrawnPicture(Diagram(of: machine, words: sampleWords).svg())
    for state in machine.states {
      let boxes = picture.boxes.filter { $0.path == state.path }
      #expect(boxes.count == 1, "\(state.path)")
      guard let box = boxes.first, let parent = state.parent else { continue }
      let around = try #require(picture.box(machine[parent].path))
      #expect(around.holds(box), "\(state.path)")
    }
  }

  @Test(arguments: UInt64(0)..<60)
  func `every transition is drawn or written in its state`(seed: UInt64) throws {
    let machine = machine(seed)
    let picture = try DrawnPicture(Diagram(of: machine, words: sampleWords).svg())
    for transition in machine.transitions {
      guard let source = transition.source else { continue }
      let place = sampleWords.place(transition.place)
      switch transition.target {
      case .stay, .resume: break
      case .state(let target):
        let isTold = picture.arrows.contains { arrow in
          arrow.text.contains(place) && leads(arrow.to, to: machine[target].path, picture)
        }
        // A flow that ends only to be run again says so in its outcome.
        let isRerun = source == target && machine[source].initialChild != nil
        #expect(isTold || isRerun, "\(machine[source].path) to \(machine[target].path), \(place)")
      case .end(let outcome):
        let prefix = machine[source].parent.map { machine[$0].path + "/" } ?? ""
        let name = prefix + machine.events.name(outcome)
        let isDrawn = picture.arrows.contains { $0.to == name && $0.text.contains(place) }
        #expect(isDrawn, "\(machine[source].path) to \(name)")
      }
    }
  }

  /// Whether an arrow's end is a state, or a bar or way out from which it is one step on.
  private func leads(_ end: String, to target: String, _ picture: DrawnPicture) -> Bool {
    if end == target { return true }
    guard let box = picture.box(end), ["junction", "outcome"].contains(box.kind) else { return false }
    return picture.arrows.contains { $0.from == end && leads($0.to, to: target, picture) }
  }

  @Test(arguments: UInt64(0)..<60)
  func `boxes keep apart, and arrows run from border to border without crossing a box`(seed: UInt64) throws {
    let picture = try DrawnPicture(Diagram(of: machine(seed), words: sampleWords).svg())
    for (index, box) in picture.boxes.enumerated() {
      for other in picture.boxes[(index + 1)...] where box.overlaps(other) {
        #expect(picture.isInside(other, box) || picture.isInside(box, other), "\(box.path), \(other.path)")
      }
    }
    for arrow in picture.arrows {
      let name = "\(arrow.from) to \(arrow.to)"
      let (from, to) = (try #require(picture.box(arrow.from)), try #require(picture.box(arrow.to)))
      let (start, end) = (try #require(arrow.points.first), try #require(arrow.points.last))
      #expect(from.borders(start.x, start.y), "\(name)")
      #expect(to.borders(end.x, end.y) || arrow.isCut, "\(name)")
      for box in picture.boxes where !picture.isInside(from, box) && box.path != arrow.from {
        #expect(!runs(arrow, through: box), "\(name) through \(box.path)")
        if let label = arrow.label { #expect(!label.overlaps(box), "words of \(name) on \(box.path)") }
      }
    }
    let labels = picture.arrows.compactMap(\.label)
    for (index, label) in labels.enumerated() {
      for other in labels[(index + 1)...] { #expect(!label.overlaps(other)) }
    }
  }

  private func runs(_ arrow: DrawnPicture.Arrow, through box: DrawnPicture.Box) -> Bool {
    zip(arrow.points, arrow.points.dropFirst()).contains { a, b in
      // Stretches are upright or level, but for roundings, which lie within their ends' rectangle.
      let stretch = DrawnPicture.Box(
        path: "", kind: "", left: min(a.x, b.x) - 0.01, top: min(a.y, b.y) - 0.01,
        right: max(a.x, b.x) + 0.01, bottom: max(a.y, b.y) + 0.01)
      let inner = DrawnPicture.Box(
        path: "", kind: "", left: box.left + 0.6, top: box.top + 0.6, right: box.right - 0.6,
        bottom: box.bottom - 0.6)
      return inner.overlaps(stretch)
    }
  }

  @Test(arguments: UInt64(0)..<60)
  func `collapsed flows and single flows are drawn soundly too`(seed: UInt64) throws {
    let machine = machine(seed)
    let top = try DrawnPicture(Diagram(of: machine, words: sampleWords, flows: .collapsed).svg())
    let overview = try DrawnPicture(Diagram(of: machine, words: sampleWords, flows: .overview).svg())
    for state in machine.states {
      #expect((top.box(state.path) != nil) == (state.parent == nil))
      #expect((overview.box(state.path) != nil) == (state.parent == nil))
    }
    for flow in Diagram.flowNames(in: machine) {
      let diagram = try #require(Diagram(ofFlow: flow, in: machine, words: sampleWords))
      let picture = try DrawnPicture(diagram.svg())
      let root = try #require(machine.states.first { $0.initialChild.map { machine[$0].flow } == flow })
      for state in machine.states {
        let isInside = state.path.hasPrefix(root.path + "/")
        #expect((picture.box(state.path) != nil) == isInside, "\(state.path) in \(flow)")
      }
    }
    #expect(Diagram(ofFlow: "no such flow", in: machine, words: sampleWords) == nil)
  }

  @Test func `a machine too big to follow is drawn whole, with its longest arrows cut`() throws {
    var random = SplitMix64(seed: 1)
    var sketch = MachineSketch(
      intents: ["a", "b"], states: [], optedOut: "state_0", broken: "state_0")
    for number in 0..<400 {
      let target = { (random: inout SplitMix64) in "state_\(Int.random(in: 0..<400, using: &random))" }
      sketch.states.append(
        .init(
          name: "state_\(number)",
          on: [("reply.a", .to(target(&random))), ("reply.b", .to(target(&random)))],
          after: [("1d", .to("state_\((number + 1) % 400)"))]))
    }
    let picture = try DrawnPicture(Diagram(of: sketch.machine(), words: sampleWords).svg())
    #expect(picture.boxes.count { $0.kind == "state" } == 400)
    let cut = picture.arrows.count { $0.isCut }
    #expect(0 < cut && cut < picture.arrows.count)
  }
}
