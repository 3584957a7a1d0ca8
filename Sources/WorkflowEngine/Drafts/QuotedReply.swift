/// What a lead wrote, made fit to be shown to a language model: as data, with nothing in it that looks like a task.
///
/// The mark around it in the prompt cannot stand inside; addresses and telephone numbers are not shown at all.
struct QuotedReply {
  let text: String

  /// The most characters that are shown; people write less, and what is longer is for a person to read.
  static let longest = 480

  init(_ reply: String, mark: String) {
    var plain = ""
    for character in reply.prefix(Self.longest) { plain.append(Self.shown(character)) }
    var words: [Substring] = []
    for word in plain.split(whereSeparator: \.isWhitespace) {
      words.append(word.contains("@") && 2 < word.count ? "[e-mail]" : word)
    }
    let line = words.joined(separator: " ").replacing(mark, with: "")
    text = Self.withoutPhones(line)
  }

  /// A character as it may be shown; brackets of all kinds open nothing, and what does not show is left out.
  private static func shown(_ character: Character) -> String {
    if "<>{}[]|`\\#*_~".contains(character) { return " " }
    if character.isWhitespace { return " " }
    let hides = character.unicodeScalars.contains { scalar in
      switch scalar.properties.generalCategory {
      case .control, .format, .privateUse, .surrogate, .unassigned, .lineSeparator, .paragraphSeparator: true
      case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
        .nonspacingMark,
        .spacingMark, .enclosingMark, .decimalNumber, .letterNumber, .otherNumber, .connectorPunctuation,
        .dashPunctuation, .openPunctuation, .closePunctuation, .initialPunctuation, .finalPunctuation,
        .otherPunctuation, .mathSymbol, .currencySymbol, .modifierSymbol, .otherSymbol, .spaceSeparator:
        false
      @unknown default: true
      }
    }
    return hides ? "" : String(character)
  }

  /// The line with runs of seven digits or more, and what joins them, as one word.
  private static func withoutPhones(_ line: String) -> String {
    var result = ""
    var run = ""
    var digits = 0
    func isJoint(_ character: Character) -> Bool { " -.()+/".contains(character) }
    func close(_ result: inout String) {
      var tail = ""
      while let last = run.last, isJoint(last) {
        tail.insert(last, at: tail.startIndex)
        run.removeLast()
      }
      result += (7 <= digits ? "[phone]" : run) + tail
      run = ""
      digits = 0
    }
    for character in line {
      if character.isASCII, character.isNumber {
        run.append(character)
        digits += 1
      } else if 0 < digits, isJoint(character) {
        run.append(character)
      } else {
        close(&result)
        result.append(character)
      }
    }
    close(&result)
    return result
  }
}
