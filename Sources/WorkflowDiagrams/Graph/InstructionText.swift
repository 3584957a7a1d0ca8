import WorkflowProgram

/// Says instructions in the words an author writes them in.
struct InstructionText {
  let machine: Machine
  let words: DiagramWords

  /// The instructions of some rows, separated by commas; empty if there are none.
  func text(_ rows: Range<Int>) -> String {
    machine.instructions[rows].map(text).joined(separator: ", ")
  }

  func text(_ instruction: Instruction) -> String {
    switch instruction {
    case .normalize: "normalize"
    case .skipTrace: "skip_trace"
    case .score: "score"
    case .enqueue: "enqueue"
    case .assign: "assign"
    case .draft: "draft"
    case .requestApproval: "request_approval"
    case .send: "send"
    case .say(let template): "say \(words.template(template))"
    case .speak(let intent): "answer \(machine.events.name(machine.events.reply(intent: intent)))"
    case .notify(nil): "notify"
    case .notify(let agent?): "notify \(words.agent(agent))"
    case .escalate(let reason): "escalate: \(machine.reasons[reason])"
    case .handOff(let agent): "hand_off to \(words.agent(agent))"
    case .suppress: "suppress"
    case .dropNumber: "drop_number"
    }
  }
}
