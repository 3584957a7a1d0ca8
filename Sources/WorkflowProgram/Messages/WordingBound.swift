import LeadModel

/// The most room a wording can take, whoever speaks and whatever words a voice exchanges in it.
///
/// Found by adding up rather than by saying the text: most texts have room to spare in every voice, and saying
/// each in each voice is most of a compiler's work. Never less than `worstCount` of what the voice makes of the
/// wording, a property that tests hold against it.
public struct WordingBound: Sendable {
  /// Septets of the texts and of the lead's values at their longest; `nil` where only saying it can tell: with
  /// characters outside the GSM alphabet, or a slot whose words touch others.
  private let septets: Int?
  /// Slots, each between blanks, so that the words put there stay words of their own.
  private let slots: [VoiceSlot]
  /// The speaker's constants with the septets of their fallbacks.
  private let constants: [(constant: SpeakerConstant, fallback: Int)]
  /// Hashes of the texts' words.
  private let words: [UInt64]

  public init(_ wording: Wording) {
    var sum = 0
    var constants: [(constant: SpeakerConstant, fallback: Int)] = []
    var words: [UInt64] = []
    var isKnown = true
    /// Septets of a text, or 0 and no bound at all.
    func septets(_ text: String) -> Int {
      let count = SMSCount(text)
      if count.encoding != .gsm7 { isKnown = false }
      return count.units
    }
    var slots: [VoiceSlot] = []
    for (index, part) in wording.parts.enumerated() {
      switch part {
      case .slot(let slot):
        slots.append(slot)
        if slot == .greeting || !wording.standsAlone(at: index) { isKnown = false }
      case .text(let text):
        sum += septets(text)
        let bytes = Array(text.utf8)
        words.reserveCapacity(words.count + bytes.count / 4)
        var scanner = WordScanner(bytes)
        while let word = scanner.next() { words.append(WordScanner.hash(bytes[word])) }
      case .variable(let variable, let fallback):
        let instead = fallback.map(septets) ?? 0
        if let constant = variable.constant {
          constants.append((constant, instead))
        } else {
          sum += max(instead, variable.longest)
        }
      }
    }
    self.septets = isKnown ? sum : nil
    self.constants = constants
    self.words = words
    self.slots = slots
  }

  /// The most septets by which a voice's words make the wording longer, those it puts into slots among them.
  public func growth(in voice: PersonaVoice) -> Int {
    growth(voice.growth)
  }

  private func growth(_ growth: VoiceGrowth) -> Int {
    var sum = 0
    func add(_ septets: Int) { sum = sum.addingReportingOverflow(septets).overflow ? .max : sum + septets }
    for word in words { add(growth.septets(atWord: word)) }
    for slot in slots { add(growth.septets(in: slot)) }
    return sum
  }

  /// Septets with a voice's words, whoever the speaker is; `nil` where that is not known.
  func septets(growing growth: VoiceGrowth) -> Int? {
    guard let septets, constants.isEmpty, slots.isEmpty else { return nil }
    let (sum, isTooMuch) = septets.addingReportingOverflow(self.growth(growth))
    return isTooMuch ? nil : sum
  }

  /// Whether the wording surely fits, as it is written or with a voice's words.
  ///
  /// What a voice adds around its words it leaves out where that does not fit, so this answers for all it does.
  ///
  /// - Parameters:
  ///   - budget: In segments.
  ///   - growth: What the voice's words add at most; 0 for the wording as it is written, its slots left empty.
  /// - Returns: `false` when it may not fit.
  public func fits(_ budget: Int, growth: Int = 0, for speaker: SpeakerLengths) -> Bool {
    guard var sum = septets, 0 < budget else { return false }
    for (constant, fallback) in constants {
      guard let length = speaker.septets(of: constant) else { return false }
      sum += length == 0 ? fallback : length
    }
    let (most, isTooMuch) = sum.addingReportingOverflow(growth)
    guard !isTooMuch else { return false }
    // A character of two septets may leave the last one of a part empty.
    return most <= SMSEncoding.gsm7.unitsInOnePart || most / (SMSEncoding.gsm7.unitsPerPart - 1) < budget
  }
}

extension Wording {
  /// Whether a blank, a hole or nothing stands on both sides of a part, and what follows starts with a plain letter
  /// if with any: a capital there takes no more room.
  fileprivate func standsAlone(at index: Int) -> Bool {
    if 0 < index {
      switch parts[index - 1] {
      case .text(let text): if let last = text.utf8.last, 0x20 < last { return false }
      case .slot: return false
      case .variable: break
      }
    }
    guard index + 1 < parts.count else { return true }
    switch parts[index + 1] {
    case .text(let text):
      if let first = text.utf8.first, 0x20 < first { return false }
      return text.utf8.first { 0x20 < $0 }.map { $0 < 0x80 } ?? true
    case .slot: return false
    case .variable: return true
    }
  }
}
