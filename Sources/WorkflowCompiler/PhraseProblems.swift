import ReplyUnderstanding
import WorkflowSyntax

/// What cannot be used of the phrases that a workflow adds to those it gets from elsewhere.
enum PhraseProblems: Sendable {
  /// They name classes of words, which the large file that `intents_from` names has to be read for.
  case needingClasses
  /// Most of what a workflow adds is plain words, and needs no such file.
  case found(mentions: [DefinitionProblem], intents: [DefinitionProblem])

  /// - Parameter areMentionsSound: Whether nothing was wrong with the mentions when another client had them.
  init(_ root: YAMLNode, _ own: UnderstandingDefinition, areMentionsSound: Bool) {
    guard
      root["words"] == nil, !own.intentsUseClasses, areMentionsSound || !own.mentionsUseClasses
    else {
      self = .needingClasses
      return
    }
    self = .found(mentions: areMentionsSound ? [] : own.mentionProblems, intents: own.intentProblems)
  }
}

extension UnderstandingDefinition {
  /// Whether a pattern of its mentions names a class of words, so that the classes must be at hand.
  fileprivate var mentionsUseClasses: Bool {
    mentions.contains { ($0.phrases + $0.whole).contains(where: Self.namesClass) }
  }

  /// Whether a pattern of its intents does.
  fileprivate var intentsUseClasses: Bool {
    intents.contains { ($0.phrases + $0.except + $0.cues + $0.whole).contains(where: Self.namesClass) }
  }

  private static func namesClass(_ pattern: String) -> Bool {
    // Few patterns have a brace, and bytes tell that at once.
    var rest = pattern.utf8[...]
    while let open = rest.firstIndex(of: UInt8(ascii: "{")) {
      rest = rest[open...].dropFirst()
      let name = rest.prefix { $0 != UInt8(ascii: "}") && $0 != UInt8(ascii: "{") }
      if !isThing(String(Substring(name))) { return true }
    }
    return false
  }

  /// What cannot be used of its intents' patterns.
  fileprivate var intentProblems: [DefinitionProblem] {
    let patterned = intents.filter { !($0.phrases + $0.except + $0.cues + $0.whole).isEmpty }
    return patterned.isEmpty ? [] : UnderstandingDefinition(intents: patterned).problems
  }
}
