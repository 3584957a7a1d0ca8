import Glibc
import LeadImport

/// Measures reading a lead file, stage by stage, on one core.
func benchmarkImport(path: String) {
  let clock = ContinuousClock()
  var rows = 0
  var fields = 0
  let parse = clock.measure {
    var reader = CSVReader(delimiter: UInt8(ascii: ","))
    var spare: RowBlock?
    let descriptor = open(path, O_RDONLY)
    defer { close(descriptor) }
    let chunk = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 17, alignment: 64)
    defer { chunk.deallocate() }
    while true {
      let count = read(descriptor, chunk.baseAddress, chunk.count)
      if count > 0 { reader.feed(UnsafeRawBufferPointer(rebasing: chunk[..<count])) } else { reader.finish() }
      while let block = reader.nextBlock(reusing: spare) {
        rows += block.rowCount
        fields += block.fieldCount
        spare = block
      }
      if count <= 0 { break }
    }
  }
  print("parse", parse, rows, fields)
}
