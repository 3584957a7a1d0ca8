import LeadModel
import WorkflowProgram

/// How many texts that law and carriers want said have gone to one person within a day.
///
/// Nobody asks for help a sixth time in a day: a machine does, and another that answers it would talk with it for
/// ever. STOP and START hold whether or not they are confirmed; no rule asks for a confirmation of each (47 CFR
/// 64.1200(a)(12) allows one).
public struct RequiredTextCount: Hashable, Sendable {
  /// Texts of one kind in a day, the first always among them (our choice, 2026-11).
  public static let dailyLimit = 5
  /// A day, counted from its first text.
  private static let milliseconds: Int64 = 86_400_000

  private var since = Timestamp.never
  /// By `RequiredText`.
  private var counts = SIMD4<UInt8>()

  public init() {}

  /// What is done about a wish for a text.
  enum Verdict: Hashable {
    case say
    /// The first that goes unanswered in a day: a person should know.
    case refuseAndTell
    case refuse
  }

  mutating func count(_ text: RequiredText, at now: Timestamp) -> Verdict {
    if since == .never || now < since || Self.milliseconds <= now.milliseconds - since.milliseconds {
      (since, counts) = (now, SIMD4())
    }
    let said = Int(counts[Int(text.rawValue)])
    guard said <= Self.dailyLimit else { return .refuse }
    counts[Int(text.rawValue)] += 1
    return said < Self.dailyLimit ? .say : .refuseAndTell
  }
}
