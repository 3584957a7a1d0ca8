import ReplyUnderstanding
import WorkflowEngine
import WorkflowProgram

extension ReplyFacts {
  /// What the engine is told of a reply that was read; `nil` when no intent of the workflow was read.
  ///
  /// Captures that a message may repeat are in the lead's own words; address and number are as they are used.
  init?(_ understanding: Understanding, of text: String, program: ClientProgram) {
    let read = understanding.intents.compactMap { intent in
      program.intents.firstIndex(of: intent.name).map { ($0, intent.confidence) }
    }
    let unclear = program.intents.firstIndex(of: "unclear").map { ($0, 0.0) }
    guard let first = read.first ?? unclear else { return nil }
    let found = understanding.captures
    let bytes = Array(text.utf8)
    func words(_ range: Range<Int>?) -> String? {
      range.map { String(decoding: bytes[$0.clamped(to: 0..<bytes.count)], as: UTF8.self) }
    }
    let captures: [(CaptureKind, String?)] = [
      (.time, words(found.time?.range)), (.email, found.email?.value), (.phone, found.phone?.value),
      (.amount, words(found.money?.range)), (.name, found.name?.value),
    ]
    self.init(
      intents: read.isEmpty ? [first.0] : read.map(\.0), confidence: first.1, text: text,
      captures: captures.compactMap { kind, text in text.map { Capture(kind, $0) } },
      isDoubtfulOptOut: understanding.isDoubtfulOptOut)
  }
}
