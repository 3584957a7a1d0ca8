import TestSupport
import WorkflowProgram

extension MachineSketch {
  /// A machine without sense but with everything a machine may have, up to flows in flows.
  static func random(seed: UInt64) -> MachineSketch {
    var random = SplitMix64(seed: seed)
    var sketch = MachineSketch(
      intents: ["a", "b", "c", "d"], signals: ["end.x", "end.y", "signal.s"], states: [], optedOut: "state_0",
      broken: "state_1")
    sketch.states = states(Int.random(in: 2...12, using: &random), depth: 0, &sketch, &random)
    if Bool.random(using: &random) { sketch.always = [("taken_over", .to("state_1", when: 0))] }
    return sketch
  }

  private static func states(
    _ count: Int, depth: Int, _ sketch: inout MachineSketch, _ random: inout SplitMix64
  ) -> [State] {
    var states: [State] = []
    for number in 0..<count {
      var state = State(name: "state_\(number)")
      if Int.random(in: 0..<6, using: &random) == 0 {
        state.isFinal = true
        states.append(state)
        continue
      }
      state.status = LeadStatus.allCases.randomElement(using: &random)
      if Bool.random(using: &random) { state.entry = [.score, .say(template: 0)] }
      if depth < 3, Int.random(in: 0..<4, using: &random) == 0 {
        let flow = "flow_\(sketch.flows.count)"
        sketch.flows[flow] = []
        let size = Int.random(in: 1...5, using: &random)
        sketch.flows[flow] = Self.states(size, depth: depth + 1, &sketch, &random)
        state.flow = flow
      }
      let events = ["reply.a", "reply.b", "reply.*", "failed", "signal.s", "end.x", "end.y"]
      for event in events where Int.random(in: 0..<3, using: &random) == 0 {
        state.on.append((event, rule(count, depth, &random)))
      }
      if Bool.random(using: &random) { state.after = [("2d", rule(count, depth, &random))] }
      if Int.random(in: 0..<3, using: &random) == 0 {
        state.then = [rule(count, depth, &random), rule(count, depth, &random)]
      }
      states.append(state)
    }
    return states
  }

  private static func rule(_ count: Int, _ depth: Int, _ random: inout SplitMix64) -> Rule {
    let guardCondition = Bool.random(using: &random) ? nil : 1
    switch Int.random(in: 0..<8, using: &random) {
    case 0: return .stay(do: Bool.random(using: &random) ? [] : [.notify(agent: 0)])
    case 1, 2: if 0 < depth { return .end(Bool.random(using: &random) ? "x" : "y", when: guardCondition) }
    default: break
    }
    return .to("state_\(Int.random(in: 0..<count, using: &random))", when: guardCondition)
  }
}
