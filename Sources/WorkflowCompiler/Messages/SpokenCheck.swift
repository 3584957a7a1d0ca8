public import Diagnostics
public import WorkflowProgram

/// Checks a template against a persona that may speak it.
public struct SpokenCheck: Sendable {
  private let persona: String
  private let voice: PersonaVoice
  private let speaker: Speaker
  private let lengths: SpeakerLengths
  private let avoided: AvoidedWords

  /// - Parameter speaker: The client's constants with this persona's agent; of several agents the longest.
  public init(_ persona: PersonaProgram, speaker: Speaker) {
    self.init(name: persona.name, voice: persona.voice, speaker: speaker)
  }

  init(name: String, voice: PersonaVoice, speaker: Speaker) {
    persona = name
    self.voice = voice
    self.speaker = speaker
    lengths = SpeakerLengths(speaker)
    // A word the persona exchanges for another is not said.
    let exchanged = Set(voice.prefers.map { $0.word.lowercased() })
    avoided = AvoidedWords(voice.avoids.filter { !exchanged.contains($0) })
  }

  public func findings(in compiled: CompiledTemplate) -> [Diagnostic] {
    findings(in: compiled, words: words(in: compiled))
  }

  /// What the persona makes of a template's words, whoever the client is.
  struct Words: Sendable {
    var findings: [Diagnostic] = []
    /// For each variant, the most septets by which the voice makes it longer.
    var growths: [Int] = []
  }

  func words(in compiled: CompiledTemplate) -> Words {
    var words = Words()
    // A shipped text is said in many voices; a client's own, or the persona's, is written for this one.
    let isOwn = compiled.origin == .client || compiled.template.library == persona
    words.growths.reserveCapacity(compiled.wordings.count)
    for wording in compiled.wordings.prefix(compiled.template.variants.count) {
      words.findings += bannedWords(in: wording)
      if isOwn { words.findings += longSentences(in: wording) }
      words.growths.append(wording.bound.growth(in: voice))
    }
    return words
  }

  /// Those of the words, and what the voice makes too long for this client.
  func findings(in compiled: CompiledTemplate, words: Words) -> [Diagnostic] {
    let template = compiled.template
    var diagnostics = words.findings
    for (index, growth) in words.growths.enumerated() {
      let wording = compiled.wordings[index]
      if wording.bound.fits(template.segmentBudget, growth: growth, for: lengths) { continue }
      let spoken = template.wording(index, in: voice, for: speaker)
      diagnostics += BudgetCheck(
        budget: template.segmentBudget, speaker: speaker, lengths: lengths, origin: compiled.origin
      ).findings(in: wording, spoken: spoken, by: persona)
    }
    return diagnostics
  }

  func bannedWords(in wording: LocatedWording) -> [Diagnostic] {
    let places = avoided.places(in: wording.ownWords)
    guard !places.isEmpty else { return [] }
    let bytes = Array(wording.source.text.utf8)
    return places.map { range in
      let word = String(decoding: bytes[range], as: UTF8.self)
      return Diagnostic(
        .bannedWord, .error,
        "'\(word)' is a \(word.contains(" ") ? "phrase" : "word") that \(persona) avoids",
        at: wording.range(range))
    }
  }

  /// Sentences with more words than the persona says in one breath; a hole counts as one word.
  func longSentences(in wording: LocatedWording) -> [Diagnostic] {
    guard voice.sentenceWords > 0 else { return [] }
    let bytes = wording.ownWords
    var diagnostics: [Diagnostic] = []
    var start = 0
    var words = 0
    var isInWord = false
    for index in 0...bytes.count {
      let byte = index < bytes.count ? bytes[index] : UInt8(ascii: ".")
      let isWord =
        byte == LocatedWording.hole || (byte | 0x20) &- 97 < 26 || byte &- 48 < 10 || 0x80 <= byte
        || byte == UInt8(ascii: "'") || byte == UInt8(ascii: "-")
      if isWord, !isInWord {
        if words == 0 { start = index }
        words += 1
      }
      isInWord = isWord
      // A point inside a number or an address ends nothing.
      let isStop = Self.endsSentence(byte) && (index + 1 >= bytes.count || bytes[index + 1] <= 0x20)
      guard isStop else { continue }
      if words > voice.sentenceWords {
        diagnostics.append(
          Diagnostic(
            .longSentence, .warning,
            "sentence has \(words) words; \(persona) says at most \(voice.sentenceWords) in one",
            at: wording.range(start..<min(index + 1, bytes.count))))
      }
      words = 0
    }
    return diagnostics
  }

  private static func endsSentence(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"), UInt8(ascii: "\n"): true
    case _: false
    }
  }
}
