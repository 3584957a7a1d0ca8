/// A number people can read aloud, such as `LEAD-2025-001234`: counted per kind and year, never reused.
public struct ReadableID: Hashable, Sendable, Comparable {
  /// What is numbered.
  public enum Kind: String, Hashable, Sendable, CaseIterable, Comparable {
    case assignment = "ASSIGN"
    case event = "EVENT"
    case lead = "LEAD"
    case thread = "THREAD"

    public static func < (a: Kind, b: Kind) -> Bool { a.rawValue < b.rawValue }
  }

  public let kind: Kind
  /// 1...9999.
  public let year: Int
  /// From 1; at least six digits are shown, and it may grow beyond 999,999.
  public let sequence: Int

  /// - Precondition: `year` in 1...9999 and `sequence` at least 1.
  public init(_ kind: Kind, year: Int, sequence: Int) {
    precondition(1 <= year && year <= 9_999 && 1 <= sequence, "an id counts from 1 in a year of four digits")
    self.kind = kind
    self.year = year
    self.sequence = sequence
  }

  /// Reads an id as `description` writes it.
  ///
  /// - Returns: `nil` for any other text, surplus zeros included, so that one id has one spelling.
  public init?(_ text: String) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 3, let kind = Kind(rawValue: String(parts[0])) else { return nil }
    guard parts[1].utf8.count == 4, let year = Int(parts[1]), 1 <= year else { return nil }
    guard let sequence = Int(parts[2]), 1 <= sequence else { return nil }
    self.init(kind, year: year, sequence: sequence)
    guard description == text else { return nil }
  }

  public static func < (a: ReadableID, b: ReadableID) -> Bool {
    (a.kind, a.year, a.sequence) < (b.kind, b.year, b.sequence)
  }
}

extension ReadableID: CustomStringConvertible {
  public var description: String { "\(kind.rawValue)-\(padded(year, to: 4))-\(padded(sequence, to: 6))" }
}
