import LeadModel
import ReplyUnderstanding
import WorkflowConversation
import WorkflowEngine
import WorkflowProgram

/// One lead on its way through a workflow by a clock that is moved by hand; sends and stores nothing.
///
/// The engine's own `start` and `step` decide everything, and a text leaves when it does in a chat.
final class Rehearsal {
  let program: ClientProgram
  private let model: () -> ReplyModel
  private let batch: LeadBatch
  let lead: LeadRow
  private(set) var state: LeadState
  private(set) var now: Timestamp
  private var timers: [PendingTimer] = []
  private var law: TextLaw
  /// A text that law or caps hold back, and when it may leave; a later text takes its place.
  private var held: (message: OutboundMessage, due: Timestamp?)?
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

  /// What is still to happen within a step.
  private enum Happening {
    case event(LeadEvent)
    case text(OutboundMessage)
  }

  private struct PendingTimer {
    let rule: Int
    let entry: UInt16
    let due: Timestamp
  }

  /// Where the step at hand had to be stopped, a round that would go on forever, in words.
  private(set) var breakdown: String?

  init(
    program: ClientProgram, model: @escaping () -> ReplyModel, lead: GivenLead, startingOn day: CivilDate,
    coverage: CoverageTally
  ) {
    self.program = program
    self.model = model
    self.coverage = coverage
    batch = lead.batch(program.leadSchema)
    self.lead = LeadRow(batch: batch, row: 0)
    now = TextLaw.start(on: day, of: program, for: self.lead)
    renderer = MessageRenderer(program: program)
    law = TextLaw(program: program, lead: self.lead, near: now)
    state = LeadState(at: program.machine.initial)
    state = program.start(self.lead, at: now, into: &output)
    var happenings: [Happening] = []
    record(into: &happenings)
    live(happenings)
  }

  func take(_ action: TestStep.Action) {
    sent.removeAll()
    effects.removeAll()
    lines.removeAll()
    breakdown = nil
    switch action {
    case .event(let event): live([.plain(event)])
    case .optedIn: live([.optedIn])
    case .reply(let text): hear(ReplyBurst([text]))
    case .burst(let texts): hear(ReplyBurst(texts))
    case .intents(let intents, let captures):
      for intent in intents { coverage.hear(intent) }
      live([.reply(ReplyFacts(intents: intents, captures: captures))])
    case .meant(let intents, let text):
      for intent in intents { coverage.hear(intent) }
      let read = read(ReplyBurst([text])).facts(in: program)
      live([
        .reply(
          ReplyFacts(
            intents: intents, text: text, captures: read.captures, language: read.language,
            mentions: read.mentions, answer: read.answer))
      ])
    case .wait(let milliseconds): wait(milliseconds)
    case .trace(let result, let brings):
      batch.fill(brings)
      law.follow(lead)
      live([.plain(result.id)])
    }
  }

  /// Reads a reply as production and chat do.
  private func hear(_ burst: ReplyBurst) {
    let reply = read(burst)
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

  private func read(_ burst: ReplyBurst) -> ReadReply {
    ReadReply(burst, by: model(), after: recentTexts, isOptedOut: state.flags.contains(.optedOut))
  }

  private func wait(_ milliseconds: Int64) {
    let end = now.advanced(byMilliseconds: milliseconds)
    var rung = 0
    while breakdown == nil {
      let next = timers.indices.min { timers[$0].due < timers[$1].due }
      if let held, let due = held.due, due <= end, next.map({ due < timers[$0].due }) ?? true {
        now = max(now, due)
        live([.text(held.message)])
        continue
      }
      guard let next, timers[next].due <= end else { break }
      rung += 1
      guard rung <= Conversation.eventLimit else {
        return stop("more than \(Conversation.eventLimit) timers rang in one wait")
      }
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

  private func live(_ events: [LeadEvent]) { live(events.map { .event($0) }) }

  private func live(_ first: [Happening]) {
    var happenings = first
    var count = 0
    while !happenings.isEmpty, count < Conversation.eventLimit {
      switch happenings.removeFirst() {
      case .event(let event): step(event, &happenings)
      case .text(let message) where leaves(message):
        step(.plain(BuiltInEvent.sent.id), &happenings)
        step(.plain(BuiltInEvent.delivered.id), &happenings)
      case .text: break
      }
      count += 1
    }
    if !happenings.isEmpty { stop("more than \(Conversation.eventLimit) events in one step") }
  }

  private func stop(_ reason: String) {
    breakdown = reason
    lines.append(TraceLine("stopped: \(reason)"))
  }

  private func step(_ event: LeadEvent, _ happenings: inout [Happening]) {
    program.step(&state, on: event, lead: lead, at: now, into: &output)
    record(into: &happenings)
  }

  /// Lets a text leave, or holds it back where caps do.
  private func leaves(_ message: OutboundMessage) -> Bool {
    held = nil
    if let wait = law.wait(for: message.purpose, at: now, following: state.texts) {
      held = (message, wait.until)
      let until = wait.until.map { "until \($0.local(in: program.client.timezone))" } ?? "forever"
      lines.append(TraceLine("held \(program.name(of: message.content)) \(until): \(wait.cause)"))
      return false
    }
    let text = renderer.text(message, lead: lead, state: state)
    lines.append(TraceLine("sent \(program.name(of: message.content)): \"\(text)\""))
    sent.append(SentText(content: message.content, text: text))
    coverage.send(message.content)
    recentTexts.append(text)
    if Conversation.quotableTexts < recentTexts.count { recentTexts.removeFirst() }
    return true
  }

  /// Notes what a step did, and does what it asks for as the world would.
  private func record(into happenings: inout [Happening]) {
    lines += program.lines(of: output.trace)
    coverage.note(output.trace, lead: lead)
    effects += output.effects
    for effect in output.effects {
      switch effect {
      case .requestApproval(.auto, template: _): happenings.append(.event(.plain(BuiltInEvent.approved.id)))
      case .send(let message): happenings.append(.text(message))
      case .sendRequired(let text, let message, by: _):
        let words = renderer.text(message, lead: lead, state: state)
        lines.append(TraceLine("sent \(program.name(of: message.content)) as \(text.key): \"\(words)\""))
      // A text that never leaves fails, so that the journey does not wait for it forever.
      case .sendRefused: happenings.append(.event(.plain(BuiltInEvent.failed.id)))
      case .startTimer(let rule, let entry, let due):
        timers.append(PendingTimer(rule: rule, entry: entry, due: due))
      case .cancelTimers(let state, let entry):
        let rules = program.machine.rows[Int(state.rawValue)].timers
        timers.removeAll { rules.contains($0.rule) && $0.entry == entry }
      case .cancelPending:
        held = nil
        happenings.removeAll { if case .text = $0 { true } else { false } }
      case .notify, .escalate, .queued, .assigned, .suppress, .resubscribe, .dropNumber,
        .requestTrace:
        lines.append(TraceLine("effect: \(program.described(effect).text)"))
      case .requestApproval(.manual, template: _), .requestApproval(.sample, template: _), .statusChanged,
        .ended:
        break
      }
    }
  }

  private func percent(_ fraction: Double) -> String { "\(Int((fraction * 100).rounded()))%" }
}
