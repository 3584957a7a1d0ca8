import JSONText
import LeadModel
import ReplyUnderstanding
public import WorkflowEngine
import WorkflowProgram

/// A conversation as somebody at a keyboard has it: lines in, a transcript out.
public struct ChatSession: Sendable {
  public private(set) var conversation: Conversation
  /// Whether the transcript is one JSON object a line, for programs.
  public let isJSON: Bool
  public private(set) var isOver = false
  /// Lines so far that could not be taken: unknown commands, names that do not exist.
  public private(set) var mistakes = 0
  /// Whether a language model may be asked for drafts.
  public let asksModel: Bool
  private var text: ExchangeText
  private var last: Exchange?
  private var drafting: Drafting?

  /// What a line came to.
  public enum Turn: Hashable, Sendable {
    /// What to print, lines ended.
    case said(String)
    /// A draft is wanted first; `resume` takes the answer.
    case wants(DraftRequest)
  }

  /// A line that waits for a draft, and where things stood before it.
  private struct Drafting: Sendable {
    let before: Conversation
    let words: ReplyBurst
    let line: String
    let echo: String
    let request: DraftRequest
    var answers: [DraftRequest: DraftAnswer]
  }

  /// - Parameters:
  ///   - isJSON: Whether to answer in JSON lines.
  ///   - usesColor: Whether to colour what people read.
  ///   - asksModel: Whether turns may want drafts by a language model.
  public init(
    _ conversation: Conversation, isJSON: Bool = false, usesColor: Bool = false, asksModel: Bool = false
  ) {
    self.conversation = conversation
    self.isJSON = isJSON
    self.asksModel = asksModel
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
    let model = asksModel ? conversation.program.languageModel : nil
    let promise = model.map { "no text is sent, but what you write goes to \($0.name) at \($0.host)" }
    return text.heading(
      "\(conversation.program.name): you are \(name)\(business); \(promise ?? "nothing is sent")")
      + text.write(opening, of: conversation)
  }

  /// Takes one line and returns what to print, lines ended; drafts are not waited for.
  ///
  /// - Parameter echoes: Whether the line is repeated, as where nobody saw it being typed.
  public mutating func take(_ line: String, echoes: Bool = false) -> String {
    var turn = begin(line, echoes: echoes)
    while case .wants = turn { turn = resume(with: .failed(.unreachable)) }
    if case .said(let text) = turn { return text }
    return ""
  }

  /// Takes one line; what it comes to may want a draft first.
  ///
  /// - Parameter echoes: Whether the line is repeated, as where nobody saw it being typed.
  public mutating func begin(_ line: String, echoes: Bool = false) -> Turn {
    drafting = nil
    let parsed = ChatLine(line)
    guard parsed != .nothing else { return .said("") }
    let echo = echoes && !isJSON ? text.echo(line) : ""
    let words: ReplyBurst
    switch parsed {
    case .say(let text) where asksModel: words = ReplyBurst([text])
    case .burst(let texts) where asksModel: words = ReplyBurst(texts)
    case _: return .said(echo + answer(parsed, line))
    }
    return hear(words, line, echo, from: conversation, answers: [:])
  }

  /// Goes on with the line that wanted a draft.
  ///
  /// - Returns: Nothing to print when no line waits.
  public mutating func resume(with answer: DraftAnswer) -> Turn {
    guard var waiting = drafting else { return .said("") }
    drafting = nil
    waiting.answers[waiting.request] = answer
    return hear(
      waiting.words, waiting.line, waiting.echo, from: waiting.before, answers: waiting.answers)
  }

  private mutating func hear(
    _ words: ReplyBurst, _ line: String, _ echo: String, from before: Conversation,
    answers: [DraftRequest: DraftAnswer]
  ) -> Turn {
    conversation = before
    let exchange = conversation.hear(words, drafts: answers)
    guard let request = exchange.wantedDraft else { return .said(echo + tell(exchange, line)) }
    conversation = before
    drafting = Drafting(
      before: before, words: words, line: line, echo: echo, request: request, answers: answers)
    return .wants(request)
  }

  private mutating func answer(_ parsed: ChatLine, _ line: String) -> String {
    switch parsed {
    case .nothing: return ""
    case .say(let words): return tell(conversation.hear(words), line)
    case .burst(let texts): return tell(conversation.hear(ReplyBurst(texts)), line)
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
        let exchange = conversation.hear(intents: [intent])
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

  private mutating func mistake(_ words: String, _ line: String) -> String {
    mistakes += 1
    return isJSON ? json(line) { $0.member("error", words) } : text.mistake(words)
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
