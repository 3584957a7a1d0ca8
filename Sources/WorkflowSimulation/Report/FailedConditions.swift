import Expressions
import LeadModel
import WorkflowEngine
import WorkflowProgram

/// Conditions that failed in a dry run and so did not hold: how often, and for which lead first.
///
/// The sum over workers does not depend on who did what.
struct FailedConditions: Sendable {
  struct Failure: Sendable {
    var times: Int
    /// The first lead in the order of the import, and when it failed for it, in seconds since the start.
    let lead: UInt32
    let second: UInt32
    let recordID: String
    let error: String

    fileprivate func isBefore(_ other: Failure) -> Bool { (lead, second) < (other.lead, other.second) }
  }

  private var failures: [ConditionID: Failure] = [:]

  /// - Parameters:
  ///   - batch: Where the failure's row is.
  ///   - lead: The lead's number in the order of the import.
  mutating func add(_ failure: ConditionFailure, in batch: LeadBatch, lead: UInt32, second: UInt32) {
    if let known = failures[failure.condition], (known.lead, known.second) <= (lead, second) {
      failures[failure.condition]?.times += 1
      return
    }
    add(
      Failure(
        times: 1, lead: lead, second: second, recordID: batch.text(.recordID, row: failure.row),
        error: failure.error.description), of: failure.condition)
  }

  mutating func add(_ other: FailedConditions) {
    for (condition, failure) in other.failures { add(failure, of: condition) }
  }

  private mutating func add(_ failure: Failure, of condition: ConditionID) {
    guard let known = failures[condition] else {
      failures[condition] = failure
      return
    }
    var first = failure.isBefore(known) ? failure : known
    first.times = failure.times + known.times
    failures[condition] = first
  }

  /// How often any of them failed.
  var times: Int { failures.values.reduce(0) { $0 + $1.times } }

  /// By their place in the workflow.
  func list(_ program: ClientProgram) -> [(condition: Condition, failure: Failure)] {
    failures.sorted { $0.key.index < $1.key.index }.map { (program[$0.key], $0.value) }
  }
}
