import LeadModel
import ReplyUnderstanding
import WorkflowConversation
import WorkflowEngine
import WorkflowProgram

/// One lead on its way through a workflow by a clock that is moved by hand; sends and stores nothing.
///
/// The engine's own `start` and `step` decide everything. Texts leave at once: the hours in which the law
/// lets them leave are not a matter of these tests.
final class Rehearsal {
  let program: ClientProgram
  private let model: () -> ReplyModel
  private let batch: LeadBatch
  let lead: LeadRow
  private(set) var state: LeadState
  private(set) var now: Timestamp
  private var timers: [PendingTimer] = []
  private var output = StepOutput(tracing: true)
  private var renderer: MessageRenderer
  private var recentTexts: [String] = []
  private var coverage: CoverageTally

  // What the step at hand brought.
  private(set) var sent: [SentText] = []
  private(set) var effects: [Effect] = []
  private(set) var lines: [TraceLine] = []

  struct SentText: Hashable {
    let content: OutboundMessage.Content
    let text: String
  }

  private struct PendingTimer {
    let rule: Int
    let entry: UInt16
    let due: Timestamp
  }

  /// Most events that one step of a test may lead to; more is a round that would go on forever.
  private static let eventLimit = 1_000
  /// Our last texts that a reply may quote.
  private static let quotableTexts = 5

  init(
    program: ClientProgram, model: @escaping () -> ReplyModel, lead: GivenLead, at now: Timestamp,
    coverage: CoverageTally
  ) {
    self.program = program
    self.model = model
    self.now = now
    self.coverage = coverage
    batch = lead.batch(program.leadSchema)
    self.lead = LeadRow(batch: batch, row: 0)
    renderer = MessageRenderer(program: program)
    state = LeadState(at: program.machine.initial)
    state = program.start(self.lead, at: now, into: &output)
    var events: [LeadEvent] = []
    record(into: &events)
    live(events)
  }

  func take(_ action: TestStep.Action) {
    sent.removeAll()
    effects.removeAll()
    lines.removeAll()
    switch action {
    case .event(let event): live([.plain(event)])
    case .optedIn: live([.optedIn])
    case .reply(let text): hear(text)
    case .intents(let intents, let captures):
      for intent in intents { coverage.hear(intent) }
      live([.reply(ReplyFacts(intents: intents, captures: captures))])
    case .meant(let intents, let text):
      for intent in intents { coverage.hear(intent) }
      let read = read(text).facts(in: program)
      live([
        .reply(
          ReplyFacts(
            intents: intents, text: text, captures: read.captures, language: read.language,
            mentions: read.mentions, answer: read.answer))
      ])
    case .wait(let milliseconds): wait(milliseconds)
    case .trace(let result, let brings):
      batch.fill(brings)
      live([.plain(result.id)])
    }
  }

  /// Reads a reply as production and chat do.
  private func hear(_ text: String) {
    let reply = read(text)
    let understanding = reply.understanding
    let read = understanding.intents.map { "\($0.name) (\(percent($0.confidence)))" }
    lines.append(TraceLine("read as \(read.joined(separator: ", "))"))
    for intent in understanding.intents {
      if let number = program.intents.firstIndex(of: intent.name) { coverage.hear(number) }
    }
    let facts = reply.facts(in: program)
    for capture in facts.captures {
      lines.append(TraceLine("captured \(capture.kind.keyword) \"\(capture.text)\""))
    }
    live([.reply(facts)])
  }

  private func read(_ text: String) -> ReadReply {
    ReadReply(
      text: text,
      understanding: model().understand(
        text, ourRecentMessages: recentTexts, isOptedOut: state.flags.contains(.optedOut)))
  }

  private func wait(_ milliseconds: Int64) {
    let end = now.advanced(byMilliseconds: milliseconds)
    for _ in 0..<Self.eventLimit {
      guard let next = timers.indices.min(by: { timers[$0].due < timers[$1].due }), timers[next].due <= end
      else { break }
      let timer = timers.remove(at: next)
      now = max(now, timer.due)
      lines.append(
        TraceLine(
          "\(program.machine.timers[timer.rule].label) are over",
          program.line(of: program.machine.timers[timer.rule].place)))
      live([.timer(rule: timer.rule, entry: timer.entry)])
    }
    now = end
  }

  private func live(_ first: [LeadEvent]) {
    var events = first
    var count = 0
    while count < events.count, count < Self.eventLimit {
      program.step(&state, on: events[count], lead: lead, at: now, into: &output)
      record(into: &events)
      count += 1
    }
    if count < events.count {
      lines.append(TraceLine("stopped: more than \(Self.eventLimit) events in one step"))
    }
  }

  /// Notes what a step did, and does what it asks for as the world would.
  private func record(into events: inout [LeadEvent]) {
    lines += program.lines(of: output.trace)
    coverage.note(output.trace, lead: lead)
    effects += output.effects
    var outbox: [OutboundMessage] = []
    for effect in output.effects {
      switch effect {
      case .requestApproval(.auto, template: _): events.append(.plain(BuiltInEvent.approved.id))
      case .send(let message): outbox.append(message)
      case .sendRequired(let text, let message):
        let words = renderer.text(message, lead: lead, state: state)
        lines.append(TraceLine("sent \(program.name(of: message.content)) as \(text.key): \"\(words)\""))
      // A text that never leaves fails, so that the journey does not wait for it forever.
      case .sendRefused: events.append(.plain(BuiltInEvent.failed.id))
      case .startTimer(let rule, let entry, let due):
        timers.append(PendingTimer(rule: rule, entry: entry, due: due))
      case .cancelTimers(let state, let entry):
        let rules = program.machine.rows[Int(state.rawValue)].timers
        timers.removeAll { rules.contains($0.rule) && $0.entry == entry }
      case .cancelPending: outbox.removeAll()
      case .notify, .escalate, .queued, .assigned, .suppress, .resubscribe, .dropNumber,
        .requestTrace:
        lines.append(TraceLine("effect: \(program.described(effect).text)"))
      case .requestApproval(.manual, template: _), .requestApproval(.sample, template: _), .statusChanged,
        .ended:
        break
      }
    }
    for message in outbox {
      let text = renderer.text(message, lead: lead, state: state)
      lines.append(TraceLine("sent \(program.name(of: message.content)): \"\(text)\""))
      sent.append(SentText(content: message.content, text: text))
      coverage.send(message.content)
      recentTexts.append(text)
      if Self.quotableTexts < recentTexts.count { recentTexts.removeFirst() }
      events.append(.plain(BuiltInEvent.sent.id))
    }
  }

  private func percent(_ fraction: Double) -> String { "\(Int((fraction * 100).rounded()))%" }
}
