import Diagnostics
import LeadModel
import WorkflowProgram
import WorkflowSyntax

/// A character of a template's text that is outside the SMS alphabet.
struct CostlyCharacter {
  let character: Character
  let range: SourceRange
  /// What is sent instead; `nil` when it is sent as it is.
  let replacement: String?

  /// The author's own such characters, in text order; what a fact brings is not among them.
  static func all(in located: LocatedWording) -> [CostlyCharacter] {
    var result: [CostlyCharacter] = []
    var offset = 0
    let own = located.ownWords
    for character in located.source.text {
      let length = character.utf8.count
      defer { offset += length }
      let isOwn = own[offset] != LocatedWording.hole
      guard isOwn, character.unicodeScalars.contains(where: { GSM7Alphabet.septets(of: $0.value) == 0 })
      else {
        continue
      }
      let plain = Wording.cheapest(String(character))
      result.append(
        CostlyCharacter(
          character: character, range: located.range(offset..<offset + length),
          replacement: SMSCount(plain).encoding == .gsm7 ? plain : nil))
    }
    return result
  }

  /// The edit that writes what is sent.
  func fix(_ style: YAMLScalar.Style) -> Diagnostic.FixIt? {
    replacement.map {
      Diagnostic.FixIt("replace '\(character)' with '\($0)'", replace: range, with: style.quoted($0))
    }
  }

  /// The edit that drops a letter's accent, or `nil` when it has none or is no letter.
  func plainLetterFix(_ style: YAMLScalar.Style) -> Diagnostic.FixIt? {
    let plain = Wording.cheapest(String(character), letters: .plain)
    guard !plain.isEmpty, SMSCount(plain).encoding == .gsm7 else { return nil }
    return Diagnostic.FixIt(
      "replace '\(character)' with '\(plain)'", replace: range, with: style.quoted(plain))
  }
}
