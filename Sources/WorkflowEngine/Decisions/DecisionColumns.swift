import Expressions
import LeadModel
import WorkflowProgram

/// The columns that a batch's conditions read, and the memory that deciding needs, for up to 1,024 rows.
///
/// Owned by one decider and used by one thread.
final class DecisionColumns {
  private let program: ClientProgram
  /// By slot.
  private let columns: UnsafeMutablePointer<Column>
  private let words: UnsafeMutablePointer<UInt64>
  private let numbers: UnsafeMutablePointer<Int32>
  private let bytes: UnsafeMutablePointer<UInt8>
  private static let width = BatchProgram.widthLimit
  /// Engine values that decisions know, in the order of their columns after the bands.
  private static let known: [EngineValue] = [.quality, .priority, .qualified, .queue, .agent]

  /// How the cells of each slot are read.
  static func kinds(of program: ClientProgram) -> [Int: ColumnKind] {
    var kinds: [Int: ColumnKind] = [:]
    for (slot, field) in program.leadSchema.fields.enumerated() { kinds[slot] = kind(of: field.type) }
    for (index, band) in program.decisions.bands.enumerated() {
      kinds[program.slots.bands.lowerBound + index] = .category(band.labels)
    }
    kinds[program.slots.slot(.quality)] = .int
    kinds[program.slots.slot(.priority)] = .int
    kinds[program.slots.slot(.qualified)] = .bool
    kinds[program.slots.slot(.queue)] = .category(program.decisions.queues.names)
    kinds[program.slots.slot(.agent)] = .category(program.decisions.agents.map(\.name))
    return kinds
  }

  private static func kind(of type: FieldType) -> ColumnKind {
    switch type {
    case .text, .phone, .email: .text
    case .money, .number: .double
    case .count: .int
    case .flag: .bool
    case .date: .timestamp
    }
  }

  init(program: ClientProgram) {
    self.program = program
    let bandCount = program.decisions.bands.count
    let wordCount = (bandCount + Self.known.count) * Self.width
    words = .allocate(capacity: wordCount)
    words.initialize(repeating: 0, count: wordCount)
    numbers = .allocate(capacity: 2 * Self.width)
    numbers.initialize(repeating: 0, count: 2 * Self.width)
    bytes = .allocate(capacity: 3 * Self.width)
    bytes.initialize(repeating: 0, count: 3 * Self.width)
    columns = .allocate(capacity: program.slots.slotCount)
    columns.initialize(repeating: Column(cells: words, stride: 0), count: program.slots.slotCount)
    for band in 0..<bandCount {
      columns[program.slots.bands.lowerBound + band] = Column(cells: words + band * Self.width)
    }
    for (index, value) in Self.known.enumerated() {
      columns[program.slots.slot(value)] = Column(cells: words + (bandCount + index) * Self.width)
    }
  }

  deinit {
    words.deallocate()
    numbers.deallocate()
    bytes.deallocate()
    columns.deallocate()
  }

  var pointer: UnsafePointer<Column> { UnsafePointer(columns) }

  var quality: UnsafeMutablePointer<UInt64> { known(0) }
  var priority: UnsafeMutablePointer<UInt64> { known(1) }
  var qualified: UnsafeMutablePointer<UInt64> { known(2) }
  var queue: UnsafeMutablePointer<UInt64> { known(3) }
  var agent: UnsafeMutablePointer<UInt64> { known(4) }
  /// Room for sums, a part of a sum, marks, and chosen rows.
  var sum: UnsafeMutablePointer<Int32> { numbers }
  var part: UnsafeMutablePointer<Int32> { numbers + Self.width }
  var open: UnsafeMutablePointer<UInt8> { bytes }
  var choice: UnsafeMutablePointer<UInt8> { bytes + Self.width }
  /// A condition that holds for nobody.
  var never: UnsafePointer<UInt8> { UnsafePointer(bytes + 2 * Self.width) }

  private func known(_ index: Int) -> UnsafeMutablePointer<UInt64> {
    words + (program.decisions.bands.count + index) * Self.width
  }

  /// The labels' numbers of a band, by row.
  func band(_ band: Int) -> UnsafeMutablePointer<UInt64> { words + band * Self.width }

  /// Makes the lead's columns those of a batch, from a row on.
  func point(at batch: LeadBatch, first: Int) {
    for field in 0..<program.slots.fieldCount {
      let offset = field * batch.capacity + first
      columns[field] = Column(
        cells: batch.cells + offset, presence: batch.presence + offset, bytes: batch.bytes)
    }
  }

  /// Cuts numbers into bands for the rows pointed at.
  func fillBands(count: Int) {
    for (index, rule) in program.decisions.bands.enumerated() {
      let column = columns[rule.field]
      let codes = band(index)
      let isDouble = DecisionColumns.kind(of: program.leadSchema.fields[rule.field].type) == .double
      rule.lowerBounds.withUnsafeBufferPointer { bounds in
        for row in 0..<count {
          guard let presence = column.presence, presence[row] != 0 else {
            codes[row] = 0
            continue
          }
          let cell = column.cells[row]
          let number = isDouble ? Double(bitPattern: cell) : Double(Int64(bitPattern: cell))
          var code: UInt64 = 1
          for bound in bounds.dropFirst() { code += bound <= number ? 1 : 0 }
          codes[row] = code
        }
      }
    }
  }
}
