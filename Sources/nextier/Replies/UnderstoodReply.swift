import Diagnostics
import JSONText
import ReplyUnderstanding

/// A reply and what was read in it, for people and for programs.
struct UnderstoodReply {
  private let bytes: [UInt8]
  private let understanding: Understanding
  /// Longer phrases are cut; their beginning is enough to find them.
  private static let longestPhrase = 64

  init(_ text: String, _ understanding: Understanding) {
    bytes = Array(text.utf8)
    self.understanding = understanding
  }

  private func words(_ range: Range<Int>) -> String {
    String(decoding: bytes[range.clamped(to: 0..<bytes.count)], as: UTF8.self)
  }

  /// What was captured, by name, in the writer's own words where a value has no text of its own.
  private var captures: [(name: String, text: String)] {
    let found = understanding.captures
    var captures: [(name: String, text: String)] = []
    if let email = found.email { captures.append(("email", email.value)) }
    if let phone = found.phone { captures.append(("phone", phone.value)) }
    if let time = found.time { captures.append(("time", words(time.range))) }
    if let money = found.money { captures.append(("amount", words(money.range))) }
    if let name = found.name { captures.append(("name", name.value)) }
    if let answer = found.answer { captures.append(("answer", answer.value.rawValue)) }
    return captures
  }

  // MARK: For programs

  /// One object on one line.
  var json: String {
    var writer = JSONWriter()
    write(to: &writer)
    return writer.text
  }

  func write(to writer: inout JSONWriter) {
    writer.object { writer in
      writer.member(
        "intents",
        array: { array in
          for intent in understanding.intents {
            array.object {
              $0.member("name", intent.name)
              $0.member("confidence", (intent.confidence * 1_000).rounded() / 1_000)
            }
          }
        })
      writer.member(
        "captures",
        object: { object in
          for capture in captures { object.member(capture.name, capture.text) }
          if let money = understanding.captures.money?.value {
            object.member("amount_cents", Int(money.cents))
            if let upper = money.upToCents { object.member("amount_up_to_cents", Int(upper)) }
          }
        })
      if !understanding.mentions.isEmpty {
        writer.member(
          "mentions", array: { array in for mention in understanding.mentions { array.string(mention.name) } }
        )
      }
      writer.member("language", understanding.language.rawValue)
      if let keyword = understanding.keyword { writer.member("keyword", keyword.rawValue) }
      writer.member("automated", understanding.isAutomated)
      writer.member("doubtful_opt_out", understanding.isDoubtfulOptOut)
      if understanding.optsBackIn { writer.member("opts_back_in", true) }
    }
  }

  // MARK: For people

  /// The reply with the words that count marked, then a line for each finding.
  func text(usesColor: Bool) -> String {
    var lines: [String] = []
    let width = understanding.intents.map(\.name.count).max() ?? 0
    for intent in understanding.intents { lines += findings(intent, width: width) }
    for exception in understanding.evidence {
      guard case .exception(let phrase) = exception.source else { continue }
      lines.append("  not \(exception.intent): '\(words(exception.range))' is \(short(phrase))")
    }
    for capture in captures { lines.append("  \(capture.name): \(capture.text)") }
    for mention in understanding.mentions {
      lines.append("  mentions \(mention.name): \(words(mention.range))")
    }
    for range in understanding.ignored { lines.append("  not read: \(words(range))") }
    if understanding.keyword != nil { lines.append("  the whole message is a carriers' keyword") }
    if understanding.isAutomated { lines.append("  another machine wrote this: it is not answered") }
    if understanding.isDoubtfulOptOut {
      lines.append("  perhaps a wish to be left alone: the machine stops and a person decides")
    }
    // What a lead wrote is cleaned before it is painted: only our own escapes reach the terminal.
    return ([marked(usesColor: usesColor)] + lines.map(printable)).joined(separator: "\n")
  }

  private func findings(_ intent: ReadIntent, width: Int) -> [String] {
    let percent = "\(Int((intent.confidence * 100).rounded()))%"
    let name = intent.name + String(repeating: " ", count: max(0, width - intent.name.count))
    let head = "  \(name)  \(String(repeating: " ", count: max(0, 4 - percent.count)))\(percent)"
    var reasons: [String] = []
    for evidence in understanding.evidence where evidence.intent == intent.name {
      let reason: String? =
        switch evidence.source {
        case .keyword(let word): "the whole message is '\(word)'"
        case .phrase(let phrase): "'\(words(evidence.range))' is \(short(phrase))"
        case .classifier: "sounds like its examples"
        case .exception: nil
        }
      if let reason, !reasons.contains(reason) { reasons.append(reason) }
    }
    if reasons.isEmpty { reasons = ["nothing was read with enough confidence"] }
    let indent = String(repeating: " ", count: head.count)
    return reasons.prefix(4).enumerated().map { ($0.offset == 0 ? head : indent) + "  " + $0.element }
  }

  private func short(_ phrase: String) -> String {
    phrase.count <= Self.longestPhrase ? phrase : phrase.prefix(Self.longestPhrase) + "…"
  }

  /// The reply, with the words of its phrases in bold, or between brackets where there is no colour.
  private func marked(usesColor: Bool) -> String {
    var isMarked = [Bool](repeating: false, count: bytes.count)
    for evidence in understanding.evidence {
      switch evidence.source {
      case .keyword, .phrase:
        for index in evidence.range.clamped(to: 0..<bytes.count) { isMarked[index] = true }
      case .exception, .classifier: break
      }
    }
    let (opening, closing) = usesColor ? ("\u{1B}[1;36m", "\u{1B}[0m") : ("[", "]")
    var (result, start): (String, Int) = ("", 0)
    while start < bytes.count {
      let end = bytes.indices[start...].first { isMarked[$0] != isMarked[start] } ?? bytes.count
      let piece = printable(words(start..<end))
      result += isMarked[start] ? opening + piece + closing : piece
      start = end
    }
    return result
  }
}
