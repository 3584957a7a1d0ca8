/// What is known about the distinct texts of one column: for each table of the program, its value by number.
///
/// The tables are filled when a text is first seen, so that looking up is a load and nothing else.
final class TextTables {
  /// What the inner loops read; at a fixed address, so that they need no reference to its owner.
  struct State {
    /// For each row of the batch, the number of its text.
    let numbers: UnsafeMutablePointer<UInt16>
    /// Rows whose texts have no number; in ascending order.
    let overflowRows: UnsafeMutablePointer<Int32>
    var overflowCount = 0
    /// By table: truth values by number; 0 in tables of numbers.
    let truths: UnsafeMutablePointer<UnsafeMutablePointer<UInt8>>
    /// By table: bits of numbers by number of text; empty in tables of truth values.
    let words: UnsafeMutablePointer<UnsafeMutablePointer<UInt64>>
    /// By table: 1 for texts about which only the single expression can tell.
    let flags: UnsafeMutablePointer<UnsafeMutablePointer<UInt8>>
    var interner = TextInterner()
    /// Whether almost every text is new, so that numbering them is wasted work.
    var isBypassed = false
    /// Numbers the tables have room for.
    var capacity = 0
  }

  let state: UnsafeMutablePointer<State>
  private let column: BatchProgram.TextColumn
  private var scratch: UnsafeMutablePointer<UInt8>
  private var scratchCapacity = 1_024

  init(_ column: BatchProgram.TextColumn, width: Int) {
    self.column = column
    let tableCount = max(1, column.tables.count)
    let numbers = UnsafeMutablePointer<UInt16>.allocate(capacity: width)
    numbers.initialize(repeating: 0, count: width)
    let overflowRows = UnsafeMutablePointer<Int32>.allocate(capacity: width)
    overflowRows.initialize(repeating: 0, count: width)
    state = .allocate(capacity: 1)
    state.initialize(
      to: State(
        numbers: numbers, overflowRows: overflowRows, truths: .allocate(capacity: tableCount),
        words: .allocate(capacity: tableCount), flags: .allocate(capacity: tableCount)))
    scratch = .allocate(capacity: scratchCapacity)
    for place in column.tables.indices {
      (state.pointee.truths + place).initialize(to: .allocate(capacity: 0))
      (state.pointee.words + place).initialize(to: .allocate(capacity: 0))
      (state.pointee.flags + place).initialize(to: .allocate(capacity: 0))
    }
    reserve(64)
    record(nil, number: 0)
    if case .category(let labels) = column.kind {
      for (code, label) in labels.enumerated() {
        var label = label
        label.withUTF8 { record($0, number: code + 1) }
      }
      // Codes outside the list read as empty.
      record(UnsafeBufferPointer(start: nil, count: 0), number: labels.count + 1)
    }
  }

  deinit {
    for place in column.tables.indices {
      state.pointee.truths[place].deallocate()
      state.pointee.words[place].deallocate()
      state.pointee.flags[place].deallocate()
    }
    state.pointee.truths.deallocate()
    state.pointee.words.deallocate()
    state.pointee.flags.deallocate()
    state.pointee.numbers.deallocate()
    state.pointee.overflowRows.deallocate()
    state.pointee.interner.deallocate()
    state.deallocate()
    scratch.deallocate()
  }

  // MARK: Numbering

  /// Numbers the texts of a batch.
  func number(_ cells: Column, rows: Int) {
    let state = state
    state.pointee.overflowCount = 0
    if case .category(let labels) = column.kind {
      return numberCodes(cells, limit: UInt64(labels.count), rows: rows)
    }
    guard cells.stride == 0 else { return numberTexts(cells, rows: rows) }
    numberTexts(cells, rows: 1)
    let isOverflowing = 0 < state.pointee.overflowCount
    for row in 0..<rows {
      state.pointee.numbers[row] = state.pointee.numbers[0]
      if isOverflowing { state.pointee.overflowRows[row] = Int32(row) }
    }
    if isOverflowing { state.pointee.overflowCount = rows }
  }

  private func numberCodes(_ column: Column, limit: UInt64, rows: Int) {
    let numbers = state.pointee.numbers
    let (cells, stride) = (column.cells, column.stride)
    if let presence = column.presence {
      for row in 0..<rows {
        let code = UInt16(truncatingIfNeeded: min(cells[row * stride], limit) + 1)
        numbers[row] = presence[row * stride] != 0 ? code : 0
      }
    } else {
      for row in 0..<rows { numbers[row] = UInt16(truncatingIfNeeded: min(cells[row * stride], limit) + 1) }
    }
  }

  private func numberTexts(_ column: Column, rows: Int) {
    let state = state
    let numbers = state.pointee.numbers
    guard let bytes = column.bytes else {
      for row in 0..<rows { numbers[row] = 0 }
      return
    }
    let (cells, presence) = (column.cells, column.presence)
    for row in 0..<rows {
      if let presence, presence[row] == 0 {
        numbers[row] = 0
        continue
      }
      let cell = cells[row]
      let length = Int(cell >> 32)
      let text = bytes + Int(cell & 0xFFFF_FFFF)
      if TextInterner.lengthLimit < length || state.pointee.isBypassed {
        overflow(row)
        continue
      }
      let key = TextInterner.Key(text, length)
      if let number = state.pointee.interner.find(text, key) {
        numbers[row] = number
      } else {
        addText(text, key, row)
      }
    }
    if state.pointee.interner.isFull, rows < 2 * state.pointee.overflowCount {
      state.pointee.isBypassed = true
    }
  }

  @inline(never)
  private func addText(_ text: UnsafePointer<UInt8>, _ key: TextInterner.Key, _ row: Int) {
    guard !state.pointee.interner.isFull else { return overflow(row) }
    let number = state.pointee.interner.add(text, key)
    state.pointee.numbers[row] = number
    record(UnsafeBufferPointer(start: text, count: key.length), number: Int(number))
  }

  private func overflow(_ row: Int) {
    state.pointee.numbers[row] = 0
    state.pointee.overflowRows[state.pointee.overflowCount] = Int32(row)
    state.pointee.overflowCount += 1
  }

  // MARK: Tables

  /// Works out all tables for a text that got a number.
  private func record(_ text: UnsafeBufferPointer<UInt8>?, number: Int) {
    if state.pointee.capacity <= number { reserve(2 * number) }
    for (place, table) in column.tables.enumerated() {
      let (value, isSettled) = evaluate(table, text)
      if table.isBool {
        state.pointee.truths[place][number] = UInt8(truncatingIfNeeded: value)
      } else {
        state.pointee.words[place][number] = value
      }
      state.pointee.flags[place][number] = isSettled ? 0 : 1
    }
  }

  private func reserve(_ count: Int) {
    let old = state.pointee.capacity
    func grow<Value>(_ table: inout UnsafeMutablePointer<Value>, _ zero: Value) {
      let grown = UnsafeMutablePointer<Value>.allocate(capacity: count)
      grown.initialize(repeating: zero, count: count)
      grown.update(from: table, count: old)
      table.deallocate()
      table = grown
    }
    for (place, table) in column.tables.enumerated() {
      if table.isBool { grow(&state.pointee.truths[place], 0) } else { grow(&state.pointee.words[place], 0) }
      grow(&state.pointee.flags[place], 0)
    }
    state.pointee.capacity = count
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

  /// Looks up the rows whose texts have no number, one by one.
  @inline(never)
  func forEachOverflow(
    _ table: Int, _ cells: Column, _ body: (_ row: Int, _ value: UInt64, _ isSettled: Bool) -> Void
  ) {
    for place in 0..<state.pointee.overflowCount {
      let row = Int(state.pointee.overflowRows[place])
      let (value, isSettled) = evaluate(column.tables[table], cells.text(cells.cell(row)))
      body(row, value, isSettled)
    }
  }
}
