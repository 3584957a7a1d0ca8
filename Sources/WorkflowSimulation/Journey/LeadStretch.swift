public import LeadModel
public import WorkflowEngine

/// Some rows of a batch that one worker walks to their first wishes.
struct LeadStretch: Sendable {
  let batch: LeadBatch
  /// The rows that are leads of their own, at most `rowLimit`.
  let rows: ArraySlice<Int>
  /// One for each row of the batch.
  let decisions: [LeadDecision]
  /// The number of the first lead.
  let first: UInt32

  /// Rows that are walked side by side, so that those whose trace found something are scored together.
  static let rowLimit = 256
}

/// Leads of one batch with what scoring decided about them.
public struct ScoredLeads: Sendable {
  let batch: LeadBatch
  let rows: [Int]
  let decisions: [LeadDecision]

  /// - Parameter rows: Those that are leads of their own; the caller leaves duplicates out.
  /// - Parameter decisions: One for each row of the batch.
  public init(_ batch: LeadBatch, rows: [Int], decisions: [LeadDecision]) {
    self.batch = batch
    self.rows = rows
    self.decisions = decisions
  }
}
