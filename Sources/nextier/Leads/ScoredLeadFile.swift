import LeadImport
import LeadModel
import Workers
import WorkflowEngine
import WorkflowProgram

/// A lead file read, cleaned, freed of duplicates and scored on all cores, batch by batch in the file's order.
///
/// Memory does not grow with the file but for what tells duplicates.
struct ScoredLeadFile {
  let program: ClientProgram
  let path: String
  let pool: WorkerPool

  /// One batch with its decisions; duplicates are marked in the batch.
  struct Batch: Sendable {
    let leads: ImportedBatch
    /// How the file's columns were read.
    let mapping: ColumnMapping
    let decisions: [LeadDecision]
    /// The conditions that failed, duplicates' failures among them.
    let failures: [ConditionFailure]
  }

  /// What became of a file.
  struct Outcome {
    let report: ImportReport
    let failures: FailedConditions
  }

  /// Hands over all batches in order.
  ///
  /// - Returns: What became of each row.
  /// - Throws: `FileError` when the file cannot be read, `ImportRefusal` when it holds no leads.
  func forEach(_ body: ([Batch]) throws -> Void) throws -> Outcome {
    let feed = try BlockFeed(path, schema: program.leadSchema)
    var deduplicator = Deduplicator()
    var report = ImportReport()
    var failures = FailedConditions()
    let stations = (0..<pool.count).map { _ in Station(program: program) }
    feed.readAhead()
    while let (blocks, normalizer) = try feed.next() {
      let batches = work(blocks, normalizer, stations, feed)
      for batch in batches {
        deduplicator.mark(batch.leads)
        report.add(batch.leads)
        failures.add(batch)
      }
      try body(batches)
    }
    return Outcome(report: report, failures: failures)
  }

  /// What one thread works with.
  private final class Station: @unchecked Sendable {
    let decider: BatchDecider
    init(program: ClientProgram) { decider = BatchDecider(program: program) }
  }

  /// Makes scored batches of blocks, and meanwhile reads the next blocks.
  private func work(
    _ blocks: [RowBlock], _ normalizer: RowNormalizer, _ stations: [Station], _ feed: BlockFeed
  ) -> [Batch] {
    let made: [Batch?] = pool.map(blocks.count + 1) { worker, index in
      guard 0 < index else {
        feed.readAhead()
        return nil
      }
      let leads = normalizer.leads(in: blocks[index - 1])
      var decisions: [LeadDecision] = []
      stations[worker].decider.decide(leads.leads, into: &decisions)
      return Batch(
        leads: leads, mapping: normalizer.mapping, decisions: decisions,
        failures: stations[worker].decider.failures)
    }
    return made.compactMap { $0 }
  }
}
