extension Wording {
  /// The wording as a persona says it: its greeting and sign-off, its questions, its words, contractions and emoji.
  ///
  /// A pure function, and done once for each pair of template and persona, so that rendering stays a copy.
  ///
  /// - Parameters:
  ///   - choice: Picks one of the persona's forms where it has several; the same number picks the same form.
  ///   - signs: Whether the message is one that this persona signs.
  ///   - fits: Whether a result is short enough. Forms that are not are left out, the sign-off first, then the
  ///     question's form, then the greeting; the words are the persona's in any case.
  public func voiced(
    by voice: PersonaVoice, choice: UInt64, signs: Bool = false, fits: (Wording) -> Bool = { _ in true }
  ) -> Wording {
    for form in voice.greetings.indices {
      guard let greeted = greeted(by: voice, choice: spread(choice, 1), form: form) else { continue }
      if let result = greeted.dressed(by: voice, choice, signs, behindGreeting: true, fits) { return result }
    }
    return dressed(by: voice, choice, signs, behindGreeting: false, fits)
      ?? worded(by: voice, choice: choice)
  }

  /// The wording with its slots filled and its words exchanged, and nothing put around or into it.
  public func worded(by voice: PersonaVoice, choice: UInt64) -> Wording {
    filled(by: voice, choice: choice).spoken(in: voice)
  }

  /// The wording with the voice's question and sign-off as far as they fit; `nil` when not even its words do.
  private func dressed(
    by voice: PersonaVoice, _ choice: UInt64, _ signs: Bool, behindGreeting: Bool, _ fits: (Wording) -> Bool
  ) -> Wording? {
    let filled = filled(by: voice, choice: choice)
    for candidate in [filled.asking(in: voice.asks, choice: spread(choice, 11)), filled] {
      guard let spoken = candidate?.spoken(in: voice, behindGreeting: behindGreeting) else { continue }
      if signs, let signed = spoken.signed(by: voice, choice: choice), fits(signed) { return signed }
      if fits(spoken) { return spoken }
    }
    return nil
  }

  /// The wording with phrases, emoji and marks as the voice has them; slots and holes stay.
  ///
  /// - Parameter behindGreeting: Whether it starts with the persona's own greeting, which no rule exchanges.
  func spoken(in voice: PersonaVoice, behindGreeting: Bool = false) -> Wording {
    guard !voice.changesNoWord else { return self }
    var editor = PhraseEditor(voice.phrases, startsMessage: !behindGreeting)
    var emojiLeft = voice.emoji == .rare ? 1 : 0
    var result = Wording()
    for (index, part) in parts.enumerated() {
      guard case .text(var text) = part else {
        editor.passHole()
        result.append(part)
        continue
      }
      let holeFollows = index + 1 < parts.count
      if !voice.phrases.isEmpty { text = editor.edited(text, holeFollows: holeFollows) }
      if voice.emoji != .some { text = text.withoutEmoji(keeping: &emojiLeft) }
      if voice.temper.isCalm, text.utf8.contains(UInt8(ascii: "!")) { text = text.replacing("!", with: ".") }
      result.append(.text(text))
    }
    return result.shortSentences(of: voice.sentenceWords)
  }

  // MARK: Greeting

  /// The wording with its greeting in one of the voice's forms, counted from the chosen one.
  ///
  /// - Returns: `nil` when its greeting cannot be told from the rest ("Hi {firstName}," at the start can), or the
  ///   form names the agent and the wording does too.
  private func greeted(by voice: PersonaVoice, choice: UInt64, form: Int) -> Wording? {
    guard 3 <= parts.count, case .text(let opening) = parts[0],
      ["hi ", "hello ", "hey ", "dear "].contains(opening.lowercased()),
      case .variable(let name, let fallback) = parts[1], name.namesOwner,
      case .text(let rest) = parts[2], let mark = rest.first, ",!.".contains(mark)
    else { return nil }
    let count = voice.greetings.count
    let greeting = voice.greetings[(Int(choice % UInt64(count)) + form) % count]
    if greeting.contains(.agentName), contains(.agentName) { return nil }
    var result = greeting.withFallback(fallback, of: voice.formality).punctuated(after: mark)
    result.append(
      .text(result.endsSentence ? String(rest.dropFirst()).withCapital : String(rest.dropFirst())))
    for part in parts.dropFirst(3) { result.append(part) }
    return result
  }

  /// The greeting with the mark that parts it from what follows.
  private func punctuated(after mark: Character) -> Wording {
    if case .text(let text)? = parts.last, let last = text.last, ",.!?:;-".contains(last) { return self }
    var result = self
    let says = parts.contains { part in
      if case .text(let text) = part { text.contains(", ") } else { false }
    }
    let namesOwner = parts.contains { part in
      if case .variable(let variable, _) = part { variable.namesOwner } else { false }
    }
    // "Gianna, Acme: is this…", "Hello Dana, I hope you are well. Is this…", "Hello Dana, is this…"
    result.append(.text(says ? (namesOwner ? "." : ":") : String(mark)))
    return result
  }

  // MARK: Slots

  /// The wording with every slot in the voice's words.
  private func filled(by voice: PersonaVoice, choice: UInt64) -> Wording {
    guard hasSlots else { return self }
    var result = Wording()
    var startsSentence = false
    var isBehindGreeting = false
    for part in parts {
      switch part {
      case .slot(let slot):
        var own = voice.form(of: slot, choice: spread(choice, UInt64(slot.rawValue) + 1))
        if slot == .greeting { own = own.withFallback("there", of: voice.formality).punctuated(after: ",") }
        result.append(own)
        startsSentence = own.endsSentence
        isBehindGreeting = slot == .greeting
      case .text(var text):
        // A mark behind the greeting gives way to the greeting's own.
        if isBehindGreeting, let mark = text.first, ",.!".contains(mark) { text.removeFirst() }
        result.append(.text(startsSentence ? text.withCapital : text))
        startsSentence = false
        isBehindGreeting = false
      case .variable:
        result.append(part)
        startsSentence = false
        isBehindGreeting = false
      }
    }
    return result
  }

  // MARK: Sign-off

  /// The wording with the voice's sign-off, before the line that says how to opt out.
  ///
  /// - Returns: `nil` when there is nothing to sign with, or the message already names the agent.
  private func signed(by voice: PersonaVoice, choice: UInt64) -> Wording? {
    guard !contains(.agentName), !voice.signOffs.isEmpty else { return nil }
    let signOff = voice.signOffs[Int(spread(choice, 7) % UInt64(voice.signOffs.count))]
    var kept = parts
    var optOut: [Part] = []
    if case .variable(.optOut, _)? = kept.last {
      optOut = [kept.removeLast()]
      if case .text(let text)? = kept.last, text.last == " " {
        kept[kept.count - 1] = .text(String(text.dropLast()))
      }
    }
    var result = Wording(kept)
    guard result.endsSentence else { return nil }
    // A sign-off that ends in the name alone ends its line as a sentence does.
    result.append(.text(" "))
    result.append(signOff)
    if !result.endsSentence { result.append(.text(optOut.isEmpty ? "" : ".")) }
    if !optOut.isEmpty { result.append(.text(" ")) }
    for part in optOut { result.append(part) }
    return result
  }

  // MARK: Shape

  /// The greeting with something to say for someone without a name.
  ///
  /// The template's word where the persona has none; a greeting that is the name alone becomes a plain one.
  private func withFallback(_ fallback: String?, of formality: Formality) -> Wording {
    var result = parts
    for (index, part) in parts.enumerated() {
      guard case .variable(let name, let own) = part, name.namesOwner else { continue }
      let alone =
        switch formality {
        case .casual: "Hey"
        case .neutral: "Hi"
        case .formal: "Hello"
        }
      result[index] = .variable(name, fallback: index == 0 ? alone : own ?? fallback)
    }
    return Wording(result)
  }

  /// Whether what follows starts a sentence.
  private var endsSentence: Bool {
    guard case .text(let text)? = parts.last, let last = text.last else { return false }
    return ".!?".contains(last)
  }
}

/// Another number for each purpose, so that one choice does not move the others.
private func spread(_ choice: UInt64, _ purpose: UInt64) -> UInt64 {
  mixed(choice &+ purpose &* 0x9E37_79B9_7F4A_7C15)
}

extension String {
  /// The text with its first word's first letter a capital.
  fileprivate var withCapital: String {
    guard let index = firstIndex(where: { !$0.isWhitespace }), self[index].isLetter else { return self }
    return self[..<index] + self[index].uppercased() + self[self.index(after: index)...]
  }
}

extension PersonaVoice {
  /// The voice's own words for a slot, of which any may be said.
  func forms(of slot: VoiceSlot) -> [Wording] {
    switch slot {
    case .greeting: greetings
    case .signOff: signOffs
    case .ask: asks.filter(\.isComplete).map(\.wording)
    case .giveUp: goodbyes
    }
  }

  /// The voice's words for a slot, or plain ones when it has none.
  fileprivate func form(of slot: VoiceSlot, choice: UInt64) -> Wording {
    let own = forms(of: slot)
    return own.isEmpty ? slot.plain : own[Int(choice % UInt64(own.count))]
  }
}

extension VoiceSlot {
  /// What a slot says when the persona has no words of its own for it.
  var plain: Wording {
    switch self {
    case .greeting: Wording([.text("Hi "), .variable(.firstName, fallback: "there"), .text(",")])
    case .signOff: Wording()
    case .ask: Wording(text: "Would a short call be useful?")
    case .giveUp: Wording(text: "I won't write about this again.")
    }
  }
}

extension MessageVariable {
  /// Whether it is a way to call the person written to.
  fileprivate var namesOwner: Bool {
    switch self {
    case .firstName, .ownerName, .salutation: true
    case .lastName, .companyName, .industry, .city, .state, .agentName, .agentRole, .brandName, .brandDomain,
      .brandPhone, .optOut, .calendarLink, .leadField, .capture:
      false
    }
  }
}
