import Diagnostics
import ReplyUnderstanding

/// One line that a person types into a conversation.
public enum ChatLine: Hashable, Sendable {
  /// Nothing was written, or only white space.
  case nothing
  /// What the lead writes.
  case say(String)
  /// What the lead writes within seconds, in several texts; at least two.
  case burst([String])
  case wait(milliseconds: Int64)
  case status, why, events, help, quit
  case approve, reject
  case trace(TraceResult)
  /// A person takes the conversation, or gives it back.
  case take, back
  /// The lead means an intent, whatever the words.
  case intent(String)
  case event(String)
  /// A command that does not exist or lacks something, and what to do about it.
  case mistake(String)

  public enum TraceResult: String, Hashable, Sendable, CaseIterable { case found, missed, failed }

  /// Reads a line; one that begins with `/` is a command, and `//` begins a text with one slash.
  public init(_ line: String) {
    let text = ChatLine.trimmed(line[...])
    guard text.hasPrefix("/") else {
      self = text.isEmpty ? .nothing : .say(String(text))
      return
    }
    guard !text.hasPrefix("//") else {
      self = .say(String(text.dropFirst()))
      return
    }
    let words = text.dropFirst().split(maxSplits: 1, whereSeparator: \.isWhitespace)
    let name = words.first.map(String.init) ?? ""
    let rest = words.count < 2 ? "" : String(ChatLine.trimmed(words[1]))
    self = ChatLine(command: name.lowercased(), rest)
  }

  private init(command name: String, _ rest: String) {
    switch name {
    case "wait":
      guard let milliseconds = ChatLine.duration(rest) else {
        self = .mistake("/wait takes a time such as 3d, 12h or 1h30m, at most ten years")
        return
      }
      self = .wait(milliseconds: milliseconds)
    case "burst":
      let texts = rest.split(separator: " / ").map { String(ChatLine.trimmed($0)) }.filter { !$0.isEmpty }
      self =
        texts.count < 2 || ReplyBurst.maximumTexts < texts.count
        ? .mistake("/burst takes 2 to \(ReplyBurst.maximumTexts) texts, ' / ' between them") : .burst(texts)
    case "status": self = .status
    case "why": self = .why
    case "events": self = .events
    case "help", "?": self = .help
    case "quit", "exit", "q": self = .quit
    case "approve": self = .approve
    case "reject": self = .reject
    case "take": self = .take
    case "back": self = .back
    case "trace":
      let result = TraceResult(rawValue: rest.lowercased())
      self = result.map(ChatLine.trace) ?? .mistake("/trace takes found, missed or failed")
    case "intent": self = rest.isEmpty ? .mistake("/intent takes an intent's name") : .intent(rest)
    case "event": self = rest.isEmpty ? .mistake("/event takes an event; /events lists them") : .event(rest)
    case let other:
      let near = nearestName(
        to: other, in: ChatLine.commands.map { String($0.form.dropFirst().prefix { $0 != " " }) })
      self = .mistake(
        "there is no /\(other); \(near.map { "did you mean /\($0)?" } ?? "/help lists what there is")")
    }
  }

  /// Every command and what it does, in the order of use.
  public static let commands: [(form: String, words: String)] = [
    ("/wait 3d", "move the clock (s, m, h, d, w) and ring the timers that are due"),
    ("/burst A / B", "write several texts within seconds; they are read as one reply"),
    ("/status", "where the conversation stands: state, score, timers, captures"),
    ("/why", "everything the machine asked and did in the last exchange, line by line"),
    ("/events", "what the machine would hear now"),
    ("/event NAME", "something happens: a signal, status.closed, failed, …"),
    ("/intent NAME", "mean an intent whatever the words"),
    ("/approve", "approve the draft"), ("/reject", "reject the draft"),
    ("/trace found", "answer the skip trace: found, missed or failed"),
    ("/take", "a person takes the conversation"), ("/back", "the person gives it back"),
    ("/help", "this list"), ("/quit", "end"),
  ]

  /// Reads `3d` or `1h30m` as milliseconds; numbers without a unit are minutes.
  ///
  /// - Returns: `nil` for anything else, for nothing, and for more than `Conversation.longestWait`.
  static func duration(_ text: String) -> Int64? {
    var total: Int64 = 0
    var number: Int64?
    func add(_ unit: Int64) -> Bool {
      guard let count = number else { return false }
      let (part, overflow) = count.multipliedReportingOverflow(by: unit)
      guard !overflow, part <= Conversation.longestWait, total <= Conversation.longestWait - part else {
        return false
      }
      total += part
      number = nil
      return true
    }
    for byte in text.lowercased().utf8 where byte != 0x20 {
      if byte &- 48 < 10 {
        let digit = Int64(byte - 48)
        guard (number ?? 0) <= Conversation.longestWait else { return nil }
        number = (number ?? 0) * 10 + digit
        continue
      }
      let unit: Int64
      switch Unicode.Scalar(byte) {
      case "s": unit = 1_000
      case "m": unit = 60_000
      case "h": unit = 3_600_000
      case "d": unit = 86_400_000
      case "w": unit = 7 * 86_400_000
      case _: return nil
      }
      guard add(unit) else { return nil }
    }
    if number != nil, !add(60_000) { return nil }
    return text.utf8.contains { $0 &- 48 < 10 } ? total : nil
  }

  private static func trimmed(_ text: Substring) -> Substring {
    var text = text.drop(while: \.isWhitespace)
    while text.last?.isWhitespace == true { text.removeLast() }
    return text
  }
}
