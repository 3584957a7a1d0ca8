import JSONText
import LeadModel
import WorkflowEngine
import WorkflowProgram

/// A conversation as somebody at a keyboard has it: lines in, a transcript out.
public struct ChatSession: Sendable {
  public private(set) var conversation: Conversation
  /// Whether the transcript is one JSON object a line, for programs.
  public let isJSON: Bool
  public private(set) var isOver = false
  private var text: ExchangeText
  private var last: Exchange?

  /// - Parameters:
  ///   - isJSON: Whether to answer in JSON lines.
  ///   - usesColor: Whether to colour what people read.
  public init(_ conversation: Conversation, isJSON: Bool = false, usesColor: Bool = false) {
    self.conversation = conversation
    self.isJSON = isJSON
    text = ExchangeText(usesColor: usesColor)
  }

  /// What is said before the first line: whom the conversation is with, and the machine's first move.
  public mutating func open() -> String {
    let opening = conversation.open()
    last = opening
    if isJSON { return write(opening, "") }
    let lead = conversation.lead
    let name = lead[.ownerName].isEmpty ? "an owner nobody knows yet" : lead[.ownerName]
    let business = lead[.businessName].isEmpty ? "" : ", \(lead[.businessName])"
    return text.heading("\(conversation.program.name): you are \(name)\(business); nothing is sent")
      + text.write(opening, of: conversation)
  }

  /// Takes one line and returns what to print, lines ended.
  ///
  /// - Parameter echoes: Whether the line is repeated, as where nobody saw it being typed.
  public mutating func take(_ line: String, echoes: Bool = false) -> String {
    let parsed = ChatLine(line)
    guard parsed != .nothing else { return "" }
    let echo = echoes && !isJSON ? text.echo(line) : ""
    return echo + answer(parsed, line)
  }

  private mutating func answer(_ parsed: ChatLine, _ line: String) -> String {
    switch parsed {
    case .nothing: return ""
    case .say(let words): return tell(conversation.hear(words), line)
    case .wait(let milliseconds): return tell(conversation.wait(milliseconds), line)
    case .approve, .reject:
      guard conversation.standing.awaits.contains(.approval) else {
        return mistake("no draft waits for approval", line)
      }
      return tell(parsed == .approve ? .approved : .rejected, line)
    case .trace(let result):
      guard conversation.standing.awaits.contains(.trace) else {
        return mistake("no skip trace is under way", line)
      }
      switch result {
      case .found: return tell(.traceFound, line)
      case .missed: return tell(.traceMissed, line)
      case .failed: return tell(.traceFailed, line)
      }
    case .take: return tell(.takenOver, line)
    case .back: return tell(.handedBack, line)
    case .intent(let name):
      let program = conversation.program
      guard let intent = program.intents.firstIndex(of: name),
        let exchange = conversation.hear(intent: intent)
      else {
        return mistake(
          "there is no intent '\(name)'; there are: \(program.intents.joined(separator: ", "))", line)
      }
      return tell(exchange, line)
    case .event(let name):
      let events = conversation.program.machine.events
      guard let event = events.event(named: name), event != BuiltInEvent.timer.id,
        let exchange = conversation.perform(event)
      else {
        return mistake(
          name == BuiltInEvent.timer.name
            ? "timers ring when their time comes: /wait"
            : "there is no event '\(name)'; /events lists what is heard now", line)
      }
      return tell(exchange, line)
    case .status: return isJSON ? json(line) { conversation.writeStatus(to: &$0) } : text.status(conversation)
    case .why:
      return isJSON
        ? last.map { write($0, line, isWhole: true) } ?? ""
        : last.map { text.why($0, of: conversation) } ?? ""
    case .events:
      let events = conversation.handledEvents
      guard isJSON else { return text.list(events, of: conversation) }
      return json(line) {
        $0.member("events", array: { array in for event in events { array.string(event) } })
      }
    case .help:
      guard isJSON else { return text.help() }
      return json(line) { writer in
        writer.member(
          "help",
          array: { array in for entry in ChatLine.commands { array.string("\(entry.form): \(entry.words)") } }
        )
      }
    case .quit:
      isOver = true
      return ""
    case .mistake(let words): return mistake(words, line)
    }
  }

  // MARK: Answers

  private mutating func tell(_ event: BuiltInEvent, _ line: String) -> String {
    conversation.perform(event.id).map { tell($0, line) } ?? ""
  }

  private mutating func tell(_ exchange: Exchange, _ line: String) -> String {
    last = exchange
    return isJSON ? write(exchange, line) : text.write(exchange, of: conversation)
  }

  private func mistake(_ words: String, _ line: String) -> String {
    isJSON ? json(line) { $0.member("error", words) } : text.mistake(words)
  }

  private func write(_ exchange: Exchange, _ line: String, isWhole: Bool = false) -> String {
    json(line) { exchange.write(to: &$0, isWhole: isWhole) }
  }

  private func json(_ line: String, _ body: (inout JSONWriter) -> Void) -> String {
    var writer = JSONWriter()
    writer.object { object in
      if !line.isEmpty { object.member("input", line) }
      body(&object)
    }
    writer.newline()
    return writer.text
  }
}
