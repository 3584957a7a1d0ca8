/// Runs a batch program: holds its registers and what it has learned about texts.
///
/// One for each thread, kept from batch to batch. After the first batches it allocates nothing for the parts of
/// the program that have a layout, except when a text is seen for the first time.
public final class BatchEvaluator {
  public let program: BatchProgram
  /// The most rows of a batch.
  public let width: Int

  /// What changes from run to run; at a fixed address, so that inner loops need no check of who else writes it.
  struct State {
    var rows = 0
    /// Those of the last batch.
    var columns: UnsafePointer<Column>?
  }

  let state: UnsafeMutablePointer<State>
  /// Where each register's values are: in the evaluator's memory, or in a column.
  let bytes: UnsafeMutablePointer<UnsafeMutablePointer<UInt8>>
  let words: UnsafeMutablePointer<UnsafeMutablePointer<UInt64>>
  private let byteMemory: UnsafeMutablePointer<UInt8>
  private let wordMemory: UnsafeMutablePointer<UInt64>
  private let instructions: FixedBuffer<BatchInstruction>
  /// Registers that depend on the columns given: filled or pointed anew for each batch.
  private let columnBytes: FixedBuffer<(register: Int, slot: Int)>
  private let columnWords: FixedBuffer<(register: Int, slot: Int)>
  private let variables: FixedBuffer<(slot: Int, flag: Int)>
  /// By expression: the register of its values, or -1; and that of its flags, or -1.
  let outputs: FixedBuffer<(register: Int, flag: Int, isByte: Bool)>
  let texts: [TextTables]
  let textStates: FixedBuffer<(slot: Int, state: UnsafeMutablePointer<TextTables.State>)>

  /// - Parameter width: The most rows of a batch, 1 to `BatchProgram.widthLimit`; small ones need little memory.
  public init(_ program: BatchProgram, width: Int = BatchProgram.widthLimit) {
    precondition(1 <= width && width <= BatchProgram.widthLimit, "a batch has 1 to 1,024 rows")
    self.program = program
    self.width = width
    state = .allocate(capacity: 1)
    state.initialize(to: State())
    let byteCount = max(1, program.byteSources.count)
    let wordCount = max(1, program.wordSources.count)
    bytes = .allocate(capacity: byteCount)
    words = .allocate(capacity: wordCount)
    byteMemory = .allocate(capacity: byteCount * width)
    byteMemory.initialize(repeating: 0, count: byteCount * width)
    wordMemory = .allocate(capacity: wordCount * width)
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
    self.columnBytes = FixedBuffer(columnBytes)
    self.columnWords = FixedBuffer(columnWords)
    instructions = FixedBuffer(program.instructions)
    variables = FixedBuffer(program.variables.map { ($0.slot, Int($0.flag)) })
    outputs = FixedBuffer(
      program.outputs.map { (Int($0.place.register ?? -1), Int($0.flag ?? -1), $0.place.isByte) })
    texts = program.texts.map { TextTables($0, width: width) }
    textStates = FixedBuffer(zip(program.texts, texts).map { ($0.slot, $1.state) })
  }

  deinit {
    state.deallocate()
    bytes.deallocate()
    words.deallocate()
    byteMemory.deallocate()
    wordMemory.deallocate()
    instructions.deallocate()
    columnBytes.deallocate()
    columnWords.deallocate()
    variables.deallocate()
    outputs.deallocate()
    textStates.deallocate()
  }

  /// Rows of the last batch.
  public var rows: Int { state.pointee.rows }

  /// Evaluates all expressions for the rows of a batch.
  ///
  /// - Parameters:
  ///   - columns: By slot, for every slot the expressions read; they and their memory must stay until results
  ///     have been read.
  ///   - rows: At most `width`.
  public func run(_ columns: UnsafePointer<Column>, rows: Int) {
    precondition(0 <= rows && rows <= width, "a batch has at most the evaluator's rows")
    state.pointee = State(rows: rows, columns: columns)
    bind(columns, rows)
    for place in 0..<textStates.count { texts[place].number(columns[textStates[place].slot], rows: rows) }
    for place in 0..<instructions.count { execute(instructions.base + place, columns, rows) }
    for output in 0..<outputs.count where 0 <= outputs[output].flag { settle(output, columns, rows) }
  }

  private func bind(_ columns: UnsafePointer<Column>, _ rows: Int) {
    for place in 0..<columnWords.count {
      let (register, slot) = columnWords[place]
      if columns[slot].stride == 1 {
        // Registers that view columns are never written.
        words[register] = UnsafeMutablePointer(mutating: columns[slot].cells)
      } else {
        words[register] = wordMemory + register * width
        words[register].update(repeating: columns[slot].cells[0], count: rows)
      }
    }
    for place in 0..<columnBytes.count {
      let (register, slot) = columnBytes[place]
      if let presence = columns[slot].presence, columns[slot].stride == 1 {
        bytes[register] = UnsafeMutablePointer(mutating: presence)
      } else {
        bytes[register] = byteMemory + register * width
        bytes[register].update(repeating: columns[slot].isPresent(0) ? 1 : 0, count: rows)
      }
    }
    for place in 0..<variables.count {
      let (slot, flag) = variables[place]
      guard let presence = columns[slot].presence else {
        bytes[flag].update(repeating: 0, count: rows)
        continue
      }
      let stride = columns[slot].stride
      for row in 0..<rows { bytes[flag][row] = presence[row * stride] ^ 1 }
    }
  }

  /// Evaluates the rows an expression's layout could not settle, one by one.
  private func settle(_ output: Int, _ columns: UnsafePointer<Column>, _ rows: Int) {
    let flags = bytes[outputs[output].flag]
    guard Self.hasSet(flags, rows) else { return }
    settleRows(output, flags, columns, rows)
  }

  @inline(never)
  private func settleRows(
    _ output: Int, _ flags: UnsafeMutablePointer<UInt8>, _ columns: UnsafePointer<Column>, _ rows: Int
  ) {
    for row in 0..<rows where flags[row] != 0 {
      let reader = RowReader(columns: columns, kinds: program.kinds, row: row)
      let result = program.expressions[output].evaluate(reader)
      switch program.outputs[output].place {
      // A register that views a column is not written: what is not bound is zero there.
      case .byte(let register) where program.byteSources[Int(register)] == .computed:
        bytes[Int(register)][row] = result == .success(.bool(true)) ? 1 : 0
      case .word(let register) where program.wordSources[Int(register)] == .computed:
        // An error's words are asked for by row, not here.
        let value = try? result.get()
        words[Int(register)][row] = value.flatMap { BatchLowering.bits($0) } ?? 0
      case .byte, .word, .none: break
      }
    }
  }

  /// Whether any of so many bytes is not zero.
  @inline(__always)
  static func hasSet(_ bytes: UnsafeMutablePointer<UInt8>, _ count: Int) -> Bool {
    var union: UInt8 = 0
    for place in 0..<count { union |= bytes[place] }
    return union != 0
  }
}

extension BatchProgram.Output.Place {
  var register: Int32? {
    switch self {
    case .byte(let register), .word(let register): register
    case .none: nil
    }
  }

  var isByte: Bool {
    switch self {
    case .byte: true
    case .word, .none: false
    }
  }
}
