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
    if case .heard(let read) = exchange.input { text += read.story.map(row).joined() }
    for moment in exchange.moments {
      if !moment.notes.contains(where: isShown) { continue }
      text += clock(moment.at, of: conversation)
      for note in moment.notes where isShown(note) {
        text += conversation.story(of: note).map(row).joined()
      }
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
    conversation.why(exchange).map(row).joined()
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

  private func row(_ line: StoryLine) -> String {
    guard line.template == nil else {
      return line.style.paint(printable(line.text), usesColor)
        + ChatStyle.dim.paint(printable("  [\(line.source ?? "")]"), usesColor) + "\n"
    }
    return row(line.text, line.style, line.source)
  }

  private func row(_ words: String, _ style: ChatStyle? = nil, _ place: String? = nil) -> String {
    let words = printable(words)
    let painted = style.map { $0.paint(words, usesColor) } ?? words
    guard let place else { return "  \(painted)\n" }
    let gap = max(2, Self.placeColumn - displayWidth(of: words))
    return
      "  \(painted)\(String(repeating: " ", count: gap))\(ChatStyle.dim.paint(printable(place), usesColor))\n"
  }
}
