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
  let failures: [ConditionFailure]

  /// - Parameters:
  ///   - rows: Those that are leads of their own, ascending; the caller leaves duplicates out.
  ///   - decisions: One for each row of the batch.
  ///   - failures: What failed on the way to them; those of other rows are passed over.
  public init(
    _ batch: LeadBatch, rows: [Int], decisions: [LeadDecision], failures: [ConditionFailure] = []
  ) {
    self.batch = batch
    self.rows = rows
    self.decisions = decisions
    self.failures = failures
  }

  /// The place among `rows` of a row, or `nil` when it is none of them.
  func place(ofRow row: Int) -> Int? {
    var (low, high) = (0, rows.count)
    while low < high {
      let middle = low + (high - low) / 2
      if rows[middle] < row { low = middle + 1 } else { high = middle }
    }
    return low < rows.count && rows[low] == row ? low : nil
  }
}
