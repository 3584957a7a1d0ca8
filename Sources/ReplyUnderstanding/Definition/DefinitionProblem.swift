/// A part of a definition that cannot be used.
public struct DefinitionProblem: Hashable, Sendable {
  public var place: Place
  /// For people: lower case, no full stop.
  public var message: String
  /// Whether it is well formed, and too much.
  public var isTooLarge = false

  /// Where in the definition; numbers count from 0.
  public enum Place: Hashable, Sendable {
    /// `offset`: UTF-8 offset into the entry.
    case wordClass(String, entry: Int, offset: Int)
    /// `offset`: UTF-8 offset into the entry of an intent's list.
    case entry(intent: String, list: List, number: Int, offset: Int)
    /// `offset`: UTF-8 offset into the entry of a mention's list.
    case mention(String, list: List, number: Int, offset: Int)
    case intents
  }

  /// An intent's list, by its key in a workflow.
  public enum List: String, Hashable, Sendable, CaseIterable { case phrases, except, cues, whole }
}

extension UnderstandingDefinition {
  /// What cannot be used of it, in its order; found without training.
  public var problems: [DefinitionProblem] { ParsedUnderstanding(self).problems }

  /// What cannot be used of its mentions.
  public var mentionProblems: [DefinitionProblem] { MentionPhrases.problems(of: self) }
}
