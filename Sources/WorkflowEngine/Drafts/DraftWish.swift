/// What a language model has to do with a text that one may draft.
public enum DraftWish: Hashable, Sendable {
  /// A draft is wanted.
  case draft(DraftRequest)
  /// None is: no check would understand it. The text is said as it is written.
  case uncheckable(DraftRefusal, model: String)
}
