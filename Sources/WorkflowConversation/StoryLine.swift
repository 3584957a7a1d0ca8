import ReplyUnderstanding
import WorkflowEngine
import WorkflowProgram

/// One line of what happened, in the words in which chats show it and tests tell a failure.
public struct StoryLine: Hashable, Sendable {
  public let text: String
  /// `workflows/ecbb.yaml:12`; `nil` for what no line of YAML says.
  public let place: String?
  /// `library.template` of a text that left.
  public let template: String?
  let style: ChatStyle

  public init(_ text: String, _ place: String? = nil) { self.init(text, .plain, place) }

  init(_ text: String, _ style: ChatStyle, _ place: String? = nil, template: String? = nil) {
    self.text = text
    self.style = style
    self.place = place
    self.template = template
  }

  /// What to look up: the template and the line, as far as there are any.
  public var source: String? {
    let parts = [template, place].compactMap(\.self)
    return parts.isEmpty ? nil : parts.joined(separator: ", ")
  }
}

extension Conversation {
  /// Everything of an exchange, what was asked and did not hold included.
  public func why(_ exchange: Exchange) -> [StoryLine] {
    var lines: [StoryLine] = []
    if case .heard(let read) = exchange.input {
      lines += read.story + read.understanding.evidence.map { StoryLine(read.words(for: $0), .dim) }
    }
    for note in exchange.moments.flatMap(\.notes) {
      guard case .trace(let line) = note else {
        lines += story(of: note)
        continue
      }
      lines.append(
        StoryLine("\(line.kind.mark) \(line.text)", line.isStory ? .moved : .dim, line.line))
    }
    return lines
  }

  func story(of note: Moment.Note) -> [StoryLine] {
    switch note {
    case .trace(let line): [StoryLine(line.text, line.kind.style, line.line)]
    case .effect(let effect): [StoryLine(effect.text, effect.kind.style, effect.line)]
    case .message(let message):
      [
        StoryLine(
          "\(message.from): \(message.text.isEmpty ? "(no words for \(message.template))" : message.text)",
          .spoken, message.line, template: message.template)
      ]
    case .handOver(let summary):
      [StoryLine("the person reads:", .effect)] + summary.lines(clock).map { StoryLine("| \($0)", .dim) }
    }
  }
}

extension TraceLine.Kind {
  fileprivate var style: ChatStyle {
    switch self {
    case .took, .entered: .moved
    case .failed, .ranAway: .warning
    case .received, .held, .didNotHold, .left, .ran, .refused, .ignored, .stale: .dim
    }
  }

  fileprivate var mark: String {
    switch self {
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
}

extension EffectLine.Kind {
  fileprivate var style: ChatStyle {
    switch self {
    case .suppressed, .escalated, .refused, .held, .stopped, .draftRefused: .warning
    case .timerSet, .timerCancelled: .dim
    case .traceRequested, .traceFound, .scored, .drafted, .draftAccepted, .approved, .cancelled, .queued,
      .assigned, .notified, .resubscribed, .numberDropped, .status, .ended:
      .effect
    }
  }
}

// MARK: Understanding

extension ReadReply {
  /// What was understood, and by which words.
  var story: [StoryLine] {
    var lines = [
      StoryLine(
        "understood " + understanding.intents.map { words(for: $0) }.joined(separator: ", "), .heading)
    ]
    func add(_ name: String, _ parts: [String], _ style: ChatStyle) {
      guard !parts.isEmpty else { return }
      lines.append(StoryLine("\(name) \(parts.joined(separator: ", "))", style))
    }
    add("captured", captures.map { "\($0.kind.keyword) \"\($0.text)\"" }, .effect)
    add("not read:", understanding.ignored.map { "\"\(words($0))\"" }, .dim)
    add("mentions", understanding.mentions.map { "\($0.name) \"\(words($0.range))\"" }, .effect)
    if understanding.isReaction {
      lines.append(StoryLine("a reaction or a copy of our text, and nothing else", .dim))
    }
    if understanding.isAutomated { lines.append(StoryLine("another machine wrote this", .dim)) }
    if understanding.isDoubtfulOptOut {
      lines.append(StoryLine("perhaps a wish to be left alone", .warning))
    }
    return lines
  }

  private func words(for intent: ReadIntent) -> String {
    let share = intent.confidence.isFinite ? intent.confidence : 0
    if understanding.keyword == .optIn || (share <= 0 && understanding.keyword == .help) {
      return "a word of the carriers"
    }
    if share <= 0 { return "nothing for sure: \(intent.name)" }
    let phrases = phrases(of: intent.name).map { "\"\($0)\"" }.joined(separator: ", ")
    return "\(intent.name) \(percent(share))" + (phrases.isEmpty ? "" : " by \(phrases)")
  }

  fileprivate func words(for evidence: Evidence) -> String {
    let words = "\"\(words(evidence.range))\""
    return switch evidence.source {
    case .keyword(let keyword): "\(words) is the keyword \(keyword): \(evidence.intent)"
    case .phrase(let phrase): "\(words) matches '\(phrase)': \(evidence.intent)"
    case .exception(let phrase): "\(words) matches '\(phrase)', which takes \(evidence.intent) back"
    case .classifier(let share): "\(words) reads like \(evidence.intent) to \(percent(share))"
    }
  }

  private func percent(_ share: Double) -> String { "\(Int((min(max(0, share), 1) * 100).rounded()))%" }
}
