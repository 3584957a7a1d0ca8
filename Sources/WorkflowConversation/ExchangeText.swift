import Diagnostics
import LeadModel
import ReplyUnderstanding
import WorkflowEngine
import WorkflowProgram

/// Puts exchanges into words for people, one line a thing; remembers the clock it showed last.
struct ExchangeText: Sendable {
  private let usesColor: Bool
  private var shownAt: Timestamp?

  /// Where the YAML's line begins when the words before it are shorter.
  private static let placeColumn = 58

  init(usesColor: Bool) { self.usesColor = usesColor }

  func heading(_ words: String) -> String { ChatStyle.heading.paint(printable(words), usesColor) + "\n" }
  func echo(_ line: String) -> String {
    "\n" + ChatStyle.lead.paint("you: \(printable(line))", usesColor) + "\n"
  }
  func mistake(_ words: String) -> String {
    "  " + ChatStyle.warning.paint(printable(words), usesColor) + "\n"
  }

  // MARK: Exchanges

  mutating func write(_ exchange: Exchange, of conversation: Conversation) -> String {
    var text = ""
    if case .heard(let read) = exchange.input { text += understood(read) }
    for moment in exchange.moments {
      if !moment.notes.contains(where: isShown) { continue }
      text += clock(moment.at, of: conversation)
      for note in moment.notes where isShown(note) { text += write(note, of: conversation) }
    }
    if exchange.moments.isEmpty, case .heard = exchange.input {
      text += row("no intent of this workflow takes it", .dim)
    }
    text += clock(exchange.after.at, of: conversation)
    if exchange.before.isHeld != exchange.after.isHeld {
      text += row(
        exchange.after.isHeld ? "a person has the conversation" : "the machine has the conversation", .effect)
    }
    if case .waited = exchange.input, exchange.moments.isEmpty { text += row("nothing was due", .dim) }
    return text
  }

  private mutating func clock(_ instant: Timestamp, of conversation: Conversation) -> String {
    guard shownAt != instant else { return "" }
    shownAt = instant
    return ChatStyle.dim.paint(conversation.clock(instant), usesColor) + "\n"
  }

  private func isShown(_ note: Moment.Note) -> Bool {
    switch note {
    case .trace(let line): line.isStory
    case .effect, .message, .handOver: true
    }
  }

  private func write(_ note: Moment.Note, of conversation: Conversation) -> String {
    switch note {
    case .trace(let line):
      switch line.kind {
      case .took, .entered: return row(line.text, .moved, line.line)
      case .failed, .ranAway: return row(line.text, .warning, line.line)
      case .received, .held, .didNotHold, .left, .ran, .refused, .ignored, .stale:
        return row(line.text, .dim, line.line)
      }
    case .effect(let effect):
      switch effect.kind {
      case .suppressed, .escalated, .refused, .held, .stopped, .draftRefused:
        return row(effect.text, .warning, effect.line)
      case .timerSet, .timerCancelled: return row(effect.text, .dim, effect.line)
      case .traceRequested, .traceFound, .scored, .drafted, .draftAccepted, .approved, .cancelled, .queued,
        .assigned,
        .notified,
        .resubscribed, .numberDropped, .status, .ended:
        return row(effect.text, .effect, effect.line)
      }
    case .message(let message):
      let words = message.text.isEmpty ? "(no words for \(message.template))" : message.text
      let line = "\(message.from): \(words)"
      let place = message.line.map { "  [\(message.template), \($0)]" } ?? "  [\(message.template)]"
      return ChatStyle.spoken.paint(printable(line), usesColor)
        + ChatStyle.dim.paint(printable(place), usesColor)
        + "\n"
    case .handOver(let summary):
      return row("the person reads:", .effect)
        + summary.lines(conversation.clock).map { row("| \($0)", .dim) }.joined()
    }
  }

  // MARK: Understanding

  private func understood(_ read: ReadReply) -> String {
    let understanding = read.understanding
    var text = row(
      "understood " + understanding.intents.map { intent($0, read) }.joined(separator: ", "), .heading)
    let captures = read.captures.map { "\($0.kind.keyword) \"\($0.text)\"" }
    if !captures.isEmpty { text += row("captured " + captures.joined(separator: ", "), .effect) }
    if !understanding.ignored.isEmpty {
      let parts = understanding.ignored.map { "\"\(read.words($0))\"" }
      text += row("not read: " + parts.joined(separator: ", "), .dim)
    }
    if !understanding.mentions.isEmpty {
      let mentions = understanding.mentions.map { "\($0.name) \"\(read.words($0.range))\"" }
      text += row("mentions " + mentions.joined(separator: ", "), .effect)
    }
    if understanding.isReaction { text += row("a reaction or a copy of our text, and nothing else", .dim) }
    if understanding.isAutomated { text += row("another machine wrote this", .dim) }
    if understanding.isDoubtfulOptOut { text += row("perhaps a wish to be left alone", .warning) }
    return text
  }

  private func intent(_ intent: ReadIntent, _ read: ReadReply) -> String {
    let confidence = intent.confidence.isFinite ? min(max(0, intent.confidence), 1) : 0
    let phrases = read.phrases(of: intent.name).map { "\"\($0)\"" }.joined(separator: ", ")
    if read.understanding.keyword == .optIn || (confidence == 0 && read.understanding.keyword == .help) {
      return "a word of the carriers"
    }
    if confidence == 0 { return "nothing for sure: \(intent.name)" }
    return "\(intent.name) \(Int((confidence * 100).rounded()))%" + (phrases.isEmpty ? "" : " by \(phrases)")
  }

  private func score(_ standing: Standing) -> String {
    "quality \(standing.quality), priority \(standing.priority), \(standing.isQualified ? "qualified" : "not qualified")"
  }

  // MARK: Answers to commands

  func status(_ conversation: Conversation) -> String {
    let standing = conversation.standing
    func named(_ name: String) -> String { name.isEmpty ? "none" : name }
    var text = row("state \(standing.path)", .moved, standing.line)
    text += row("status \(standing.status.name)")
    text += row(score(standing))
    text += row(
      "queue \(named(standing.queue)), agent \(named(standing.agent)), campaign \(named(standing.campaign))")
    text += row("sent \(standing.sent), replies \(standing.replies), unanswered \(standing.unanswered)")
    for capture in standing.captures { text += row("captured \(capture.kind.keyword) \"\(capture.text)\"") }
    for timer in standing.timers {
      text += row("timer \(timer.label) rings \(conversation.clock(timer.due))", nil, timer.line)
    }
    if let due = standing.textWaitsUntil {
      text += row("a text waits until \(conversation.clock(due))", .effect)
    }
    for decision in standing.awaits { text += row("waits for \(decision.rawValue)", .effect) }
    if standing.isOptedOut { text += row("opted out", .warning) }
    if standing.isHeld { text += row("a person has the conversation", .warning) }
    if standing.hasEnded { text += row("the journey has ended") }
    text += row("the clock shows \(conversation.clock(standing.at))", .dim)
    return text
  }

  /// Everything of an exchange, what was asked and did not hold included.
  func why(_ exchange: Exchange, of conversation: Conversation) -> String {
    var text = ""
    if case .heard(let read) = exchange.input {
      text += understood(read)
      for evidence in read.understanding.evidence { text += row(words(evidence, read), .dim) }
    }
    for moment in exchange.moments {
      for note in moment.notes {
        switch note {
        case .trace(let line):
          text += row("\(mark(line.kind)) \(line.text)", line.isStory ? .moved : .dim, line.line)
        case .effect, .message, .handOver: text += write(note, of: conversation)
        }
      }
    }
    return text
  }

  private func mark(_ kind: TraceLine.Kind) -> String {
    switch kind {
    case .received: "event"
    case .held: "✓"
    case .didNotHold: "✗"
    case .failed: "!"
    case .took: "took"
    case .left: "left"
    case .entered: "entered"
    case .ran: "do"
    case .refused: "refused"
    case .ignored: "ignored:"
    case .stale: "stale:"
    case .ranAway: "stopped:"
    }
  }

  private func words(_ evidence: Evidence, _ read: ReadReply) -> String {
    let words = "\"\(read.words(evidence.range))\""
    return switch evidence.source {
    case .keyword(let keyword): "\(words) is the keyword \(keyword): \(evidence.intent)"
    case .phrase(let phrase): "\(words) matches '\(phrase)': \(evidence.intent)"
    case .exception(let phrase): "\(words) matches '\(phrase)', which takes \(evidence.intent) back"
    case .classifier(let share):
      "\(words) reads like \(evidence.intent) to \(Int((min(max(0, share), 1) * 100).rounded()))%"
    }
  }

  func list(_ events: [String], of conversation: Conversation) -> String {
    guard !events.isEmpty else { return row("nothing is heard in \(conversation.standing.path)", .dim) }
    return events.map { row($0) }.joined()
  }

  func help() -> String {
    "  what you type is what the lead writes\n"
      + ChatLine.commands.map {
        row($0.form + String(repeating: " ", count: max(1, 16 - $0.form.count)) + $0.words)
      }.joined()
  }

  // MARK: Lines

  private func row(_ words: String, _ style: ChatStyle? = nil, _ place: String? = nil) -> String {
    let words = printable(words)
    let painted = style.map { $0.paint(words, usesColor) } ?? words
    guard let place else { return "  \(painted)\n" }
    let gap = max(2, Self.placeColumn - displayWidth(of: words))
    return
      "  \(painted)\(String(repeating: " ", count: gap))\(ChatStyle.dim.paint(printable(place), usesColor))\n"
  }
}
