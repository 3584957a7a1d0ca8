/// Runs a batch program: holds its registers and what it has learned about texts.
///
/// One for each thread, kept from batch to batch. After the first batches it allocates nothing for the parts of
/// the program that have a layout, except when a text is seen for the first time.
public final class BatchEvaluator {
  public let program: BatchProgram
  /// The most rows of a batch.
  public let width: Int
  /// Rows of the last batch.
  public private(set) var rows = 0

  let bytes: UnsafeMutablePointer<UnsafeMutablePointer<UInt8>>
  let words: UnsafeMutablePointer<UnsafeMutablePointer<UInt64>>
  /// The memory behind the registers that are not views of columns.
  private let byteMemory: UnsafeMutablePointer<UInt8>
  private let wordMemory: UnsafeMutablePointer<UInt64>
  /// Registers that depend on the columns given: filled or pointed anew for each batch.
  private let columnBytes: [(register: Int, slot: Int)]
  private let columnWords: [(register: Int, slot: Int)]
  /// The outputs that may need single rows to be evaluated apart.
  private let flaggedOutputs: [Int]
  let texts: [TextTables]
  /// Those of the last batch.
  private var columns: UnsafePointer<Column>?

  /// - Parameter width: The most rows of a batch, 1 to `BatchProgram.widthLimit`; small ones need little memory.
  public init(_ program: BatchProgram, width: Int = BatchProgram.widthLimit) {
    precondition(1 <= width && width <= BatchProgram.widthLimit, "a batch has 1 to 1,024 rows")
    self.program = program
    self.width = width
    let byteCount = program.byteSources.count
    let wordCount = program.wordSources.count
    bytes = .allocate(capacity: max(1, byteCount))
    words = .allocate(capacity: max(1, wordCount))
    byteMemory = .allocate(capacity: max(1, byteCount * width))
    byteMemory.initialize(repeating: 0, count: byteCount * width)
    wordMemory = .allocate(capacity: max(1, wordCount * width))
    wordMemory.initialize(repeating: 0, count: wordCount * width)
    var columnBytes: [(register: Int, slot: Int)] = []
    var columnWords: [(register: Int, slot: Int)] = []
    for (register, source) in program.byteSources.enumerated() {
      let memory = byteMemory + register * width
      (bytes + register).initialize(to: memory)
      switch source {
      case .computed: break
      case .constant(let value): memory.update(repeating: UInt8(truncatingIfNeeded: value), count: width)
      case .presence(let slot), .column(let slot): columnBytes.append((register, slot))
      }
    }
    for (register, source) in program.wordSources.enumerated() {
      let memory = wordMemory + register * width
      (words + register).initialize(to: memory)
      switch source {
      case .computed: break
      case .constant(let value): memory.update(repeating: value, count: width)
      case .presence(let slot), .column(let slot): columnWords.append((register, slot))
      }
    }
    self.columnBytes = columnBytes
    self.columnWords = columnWords
    flaggedOutputs = program.outputs.indices.filter { program.outputs[$0].flag != nil }
    texts = program.texts.map { TextTables($0, width: width) }
  }

  deinit {
    bytes.deallocate()
    words.deallocate()
    byteMemory.deallocate()
    wordMemory.deallocate()
  }

  /// Evaluates all expressions for the rows of a batch.
  ///
  /// - Parameters:
  ///   - columns: By slot, for every slot the expressions read; they and their memory must stay until results
  ///     have been read.
  ///   - rows: At most `width`.
  public func run(_ columns: UnsafePointer<Column>, rows: Int) {
    precondition(0 <= rows && rows <= width, "a batch has at most the evaluator's rows")
    self.columns = columns
    self.rows = rows
    bind(columns)
    for place in texts.indices { texts[place].number(columns[program.texts[place].slot], rows: rows) }
    program.instructions.withUnsafeBufferPointer { for instruction in $0 { execute(instruction, columns) } }
    for output in flaggedOutputs { settle(output, columns) }
  }

  private func bind(_ columns: UnsafePointer<Column>) {
    for (register, slot) in columnWords {
      let column = columns[slot]
      if column.stride == 1 {
        // Registers that view columns are never written.
        words[register] = UnsafeMutablePointer(mutating: column.cells)
      } else {
        words[register] = wordMemory + register * width
        words[register].update(repeating: column.cells[0], count: rows)
      }
    }
    for (register, slot) in columnBytes {
      let column = columns[slot]
      if let presence = column.presence, column.stride == 1 {
        bytes[register] = UnsafeMutablePointer(mutating: presence)
      } else {
        bytes[register] = byteMemory + register * width
        bytes[register].update(repeating: column.isPresent(0) ? 1 : 0, count: rows)
      }
    }
    for (slot, flag) in program.variables {
      let column = columns[slot]
      guard column.presence != nil, program.kinds[slot] != nil else { continue }
      for row in 0..<rows { bytes[Int(flag)][row] = column.isPresent(row) ? 0 : 1 }
    }
  }

  /// Evaluates the rows an expression's layout could not settle, one by one.
  private func settle(_ output: Int, _ columns: UnsafePointer<Column>) {
    guard let flag = program.outputs[output].flag else { return }
    let flags = bytes[Int(flag)]
    for row in 0..<rows where flags[row] != 0 {
      let result = program.expressions[output].evaluate(
        RowReader(columns: columns, kinds: program.kinds, row: row))
      switch program.outputs[output].place {
      // A register that views a column is not written: what is not bound is zero there.
      case .byte(let register) where program.byteSources[Int(register)] == .computed:
        bytes[Int(register)][row] = result == .success(.bool(true)) ? 1 : 0
      case .word(let register) where program.wordSources[Int(register)] == .computed:
        let value = try? result.get()
        words[Int(register)][row] = value.flatMap { BatchLowering.bits($0) } ?? 0
      case .byte, .word, .none: break
      }
    }
  }

}

// MARK: - Results

extension BatchEvaluator {
  /// The values of an expression of type `bool`, 0 or 1 by row; 0 where it failed.
  ///
  /// - Precondition: The expression's type is `bool`, or `dyn` for a condition checked as it runs.
  public func bools(_ expression: Int) -> UnsafePointer<UInt8> {
    guard case .byte(let register) = program.outputs[expression].place else {
      preconditionFailure("truth values are asked of an expression that has none")
    }
    return UnsafePointer(bytes[Int(register)])
  }

  /// The values of an expression of type `int`, by row; 0 where it failed.
  ///
  /// - Precondition: The expression's type is `int`.
  public func ints(_ expression: Int) -> UnsafePointer<Int64> {
    UnsafeRawPointer(wordRegister(expression, .int)).assumingMemoryBound(to: Int64.self)
  }

  /// The values of an expression of type `double`, by row; 0 where it failed.
  ///
  /// - Precondition: The expression's type is `double`.
  public func doubles(_ expression: Int) -> UnsafePointer<Double> {
    UnsafeRawPointer(wordRegister(expression, .double)).assumingMemoryBound(to: Double.self)
  }

  private func wordRegister(_ expression: Int, _ type: CELType) -> UnsafeMutablePointer<UInt64> {
    guard case .word(let register) = program.outputs[expression].place,
      program.expressions[expression].type == type
    else { preconditionFailure("numbers are asked of an expression of another type") }
    return words[Int(register)]
  }

  /// The expression's value for one row, of whatever type, or why it has none.
  ///
  /// - Precondition: `run` was called, and the row is one of its rows.
  public func value(_ expression: Int, row: Int) -> Result<CELValue, CELError> {
    guard let columns, 0 <= row, row < rows else {
      preconditionFailure("the row is not one of the last batch")
    }
    return program.expressions[expression].evaluate(
      RowReader(columns: columns, kinds: program.kinds, row: row))
  }

  /// Whether the expression may have failed for some row, so that `error` is worth asking.
  public func mayHaveErrors(_ expression: Int) -> Bool {
    guard let flag = program.outputs[expression].flag else { return false }
    let flags = bytes[Int(flag)]
    for row in 0..<rows where flags[row] != 0 { return true }
    return false
  }

  /// Why the expression has no value for a row; `nil` when it has one.
  public func error(_ expression: Int, row: Int) -> CELError? {
    guard let flag = program.outputs[expression].flag, bytes[Int(flag)][row] != 0 else { return nil }
    switch value(expression, row: row) {
    case .failure(let error): return error
    case .success(.bool): return nil
    case .success(let value):
      guard case .byte = program.outputs[expression].place else { return nil }
      return CELError(
        .noSuchOverload, "the condition gives \(CELType.words(value.type)), not a bool",
        at: program.expressions[expression].term.range)
    }
  }
}
