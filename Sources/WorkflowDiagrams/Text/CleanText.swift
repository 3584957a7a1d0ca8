import Diagnostics

/// Makes any text fit to stand in a drawing.
enum CleanText {
  /// Longer texts are cut; no name or guard a person can read off a drawing is longer.
  static let scalarLimit = 300

  /// One line without characters that a format forbids or that would reorder the text around them.
  static func line(_ text: String) -> String {
    var clean = ""
    var count = 0
    for scalar in printable(text).unicodeScalars {
      if count == scalarLimit { return clean + "…" }
      count += 1
      clean.unicodeScalars.append(replacement(for: scalar))
    }
    return clean
  }

  private static func replacement(for scalar: Unicode.Scalar) -> Unicode.Scalar {
    switch scalar.value {
    // What is no character is forbidden or discouraged by XML 1.0, section 2.2.
    case 0xFDD0...0xFDEF: "\u{FFFD}"
    // The last two of each plane are no characters.
    case let value where value & 0xFFFE == 0xFFFE: "\u{FFFD}"
    default: scalar
    }
  }

  /// For text and attribute values of XML, and for Graphviz labels that are written as HTML.
  static func xml(_ text: String) -> String {
    var escaped = ""
    for character in line(text).unicodeScalars {
      switch character {
      case "&": escaped += "&amp;"
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      case "\"": escaped += "&quot;"
      case "'": escaped += "&#39;"
      default: escaped.unicodeScalars.append(character)
      }
    }
    return escaped
  }

  /// Inside a double-quoted string of Graphviz, which reads `\N` and `&lt;` in it.
  static func dot(_ text: String) -> String {
    var escaped = ""
    for character in line(text).unicodeScalars {
      switch character {
      case "\"": escaped += "\\\""
      case "\\": escaped += "\\\\"
      case "&": escaped += "&amp;"
      default: escaped.unicodeScalars.append(character)
      }
    }
    return escaped
  }

  /// Anywhere in Mermaid's state diagrams: what its grammar may read becomes an entity of its own (`#58;`).
  static func mermaid(_ text: String) -> String {
    var escaped = ""
    for (index, word) in line(text).split(separator: " ", omittingEmptySubsequences: false).enumerated() {
      if 0 < index { escaped += " " }
      // Mermaid obeys `direction LR` wherever in a line it stands, so the word may not end in plain letters.
      let isDirection = word.lowercased().hasSuffix("direction")
      let last = word.unicodeScalars.indices.last
      // It also reads Markdown: an underscore within a word is none, another may be emphasis.
      var isInWord = false
      for place in word.unicodeScalars.indices {
        let character = word.unicodeScalars[place]
        if isPlainInMermaid(character), !(isDirection && place == last), character != "_" || isInWord {
          escaped.unicodeScalars.append(character)
        } else {
          escaped += "#\(character.value);"
        }
        isInWord = character.properties.isAlphabetic || ("0"..."9").contains(character)
      }
    }
    return escaped
  }

  private static func isPlainInMermaid(_ character: Unicode.Scalar) -> Bool {
    switch character {
    case "a"..."z", "A"..."Z", "0"..."9", "_", ".", ",", "/", "+", "=", "!", "?", "(", ")", "[", "]", "'":
      true
    default: !character.isASCII
    }
  }
}
