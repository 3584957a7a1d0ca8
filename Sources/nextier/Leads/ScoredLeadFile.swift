import LeadImport
import LeadModel
import WorkflowEngine
import WorkflowProgram
import WorkflowSimulation

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
  }

  /// Blocks that are worked on side by side.
  private static let blocksAtOnce = 16

  /// What became of a file.
  struct Outcome {
    let report: ImportReport
    /// Conditions that failed for some leads and so did not hold, by place in the workflow.
    let failures: [(condition: Condition, failure: ConditionFailure)]
  }

  /// Hands over all batches in order.
  ///
  /// - Returns: What became of each row.
  /// - Throws: `FileError` when the file cannot be read, `ImportRefusal` when it holds no leads.
  func forEach(_ body: ([Batch]) throws -> Void) throws -> Outcome {
    var source = try ChunkSource(path)
    var reader = LeadFileReader(schema: program.leadSchema)
    var deduplicator = Deduplicator()
    var report = ImportReport()
    var blocks: [RowBlock] = []
    let stations = (0..<pool.count).map { _ in Station(program: program) }
    var isAtEnd = false
    while true {
      while blocks.count < Self.blocksAtOnce {
        if let block = try reader.nextBlock() {
          blocks.append(block)
        } else if isAtEnd {
          break
        } else if let chunk = try source.next() {
          reader.feed(chunk)
        } else {
          reader.finish()
          isAtEnd = true
        }
      }
      guard !blocks.isEmpty, let normalizer = reader.normalizer else {
        return Outcome(report: report, failures: failures(stations))
      }
      let batches = work(blocks, normalizer, stations)
      for batch in batches {
        deduplicator.mark(batch.leads)
        report.add(batch.leads)
      }
      try body(batches)
      blocks.removeAll(keepingCapacity: true)
    }
  }

  /// What one thread works with.
  private final class Station: @unchecked Sendable {
    let decider: BatchDecider
    init(program: ClientProgram) { decider = BatchDecider(program: program) }
  }

  private func failures(_ stations: [Station]) -> [(condition: Condition, failure: ConditionFailure)] {
    var all: [ConditionID: ConditionFailure] = [:]
    for station in stations {
      // Counts add up; the lead that is named is the first of some thread.
      all.merge(station.decider.failures) { first, second in
        var sum = first
        sum.count += second.count
        return sum
      }
    }
    return all.sorted { $0.key.index < $1.key.index }.map { (program[$0.key], $0.value) }
  }

  private func work(
    _ blocks: [RowBlock], _ normalizer: RowNormalizer, _ stations: [Station]
  ) -> [Batch] {
    // Each thread has its own station: parts are as many as threads, and a part stays on one.
    let parts = min(pool.count, blocks.count)
    let shares = (0..<parts).map { part in
      (part: part, indices: Array(stride(from: part, to: blocks.count, by: parts)))
    }
    let made = SideBySide.map(shares, pool: pool) { share in
      share.indices.map { index in
        let leads = normalizer.leads(in: blocks[index])
        var decisions: [LeadDecision] = []
        stations[share.part].decider.decide(leads.leads, into: &decisions)
        return Batch(leads: leads, mapping: normalizer.mapping, decisions: decisions)
      }
    }
    return blocks.indices.map { made[$0 % parts][$0 / parts] }
  }
}
