/// What is known about the distinct texts of one column: for each table of the program, its value by number.
///
/// The tables are filled when a text is first seen, so that looking up is a load and nothing else.
final class TextTables {
  private let column: BatchProgram.TextColumn
  private let interner = TextInterner()
  /// For each row of the batch, the number of its text.
  let numbers: UnsafeMutablePointer<UInt16>
  /// Rows whose texts have no number; in ascending order.
  private let overflowRows: UnsafeMutablePointer<Int32>
  private(set) var overflowCount = 0
  /// By table: values by number. Tables of conditions use the low byte.
  private(set) var values: [UnsafeMutablePointer<UInt64>] = []
  private(set) var truths: [UnsafeMutablePointer<UInt8>] = []
  private(set) var flags: [UnsafeMutablePointer<UInt8>] = []
  /// Numbers the tables have room for.
  private var capacity = 0
  private var scratch: UnsafeMutablePointer<UInt8>
  private var scratchCapacity = 1_024
  /// Whether almost every text is new, so that numbering them is wasted work.
  private var isBypassed = false

  init(_ column: BatchProgram.TextColumn, width: Int) {
    self.column = column
    numbers = .allocate(capacity: width)
    numbers.initialize(repeating: 0, count: width)
    overflowRows = .allocate(capacity: width)
    overflowRows.initialize(repeating: 0, count: width)
    scratch = .allocate(capacity: scratchCapacity)
    // One place behind the last number is for texts without one.
    if case .category(let labels) = column.kind { reserve(labels.count + 1) } else { reserve(64) }
    record(nil, number: 0)
    if case .category(let labels) = column.kind {
      for (code, label) in labels.enumerated() {
        var label = label
        label.withUTF8 { record($0, number: code + 1) }
      }
      record(UnsafeBufferPointer(start: nil, count: 0), number: labels.count + 1)
    }
  }

  deinit {
    numbers.deallocate()
    overflowRows.deallocate()
    scratch.deallocate()
    for table in values { table.deallocate() }
    for table in truths { table.deallocate() }
    for table in flags { table.deallocate() }
  }

  /// Numbers the texts of a batch.
  func number(_ cells: Column, rows: Int) {
    overflowCount = 0
    switch column.kind {
    case .category(let labels): numberCodes(cells, limit: UInt64(labels.count), rows: rows)
    case .text, .bool, .int, .double, .timestamp:
      if cells.stride == 0 {
        numberTexts(cells, rows: 1)
        if 0 < overflowCount {
          for row in 0..<rows { overflowRows[row] = Int32(row) }
          overflowCount = rows
        }
        for row in 0..<rows { numbers[row] = numbers[0] }
      } else {
        numberTexts(cells, rows: rows)
      }
    }
  }

  private func numberCodes(_ column: Column, limit: UInt64, rows: Int) {
    let stride = column.stride
    if let presence = column.presence {
      for row in 0..<rows {
        let code = min(column.cells[row * stride], limit) + 1
        numbers[row] = presence[row * stride] != 0 ? UInt16(truncatingIfNeeded: code) : 0
      }
    } else {
      for row in 0..<rows {
        numbers[row] = UInt16(truncatingIfNeeded: min(column.cells[row * stride], limit) + 1)
      }
    }
  }

  private func numberTexts(_ column: Column, rows: Int) {
    for row in 0..<rows {
      guard column.isPresent(row) else {
        numbers[row] = 0
        continue
      }
      let text = column.text(column.cells[row])
      if isBypassed || TextInterner.lengthLimit < text.count {
        overflow(row)
        continue
      }
      let hash = TextInterner.hash(text)
      if let number = interner.find(text, hash: hash) {
        numbers[row] = number
      } else if interner.isFull {
        overflow(row)
      } else {
        let number = interner.add(text, hash: hash)
        numbers[row] = number
        record(text, number: Int(number))
      }
    }
    if interner.isFull, rows < 2 * overflowCount { isBypassed = true }
  }

  private func overflow(_ row: Int) {
    numbers[row] = 0
    overflowRows[overflowCount] = Int32(row)
    overflowCount += 1
  }

  /// Works out all tables for a text that got a number.
  private func record(_ text: UnsafeBufferPointer<UInt8>?, number: Int) {
    if capacity <= number { reserve(2 * number) }
    for (place, table) in column.tables.enumerated() {
      let (value, isSettled) = evaluate(table, text)
      truths[place][number] = table.isBool ? UInt8(truncatingIfNeeded: value) : 0
      if !table.isBool { values[place][number] = value }
      flags[place][number] = isSettled ? 0 : 1
    }
  }

  private func reserve(_ count: Int) {
    let new = max(count + 1, 64)
    func grown<Value>(_ table: UnsafeMutablePointer<Value>?, _ zero: Value) -> UnsafeMutablePointer<Value> {
      let grown = UnsafeMutablePointer<Value>.allocate(capacity: new)
      grown.initialize(repeating: zero, count: new)
      if let table {
        grown.update(from: table, count: capacity)
        table.deallocate()
      }
      return grown
    }
    for (place, table) in column.tables.enumerated() {
      let isKnown = place < truths.count
      if !isKnown {
        truths.append(grown(nil, 0))
        values.append(table.isBool ? .allocate(capacity: 1) : grown(nil, 0))
        flags.append(grown(nil, 0))
      } else {
        truths[place] = grown(truths[place], 0)
        if !table.isBool { values[place] = grown(values[place], 0) }
        flags[place] = grown(flags[place], 0)
      }
    }
    capacity = new
  }

  /// What a table says about a text, and whether it says anything: errors are for the single expression to tell.
  private func evaluate(
    _ table: BatchProgram.Table, _ text: UnsafeBufferPointer<UInt8>?
  ) -> (value: UInt64, isSettled: Bool) {
    let length = text?.count ?? 0
    if scratchCapacity < length {
      scratch.deallocate()
      scratchCapacity = 2 * length
      scratch = .allocate(capacity: scratchCapacity)
    }
    if let holds = table.test?.holds(text, scratch) { return (holds ? 1 : 0, true) }
    var evaluator = Evaluator(SingleReader(text: text.map { .string(String(decoding: $0, as: UTF8.self)) }))
    // The kind of an error is asked for by row, not here.
    guard let value = try? evaluator.value(table.term), let bits = BatchLowering.bits(value) else {
      return (0, false)
    }
    return (bits, true)
  }

  // MARK: Looking up

  func lookUpTruths(_ table: Int, into register: UnsafeMutablePointer<UInt8>, _ cells: Column, rows: Int) {
    let truths = truths[table]
    for row in 0..<rows { register[row] = truths[Int(numbers[row])] }
    forEachOverflow(table, cells) { row, value, _ in register[row] = UInt8(truncatingIfNeeded: value) }
  }

  func lookUpWords(_ table: Int, into register: UnsafeMutablePointer<UInt64>, _ cells: Column, rows: Int) {
    let values = values[table]
    for row in 0..<rows { register[row] = values[Int(numbers[row])] }
    forEachOverflow(table, cells) { row, value, _ in register[row] = value }
  }

  func lookUpFlags(_ table: Int, into register: UnsafeMutablePointer<UInt8>, _ cells: Column, rows: Int) {
    let flags = flags[table]
    for row in 0..<rows { register[row] = flags[Int(numbers[row])] }
    forEachOverflow(table, cells) { row, _, isSettled in register[row] = isSettled ? 0 : 1 }
  }

  private func forEachOverflow(_ table: Int, _ cells: Column, _ body: (Int, UInt64, Bool) -> Void) {
    for place in 0..<overflowCount {
      let row = Int(overflowRows[place])
      let (value, isSettled) = evaluate(column.tables[table], cells.text(cells.cell(row)))
      body(row, value, isSettled)
    }
  }
}
