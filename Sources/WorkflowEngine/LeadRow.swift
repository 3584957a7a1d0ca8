public import LeadModel
import WorkflowProgram

/// One lead of a batch, as the engine reads it.
public struct LeadRow: Sendable {
  public let batch: LeadBatch
  public let row: Int
  /// What scoring decided, when that was computed for the whole batch already; `nil` computes it on demand.
  ///
  /// A decision is a pure function of the lead, so it makes no difference but speed.
  public let decision: LeadDecision?

  public init(batch: LeadBatch, row: Int, decision: LeadDecision? = nil) {
    self.batch = batch
    self.row = row
    self.decision = decision
  }

  /// A number that depends on the lead's record id alone, the same on any machine and in any order.
  public var key: UInt64 {
    stableHash(batch.textBytes(field: StandardField.recordID.rawValue, row: row))
  }
}
