import Expressions
import LeadImport
import LeadModel
import WorkflowEngine
import WorkflowProgram

/// Conditions that failed for some leads of a list and so did not hold: how often, and the first lead in file order.
struct FailedConditions {
  struct Failure: Equatable {
    /// Leads; duplicates count as little here as anywhere.
    var leads = 0
    let firstLead: String
    let error: String
  }

  private var failures: [ConditionID: Failure] = [:]

  /// Adds a batch whose duplicates are marked; batches must come in file order.
  mutating func add(_ batch: ScoredLeadFile.Batch) {
    guard !batch.failures.isEmpty else { return }
    // The first row of each condition's, as its rows come in order.
    for failure in batch.failures where !batch.leads.isDuplicate(row: failure.row) {
      failures[
        failure.condition,
        default: Failure(
          firstLead: batch.leads.leads.text(.recordID, row: failure.row), error: failure.error.description)
      ].leads += 1
    }
  }

  /// By their place in the workflow.
  func list(_ program: ClientProgram) -> [(condition: Condition, failure: Failure)] {
    failures.sorted { $0.key.index < $1.key.index }.map { (program[$0.key], $0.value) }
  }
}
