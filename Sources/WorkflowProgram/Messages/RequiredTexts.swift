/// A text that the law or the carriers want said, whatever the rules of a client are.
public enum RequiredText: UInt8, Hashable, Sendable, CaseIterable {
  /// One text that confirms an opt-out, and the last (47 CFR 64.1200(a)(12)).
  case optOutConfirmation
  /// Says what somebody gets who wrote START.
  case optInConfirmation
  /// Answers HELP.
  case helpReply

  /// The key under `messages:` that names its template.
  public var key: String {
    switch self {
    case .optOutConfirmation: "opt_out_confirmation"
    case .optInConfirmation: "opt_in_confirmation"
    case .helpReply: "help_reply"
    }
  }
}

/// A language that texts may be kept in.
public enum MessageLanguage: String, Hashable, Sendable, CaseIterable { case english, spanish, french }

/// Which templates say what law and carriers want said, by language.
public struct RequiredTexts: Hashable, Sendable {
  private var templates: [Key: Int] = [:]

  private struct Key: Hashable {
    let text: RequiredText
    let language: MessageLanguage
  }

  public init() {}

  /// Names a template, as a row of `MessageProgram.templates`.
  public mutating func name(_ template: Int, for text: RequiredText, in language: MessageLanguage) {
    templates[Key(text: text, language: language)] = template
  }

  /// The template for a language, else the English one; `nil` where none is named.
  public func template(for text: RequiredText, in language: MessageLanguage) -> Int? {
    templates[Key(text: text, language: language)] ?? templates[Key(text: text, language: .english)]
  }
}
