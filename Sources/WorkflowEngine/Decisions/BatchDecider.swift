public import LeadModel
public import WorkflowProgram

/// Decides about all leads of a batch at once.
///
/// One decider a thread; it keeps its memory from batch to batch.
public final class BatchDecider {
  private let program: ClientProgram

  public init(program: ClientProgram) { self.program = program }

  /// Decides about each row, in order; the same as `ClientProgram.decide` does one by one.
  public func decide(_ batch: LeadBatch, into decisions: inout [LeadDecision]) {
    decisions.removeAll(keepingCapacity: true)
    decisions.reserveCapacity(batch.count)
    for row in 0..<batch.count { decisions.append(program.decide(LeadRow(batch: batch, row: row))) }
  }
}
