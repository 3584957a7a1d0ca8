import JSONText

/// The long form of a kind of finding: what it means, why it matters, and what to write.
public struct DiagnosticExplanation: Hashable, Sendable {
  /// One phrase, lower case, without full stop.
  public let title: String
  /// One paragraph of whole sentences.
  public let meaning: String
  /// A text that gives the finding; empty where none can be shown.
  public let wrong: String
  /// The same text without it, or what to do.
  public let right: String

  public init(_ title: String, _ meaning: String, wrong: String, right: String) {
    self.title = title
    self.meaning = meaning
    self.wrong = wrong
    self.right = right
  }

  /// The whole, as `nextier explain` prints it.
  public func text(for id: DiagnosticID) -> String {
    var text = "\(id.rawValue): \(title)\n\n\(DiagnosticExplanation.wrapped(meaning))"
    if !wrong.isEmpty { text += "\nInstead of\n\n\(indented(wrong))" }
    text += "\n\(wrong.isEmpty ? "What to do" : "write")\n\n\(indented(right))"
    return text
  }

  /// The whole for programs: one object, ending in a line end.
  public func json(for id: DiagnosticID) -> String {
    var writer = JSONWriter(indented: true)
    writer.object { object in
      object.member("id", id.rawValue)
      object.member("title", title)
      object.member("meaning", meaning)
      object.member("wrong", wrong)
      object.member("right", right)
    }
    writer.newline()
    return writer.text
  }

  /// The words in lines of at most 80 characters.
  private static func wrapped(_ text: String) -> String {
    var (lines, line) = ("", "")
    for word in text.split(separator: " ") {
      if !line.isEmpty, 80 < line.count + 1 + word.count {
        lines += line + "\n"
        line = ""
      }
      line += (line.isEmpty ? "" : " ") + word
    }
    return lines + line + "\n"
  }

  private func indented(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false).map { $0.isEmpty ? "\n" : "    \($0)\n" }
      .joined()
  }
}

extension DiagnosticID {
  /// What this kind of finding means, why it matters, an example, and what to write.
  public var explanation: DiagnosticExplanation {
    switch self {
    case .fileNotReadable: .fileNotReadable
    case .fileTooLarge: .fileTooLarge
    case .fileOutsideProject: .fileOutsideProject

    case .aliasBomb: .aliasBomb
    case .badIndentation: .badIndentation
    case .duplicateKey: .duplicateKey
    case .emptyFile: .emptyFile
    case .invalidYAML: .invalidYAML
    case .invalidUTF8: .invalidUTF8
    case .missingSpace: .missingSpace
    case .multipleDocuments: .multipleDocuments
    case .nestedTooDeeply: .nestedTooDeeply
    case .tabIndentation: .tabIndentation
    case .unclosedBracket: .unclosedBracket
    case .unclosedQuote: .unclosedQuote
    case .unknownAnchor: .unknownAnchor
    case .unsupportedYAML: .unsupportedYAML

    case .conflictingKeys: .conflictingKeys
    case .emptyValue: .emptyValue
    case .missingKey: .missingKey
    case .secretInFile: .secretInFile
    case .tooLarge: .tooLarge
    case .unknownKey: .unknownKey
    case .unquotedValue: .unquotedValue
    case .wrongType: .wrongType

    case .duplicateName: .duplicateName
    case .extendsCycle: .extendsCycle
    case .flowCycle: .flowCycle
    case .unknownReference: .unknownReference

    case .expressionSyntax: .expressionSyntax
    case .expressionFailed: .expressionFailed
    case .expressionType: .expressionType
    case .expressionCutShort: .expressionCutShort
    case .unknownField: .unknownField
    case .unknownFunction: .unknownFunction

    case .deadEnd: .deadEnd
    case .endlessFlow: .endlessFlow
    case .endlessWait: .endlessWait
    case .eventlessCycle: .eventlessCycle
    case .limitLooserThanLaw: .limitLooserThanLaw
    case .missingReason: .missingReason
    case .neverMatches: .neverMatches
    case .noReplyYet: .noReplyYet
    case .scoreLeavesLimits: .scoreLeavesLimits
    case .sendLoop: .sendLoop
    case .silencedText: .silencedText
    case .textsAtOnce: .textsAtOnce
    case .unansweredLoop: .unansweredLoop
    case .unhandledReply: .unhandledReply
    case .unreachableState: .unreachableState
    case .unusedDefinition: .unusedDefinition

    case .bannedWord: .bannedWord
    case .deniesMachine: .deniesMachine
    case .incompleteMessage: .incompleteMessage
    case .incompleteOpener: .incompleteOpener
    case .longSentence: .longSentence
    case .missingFact: .missingFact
    case .missingModel: .missingModel
    case .modelEndpoint: .modelEndpoint
    case .templateOverBudget: .templateOverBudget
    case .templateSyntax: .templateSyntax
    case .templateVariable: .templateVariable
    case .unprovenClaim: .unprovenClaim

    case .claimedExample: .claimedExample
    case .phraseSyntax: .phraseSyntax
    case .wordlessIntent: .wordlessIntent

    case .expectationNotMet: .expectationNotMet

    case .csvRow: .csvRow
    case .csvValue: .csvValue
    }
  }
}
