import Dispatch
import LeadImport
import LeadModel
import WorkflowEngine
import WorkflowProgram

/// Measures scoring a lead file in memory by the shipped client's rules: split into rows, normalise, tell
/// duplicates, score, queue and route; on one core.
///
/// - Parameter limits: C programs to print ratios against; the file must then be `leads_SIZE.csv` in their folder.
func benchmarkScore(path: String, limits: LimitProgram?) {
  guard let program = Project.program() else { return }
  var (leads, duplicates, qualitySum, prioritySum) = (0, 0, 0, 0)
  let measured = Measurement.of {
    let decider = BatchDecider(program: program)
    var importer = LeadImporter(schema: program.leadSchema)
    var decisions: [LeadDecision] = []
    func takeBatches() {
      do throws(ImportRefusal) {
        while let batch = try importer.nextBatch() {
          decider.decide(batch.leads, into: &decisions)
          for (row, decision) in decisions.enumerated() {
            if batch.isDuplicate(row: row) {
              duplicates += 1
              continue
            }
            leads += 1
            qualitySum += Int(decision.quality)
            prioritySum += Int(decision.priority)
          }
        }
      } catch {
        print(error)
      }
    }
    forEachChunk(of: path) {
      importer.feed($0)
      takeBatches()
    }
    importer.finish()
    takeBatches()
  }
  print(
    "score one core    \(seconds(measured.wall)) wall, \(seconds(measured.processor)) processor, peak \(measured.peakMegabytes) MB"
  )
  print(
    "                  \(leads) leads, \(duplicates) duplicates, quality \(qualitySum), priority \(prioritySum)"
  )
  guard let limits, let size = path.split(separator: "_").last?.split(separator: ".").first else { return }
  if let limit = limits.measure("limit_import", [String(size), "score"], key: "total_s") {
    print(
      "C, same work      \(seconds(limit)); ours takes \(ratio(measured.processor / limit)) times as long")
  }
}
