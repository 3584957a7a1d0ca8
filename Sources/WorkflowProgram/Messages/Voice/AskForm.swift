/// A persona's way to put a question: a whole one, or a beginning with `...` where the matter goes.
public struct AskForm: Hashable, Sendable {
  /// As written.
  public let wording: Wording
  /// What it can stand before; `nil` for a whole question, and for a form that fits no question as it is.
  let lead: Lead?

  /// A beginning that a template's own question can follow.
  enum Lead: Hashable, Sendable {
    /// "If you don't mind my asking, …?" before any question.
    case anyQuestion(String)
    /// "Whenever it suits you, would …?" in place of "Would".
    case would(String)
    /// "Might it be nice to …?" in place of "Would you like to" and its kin.
    case infinitive(String)
  }

  public init(_ wording: Wording) {
    self.wording = wording
    guard case .text(let text)? = wording.parts.first, wording.parts.count == 1,
      let dots = text.range(of: "...")
    else {
      lead = nil
      return
    }
    let start = text[..<dots.lowerBound]
    let isWhole = text[dots.upperBound...] == "?"
    let lower = start.lowercased()
    if !isWhole {
      lead = nil
    } else if lower.hasSuffix(", ") || lower.hasSuffix(": ") {
      lead = .anyQuestion(String(start))
    } else if lower.hasSuffix(", would ") {
      lead = .would(String(start))
    } else if lower.hasSuffix(" to "), !lower.hasSuffix(" me to "), !lower.hasSuffix(" us to ") {
      lead = .infinitive(String(start))
    } else {
      lead = nil
    }
  }

  /// Whether it is a question by itself, for templates that leave the asking to the persona.
  var isComplete: Bool {
    guard case .text(let last)? = wording.parts.last else { return false }
    return (last.hasSuffix("?") || last.hasSuffix(".")) && last.range(of: "...") == nil
  }
}

extension String {
  /// Where another text stands in this one first.
  fileprivate func range(of other: String) -> Range<String.Index>? { firstRange(of: other) }
}

extension Wording {
  /// The wording with its last question put in one of these forms, or `nil` when none fits.
  func asking(in forms: [AskForm], choice: UInt64) -> Wording? {
    guard let question = lastQuestion else { return nil }
    let candidates = forms.compactMap { $0.lead?.beginning(for: question.text) }
    // Two questions of three stay as they are, so that the habit does not become a tic.
    guard !candidates.isEmpty else { return nil }
    let pick = Int(choice % UInt64(3 * candidates.count))
    guard pick < candidates.count, case .text(let text) = parts[question.part] else { return nil }
    var result = parts
    let kept = text.utf8.prefix(question.start)
    result[question.part] = .text(String(kept).map { $0 + candidates[pick] } ?? text)
    return Wording(result)
  }

  /// The last sentence that asks: the part and byte where it starts, and that part's text from there on.
  private var lastQuestion: (part: Int, start: Int, text: String)? {
    var end: Int?
    for (index, part) in parts.enumerated() {
      if case .text(let text) = part, text.utf8.contains(UInt8(ascii: "?")) { end = index }
    }
    guard let end else { return nil }
    for index in stride(from: end, through: 0, by: -1) {
      guard case .text(let text) = parts[index] else { continue }
      let bytes = Array(text.utf8)
      var stop = index == end ? (bytes.lastIndex(of: UInt8(ascii: "?")) ?? 0) - 1 : bytes.count - 1
      while stop >= 0 {
        if [UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"), 0x0A].contains(bytes[stop]) { break }
        stop -= 1
      }
      if stop < 0, index > 0 { continue }  // The sentence starts in an earlier part.
      var start = stop + 1
      while start < bytes.count, bytes[start] == 0x20 || bytes[start] == 0x0A { start += 1 }
      guard start < bytes.count else { return nil }  // It starts with a hole.
      return (index, start, String(decoding: bytes[start...], as: UTF8.self))
    }
    return nil
  }
}

extension AskForm.Lead {
  /// First words of questions that ask to know something.
  private static let inquiries: Set<String> = [
    "is", "are", "am", "do", "does", "did", "have", "has", "was", "were", "what", "when", "who", "how",
    "where",
    "which", "why",
  ]

  /// Those of them that yes or no cannot answer.
  private static let openWords: Set<String> = ["what", "when", "who", "how", "where", "which", "why"]

  private static let infinitives = [
    "Would you like to ", "Would it help to ", "Do you want to ", "Would you care to ", "Would you want to ",
    "Want to ",
  ]

  /// The question begun in this form, or `nil` when it does not go together.
  func beginning(for question: String) -> String? {
    switch self {
    case .anyQuestion(let lead):
      let first = question.prefix { $0.isLetter }
      // "Yes or no: which day suits you?" asks nothing that yes or no could answer.
      let isClosed = ["yes or no", "confirm"].contains(where: lead.lowercased().contains)
      if isClosed, AskForm.Lead.openWords.contains(first.lowercased()) { return nil }
      // "If you don't mind my asking" asks to know; "Yes or no:" may offer too.
      let fits =
        AskForm.Lead.inquiries.contains(first.lowercased()) || lead.hasSuffix(": ") && first == "Would"
      guard fits else { return nil }
      return lead + first.lowercased() + question.dropFirst(first.count)
    case .would(let lead):
      return question.hasPrefix("Would ") ? lead + question.dropFirst("Would ".count) : nil
    case .infinitive(let lead):
      guard let own = AskForm.Lead.infinitives.first(where: { question.hasPrefix($0) }) else { return nil }
      return lead + question.dropFirst(own.count)
    }
  }
}
