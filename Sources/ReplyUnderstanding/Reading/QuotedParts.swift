/// Finds what a reply repeats and does not say: tapbacks, quoted lines, copies of our own messages.
struct QuotedParts {
  /// UTF-8 offsets, ascending, apart from each other.
  private(set) var ignored: [Range<Int>] = []
  /// The reply is a reaction to one of our messages.
  private(set) var isTapback = false

  /// What phones write before the quoted message; folded, without blanks at the ends.
  private static let reactions: Set<String> = [
    "liked", "loved", "disliked", "laughed at", "emphasized", "emphasised", "questioned", "reacted to", "to",
    "removed a like from", "removed a heart from", "removed a love from", "removed a dislike from",
    "removed a laugh from", "removed an exclamation from", "removed an exclamation mark from",
    "removed a question mark from", "removed a reaction from", "removed from", "le gusto", "te gusto",
    "me gusto",
    "le encanto", "no le gusto", "se rio de", "destaco", "enfatizo", "cuestiono", "reacciono con a",
    "reacciono a", "reacciono con", "a aime", "a adore", "n'a pas aime", "a ri de", "a reagi a",
    "liked a message", "ha ha'd at", "haha'd at", "ha ha d at", "gefallt", "gefallt nicht", "gefallt mir",
    "liebt",
    "lacht uber", "betont", "hinterfragt", "hat reagiert auf", "reagierte mit auf", "hat mit reagiert auf",
    "replied to", "replying to", "reacted", "reacted with to",
  ]
  private static let wholeReactions: Set<String> = [
    "liked a message", "loved a message", "disliked a message", "laughed at a message",
    "emphasized a message",
    "emphasised a message", "questioned a message", "reacted to a message", "ha ha'd at a message",
    "haha'd at a message", "removed a reaction from a message", "removed a like from a message",
    "removed a heart from a message", "le gusto un mensaje", "gefallt eine nachricht", "gefallt ein bild",
    "liked an image", "loved an image", "disliked an image", "laughed at an image", "emphasized an image",
    "questioned an image", "liked a photo", "loved a photo", "liked a movie", "liked an attachment",
    "loved an attachment", "laughed at an attachment", "reacted to an image", "reacted to your message",
    "reacted to a photo", "reacted to your photo", "liked your message", "loved your message",
    "laughed at your message", "reacted to an attachment", "reacted to your image", "a aime une image",
    "le gusto una imagen", "removed a like from an image", "removed a heart from an image",
  ]
  private static let longestReaction = 48

  /// - Parameter ourMessages: What we sent last, to recognise when it comes back.
  static func find(in source: [UInt8], ourMessages: [String]) -> QuotedParts {
    var parts = QuotedParts()
    parts.findTapback(source)
    if parts.ignored.isEmpty { parts.findQuotedLines(source) }
    if parts.ignored.isEmpty { parts.findQuotedMessages(source) }
    if parts.ignored.isEmpty, !ourMessages.isEmpty {
      parts.ignored = OwnMessages.copies(in: source, of: ourMessages)
    }
    return parts
  }

  private mutating func findTapback(_ source: [UInt8]) {
    guard let first = source.first(where: { $0 > 0x20 }) else { return }
    // A capital, an emoji or a Spanish or French small word; nothing else starts a tapback.
    guard isUpper(first) || first >= 0x80 || isLetter(first) else { return }
    guard let open = openingQuote(source) else {
      if mayBeReaction(source), QuotedParts.wholeReactions.contains(folded(source, 0..<source.count)) {
        (ignored, isTapback) = ([0..<source.count], true)
      }
      return
    }
    var introduction = folded(source, 0..<open)
    // "Sam liked": some phones put a name first.
    if !QuotedParts.reactions.contains(introduction), let blank = introduction.firstIndex(of: " ") {
      introduction = String(introduction[introduction.index(after: blank)...])
    }
    guard QuotedParts.reactions.contains(introduction), introduction != "to" || first >= 0x80 else { return }
    isTapback = true
    ignored = [0..<closingQuote(source, from: open)]
  }

  /// A cheap look at the first letters, since most replies are no reactions.
  private func mayBeReaction(_ source: [UInt8]) -> Bool {
    guard 8...QuotedParts.longestReaction ~= source.count else { return false }
    let start = (lower(source[0]), lower(source[1]), lower(source[2]))
    return QuotedParts.starts.contains { $0 == start }
  }

  private static let starts: [(UInt8, UInt8, UInt8)] = [
    "lik", "lov", "dis", "lau", "emp", "que", "rea", "rem", "a a", "le ", "ha ", "hah", "gef",
  ].map { (text: StaticString) in (text.utf8Start[0], text.utf8Start[1], text.utf8Start[2]) }

  /// Where the first quotation mark stands, near the start.
  private func openingQuote(_ source: [UInt8]) -> Int? {
    for index in 0..<min(source.count, QuotedParts.longestReaction) {
      if source[index] == 0x0A { return nil }
      if quote(source, at: index, mark: 0xAB) > 0 { return index }
    }
    return nil
  }

  /// The length of the quotation mark at a place, 0 where there is none.
  ///
  /// - Parameter mark: The second byte of the angled mark that counts: « or ».
  private func quote(_ source: [UInt8], at index: Int, mark: UInt8) -> Int {
    switch source[index] {
    case 0x22: 1
    case 0xE2
    where index + 2 < source.count && source[index + 1] == 0x80 && 0x9C...0x9F ~= source[index + 2]:
      3
    case 0xC2 where index + 1 < source.count && source[index + 1] == mark: 2
    default: 0
    }
  }

  /// Behind the last quotation mark; the end where the quotation was cut off.
  private func closingQuote(_ source: [UInt8], from open: Int) -> Int {
    var index = source.count - 1
    while index > open + 2 {
      if source[index] == 0x22 { return index + 1 }
      if source[index] == 0x9D || source[index] == 0x9C, source[index - 1] == 0x80, source[index - 2] == 0xE2
      {
        return index + 1
      }
      if source[index] == 0xBB, source[index - 1] == 0xC2 { return index + 1 }
      index -= 1
    }
    return source.count
  }

  /// The letters and single blanks of a stretch, folded; signs dropped.
  private func folded(_ source: [UInt8], _ range: Range<Int>) -> String {
    let text = String(decoding: source[range], as: UTF8.self)
    var result: [UInt8] = []
    for scalar in text.unicodeScalars {
      switch LetterFolding.fold(scalar) {
      case .ascii(let byte) where isLetter(byte) || byte == 0x27: result.append(byte)
      case .ascii, .space, .newline: if let last = result.last, last != 0x20 { result.append(0x20) }
      case .nothing, .letter, .symbol: break
      }
    }
    while result.last == 0x20 { result.removeLast() }
    return String(decoding: result, as: UTF8.self)
  }

  /// Lines that start with ">" and what follows "… wrote:".
  private mutating func findQuotedLines(_ source: [UInt8]) {
    guard source.contains(UInt8(ascii: ">")) else { return }
    var start = 0
    while start < source.count {
      let end = source[start...].firstIndex { $0 == 0x0A || $0 == 0x0D } ?? source.count
      if source[start] == UInt8(ascii: ">") {
        if let last = ignored.last, last.upperBound >= start - 1 {
          ignored[ignored.count - 1] = last.lowerBound..<end
        } else {
          ignored.append(start..<end)
        }
      }
      start = end + 1
    }
  }

  // MARK: Messages repeated between quotation marks

  /// Shorter ones are the writer's own: I replied "STOP".
  private static let shortestMessage = 40
  private static let tells: Set<Substring> = [
    "reply", "text", "txt", "send", "respond", "type", "responda", "envie", "repondez",
  ]
  private static let told: Set<Substring> = [
    "stop", "end", "quit", "cancel", "unsubscribe", "optout", "alto", "arret", "baja",
  ]

  /// Long quotations that tell how to opt out, as only a message like ours does.
  private mutating func findQuotedMessages(_ source: [UInt8]) {
    var (index, open): (Int, Int?) = (0, nil)
    while index < source.count {
      let length = quote(source, at: index, mark: open == nil ? 0xAB : 0xBB)
      defer { index += max(1, length) }
      guard length > 0 else { continue }
      guard let start = open else {
        open = index
        continue
      }
      let message = start..<(index + length)
      open = nil
      if message.count >= QuotedParts.shortestMessage, tellsHowToOptOut(source, message) {
        ignored.append(message)
      }
    }
  }

  private func tellsHowToOptOut(_ source: [UInt8], _ message: Range<Int>) -> Bool {
    let words = folded(source, message).split(separator: " ").filter {
      $0 != "with" && $0 != "the" && $0 != "word"
    }
    return zip(words, words.dropFirst()).contains { first, second in
      QuotedParts.tells.contains(first) && QuotedParts.told.contains(second)
    }
  }
}
