/// Why a file is not imported at all.
public struct ImportRefusal: Error, Hashable, Sendable, CustomStringConvertible {
  public enum Reason: String, Hashable, Sendable, CaseIterable {
    case empty = "empty-file"
    case notText = "not-text"
    case endlessLine = "endless-line"
    case tooManyColumns = "too-many-columns"
    case noHeader = "no-header"
    case nothingMapped = "nothing-mapped"
    case noNames = "no-names"
  }

  public let reason: Reason
  /// What is wrong, in the reader's words.
  public let message: String
  /// What to do about it.
  public let advice: String

  init(_ reason: Reason, _ message: String, advice: String) {
    self.reason = reason
    self.message = message
    self.advice = advice
  }

  public var description: String { "\(message); \(advice)" }

  static let empty = ImportRefusal(
    .empty, "the file is empty", advice: "export the list again, with a header row and at least one lead")
}
