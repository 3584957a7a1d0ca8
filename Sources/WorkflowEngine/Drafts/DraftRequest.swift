public import WorkflowProgram

/// A draft that is wanted of a language model: whom to ask, what to say to it, and what the draft must be like.
///
/// Plain data, so that tests can compare it and an outbox can store it. Equal conversations want equal drafts.
public struct DraftRequest: Hashable, Sendable {
  public let model: LanguageModelProgram
  /// The task: who speaks, what is to be said, what is allowed.
  public let instructions: String
  /// What the lead wrote, marked as somebody else's words.
  public let prompt: String
  /// Decides whether a draft may be said.
  public let check: DraftCheck

  public init(model: LanguageModelProgram, instructions: String, prompt: String, check: DraftCheck) {
    self.model = model
    self.instructions = instructions
    self.prompt = prompt
    self.check = check
  }
}
