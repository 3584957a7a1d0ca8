import Glibc
import LeadImport
import LeadModel

/// Measures reading a lead file on one core: splitting it into rows, then the whole way to distinct leads.
///
/// Seconds of processor time, the kernel's included, which other work on the machine disturbs least. The file is
/// read in chunks, as the commands do; its pages should be in the system's cache.
func benchmarkImport(path: String) {
  var (rows, fields) = (0, 0)
  let parsing = processorTime {
    var reader = CSVReader(delimiter: UInt8(ascii: ","))
    var spare: RowBlock?
    func takeBlocks() {
      while let block = reader.nextBlock(reusing: spare) {
        rows += block.rowCount
        fields += block.fieldCount
        spare = block
      }
    }
    forEachChunk(of: path) {
      reader.feed($0)
      takeBlocks()
    }
    reader.finish()
    takeBlocks()
  }
  print("split into rows   \(parsing)  \(rows) rows, \(fields) fields")

  var importer = LeadImporter(schema: LeadSchema())
  let importing = processorTime {
    func takeBatches() {
      do {
        while try importer.nextBatch() != nil {}
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
  let report = importer.report
  print(
    "whole import      \(importing)  \(report.imported) leads, \(report.duplicates) duplicates, "
      + "\(report.setAside) set aside of \(report.rowsRead)")
  for group in report.findings.groups {
    print("  \(group.reason.code) in \(group.column ?? "row"): \(group.count)")
  }
}

/// The seconds of processor time that `body` takes.
private func processorTime(_ body: () -> Void) -> Double {
  func now() -> Double {
    var usage = rusage()
    getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
    return Double(usage.ru_utime.tv_sec + usage.ru_stime.tv_sec)
      + Double(usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) / 1_000_000
  }
  let start = now()
  body()
  return now() - start
}

func forEachChunk(of path: String, _ body: (UnsafeRawBufferPointer) -> Void) {
  let descriptor = open(path, O_RDONLY | O_CLOEXEC)
  guard 0 <= descriptor else { return print("cannot open \(path)") }
  defer { close(descriptor) }
  let chunk = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 17, alignment: 64)
  defer { chunk.deallocate() }
  while true {
    let count = read(descriptor, chunk.baseAddress, chunk.count)
    guard 0 < count else { return }
    body(UnsafeRawBufferPointer(rebasing: chunk[..<count]))
  }
}
