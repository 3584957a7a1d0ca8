public import LeadModel

extension PersonaVoice {
  /// A finished text in this voice: its words, contractions and emoji; greeting and sign-off stay as they are.
  ///
  /// For texts that no template holds, such as a drafted answer.
  public func speak(_ text: String) -> String {
    var result = ""
    for part in Wording(text: text).spoken(in: self).parts {
      if case .text(let text) = part { result += text }
    }
    return result
  }
}

extension Wording {
  /// A text in the form that costs least to send; what `MessageBuffer.appendSmart` writes, of any length.
  public static func cheapest(_ text: String, letters: SmartEncoding.Letters = .keepAccents) -> String {
    // Most texts are plain already.
    var text = text
    if text.withUTF8(SmartEncoding.isCheapest) { return text }
    // No stand-in is more than twice as long as what it stands for, but for "°" and its " deg".
    var buffer = MessageBuffer(limit: text.utf8.count * 2 + 8)
    buffer.appendSmart(text, letters: letters)
    return buffer.text
  }
}

extension String {
  /// The text without emoji but the first `keeping`, and without the space before each one taken out.
  func withoutEmoji(keeping: inout Int) -> String {
    guard unicodeScalars.contains(where: { 0x203C <= $0.value }) else { return self }
    var result = ""
    for character in self {
      if character.isEmoji {
        if keeping > 0 {
          keeping -= 1
        } else {
          if result.last == " " { result.removeLast() }
          continue
        }
      }
      result.append(character)
    }
    return result
  }
}

extension Character {
  /// Whether it shows as a picture: an emoji, a flag, a symbol with emoji style.
  public var isEmoji: Bool {
    guard let first = unicodeScalars.first else { return false }
    if first.properties.isEmojiPresentation { return true }
    // Digits are emoji of a kind too; only a style selector or a joiner makes a picture of a symbol.
    return first.properties.isEmoji && unicodeScalars.contains { $0.value == 0xFE0F }
  }
}
