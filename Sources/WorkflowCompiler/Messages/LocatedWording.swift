public import Diagnostics
public import WorkflowProgram
import WorkflowSyntax

/// A template's text after reading: the wording, and where each part of it stands.
///
/// Of reference type: it never changes, and every persona's checks hand it around.
public final class LocatedWording: Sendable {
  public let wording: Wording
  public let source: SourceText
  let style: YAMLScalar.Style
  /// In text order.
  let parts: [Part]

  /// A stretch of the text's UTF-8 bytes, and what it is.
  struct Part: Sendable {
    let range: Range<Int>
    let content: Content
    /// What the author says inside a hole's braces: its fallback, when that can be said.
    var fallback: Range<Int>?
    enum Content: Sendable {
      /// As written, escapes undone.
      case text(String)
      case hole(Wording.Part)
      /// A fact's text, or nothing after an error.
      case settled(String)
    }
  }

  /// The text's bytes with everything between braces but the fallbacks blanked: only the author's own words.
  ///
  /// As long as the text; a blanked byte is `hole`.
  let ownWords: [UInt8]
  /// Whether `wording` has every character as it is written.
  let isSentAsWritten: Bool
  /// The most room the wording takes in any voice.
  let bound: WordingBound

  /// Whether it names a fact of the client or a field of its own of the lead, and so reads otherwise for others.
  let mentionsClient: Bool

  init(source: SourceText, style: YAMLScalar.Style, parts: [Part]) {
    self.source = source
    self.style = style
    self.parts = parts
    var wording = Wording()
    var isSentAsWritten = true
    var mentionsClient = false
    var ownWords = Array(source.text.utf8)
    for part in parts {
      switch part.content {
      case .text(let text), .settled(let text):
        if case .settled = part.content { mentionsClient = true }
        let cheapest = Wording.cheapest(text)
        // Byte for byte: a letter and its accent equal the letter with the accent, and cost more.
        if !Self.isSame(cheapest, text) { isSentAsWritten = false }
        wording.append(.text(cheapest))
      case .hole(let hole):
        if case .variable(.leadField, _) = hole { mentionsClient = true }
        wording.append(hole)
      }
      switch part.content {
      case .text: break
      case .hole, .settled:
        for index in part.range where index < ownWords.count && part.fallback?.contains(index) != true {
          ownWords[index] = LocatedWording.hole
        }
      }
    }
    self.wording = wording
    self.isSentAsWritten = isSentAsWritten
    self.ownWords = ownWords
    self.mentionsClient = mentionsClient
    bound = WordingBound(wording)
  }

  /// Whether two texts are the same byte for byte.
  private static func isSame(_ first: String, _ second: String) -> Bool {
    var (first, second) = (first, second)
    return first.withUTF8 { first in
      second.withUTF8 { second in
        guard first.count == second.count else { return false }
        for index in first.indices where first[index] != second[index] { return false }
        return true
      }
    }
  }

  /// The source range of some of the text's bytes.
  func range(_ bytes: Range<Int>) -> SourceRange { source.range(bytes.lowerBound, bytes.upperBound) }

  /// Stands for a byte of a variable or a fact; no text has it.
  static let hole: UInt8 = 0x01

  /// The wording with its characters as written rather than in their cheapest form.
  var asWritten: Wording {
    Wording(
      parts.map { part in
        switch part.content {
        case .text(let text), .settled(let text): .text(text)
        case .hole(let hole): hole
        }
      })
  }
}

extension YAMLScalar.Style {
  /// A text as it is written inside a scalar of this style.
  func quoted(_ text: String) -> String {
    switch self {
    case .double: text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
    case .single: text.replacing("'", with: "''")
    case .plain, .literal, .folded: text
    }
  }
}
