extension BatchEvaluator {
  /// Runs one instruction over all rows.
  @inline(__always)
  func execute(_ place: UnsafePointer<BatchInstruction>, _ columns: UnsafePointer<Column>, _ rows: Int) {
    let step = place.pointee
    switch step.operation {
    case .wordIsNotZero: BatchKernels.map(byte(step.d), word(step.a), rows) { $0 != 0 ? 1 : 0 }
    case .compareDouble:
      BatchKernels.compare(step.comparison, byte(step.d), double(step.a), double(step.b), rows)
    case .compareDoubleConstant:
      BatchKernels.compare(
        step.comparison, byte(step.d), double(step.a), Double(bitPattern: step.constant), rows)
    case .compareInt: BatchKernels.compare(step.comparison, byte(step.d), int(step.a), int(step.b), rows)
    case .compareIntConstant:
      BatchKernels.compare(step.comparison, byte(step.d), int(step.a), Int64(bitPattern: step.constant), rows)
    case .isInIntRange:
      // Counted from the lower end, one comparison without sign tells both.
      let (low, span) = (step.constant, step.secondConstant &- step.constant)
      BatchKernels.map(byte(step.d), word(step.a), rows) { $0 &- low <= span ? 1 : 0 }
    case .isInDoubleRange:
      let (low, high) = (Double(bitPattern: step.constant), Double(bitPattern: step.secondConstant))
      BatchKernels.map(byte(step.d), double(step.a), rows) { (low <= $0 ? 1 : 0) & ($0 <= high ? 1 : 0) }

    case .not: BatchKernels.map(byte(step.d), byte(step.a), rows) { $0 ^ 1 }
    case .and: BatchKernels.map(byte(step.d), byte(step.a), byte(step.b), rows) { $0 & $1 }
    case .or: BatchKernels.map(byte(step.d), byte(step.a), byte(step.b), rows) { $0 | $1 }
    case .isSame: BatchKernels.map(byte(step.d), byte(step.a), byte(step.b), rows) { $0 ^ $1 ^ 1 }
    case .isDifferent: BatchKernels.map(byte(step.d), byte(step.a), byte(step.b), rows) { $0 ^ $1 }
    case .selectByte: BatchKernels.select(byte(step.d), choice(step), byte(step.a), byte(step.b), rows)
    case .selectWord: BatchKernels.select(word(step.d), choice(step), word(step.a), word(step.b), rows)

    case .addDouble: BatchKernels.map(double(step.d), double(step.a), double(step.b), rows) { $0 + $1 }
    case .subtractDouble: BatchKernels.map(double(step.d), double(step.a), double(step.b), rows) { $0 - $1 }
    case .multiplyDouble: BatchKernels.map(double(step.d), double(step.a), double(step.b), rows) { $0 * $1 }
    case .divideDouble: BatchKernels.map(double(step.d), double(step.a), double(step.b), rows) { $0 / $1 }
    case .negateDouble: BatchKernels.map(double(step.d), double(step.a), rows) { -$0 }
    case .greatestDouble:
      BatchKernels.map(double(step.d), double(step.a), double(step.b), rows) { $1 > $0 ? $1 : $0 }
    case .leastDouble:
      BatchKernels.map(double(step.d), double(step.a), double(step.b), rows) { $1 < $0 ? $1 : $0 }
    case .intToDouble: BatchKernels.map(double(step.d), int(step.a), rows) { Double($0) }

    case .greatestInt: BatchKernels.map(int(step.d), int(step.a), int(step.b), rows) { max($0, $1) }
    case .leastInt: BatchKernels.map(int(step.d), int(step.a), int(step.b), rows) { min($0, $1) }
    case .addInt:
      BatchKernels.checked(int(step.d), byte(step.c), int(step.a), int(step.b), rows) {
        $0.addingReportingOverflow($1)
      }
    case .subtractInt:
      BatchKernels.checked(int(step.d), byte(step.c), int(step.a), int(step.b), rows) {
        $0.subtractingReportingOverflow($1)
      }
    case .multiplyInt:
      BatchKernels.checked(int(step.d), byte(step.c), int(step.a), int(step.b), rows) {
        $0.multipliedReportingOverflow(by: $1)
      }
    case .divideInt:
      BatchKernels.checked(int(step.d), byte(step.c), int(step.a), int(step.b), rows) {
        $0.dividedReportingOverflow(by: $1)
      }
    case .remainderInt:
      BatchKernels.checked(int(step.d), byte(step.c), int(step.a), int(step.b), rows) {
        $0.remainderReportingOverflow(dividingBy: $1)
      }
    case .negateInt: BatchKernels.negate(int(step.d), byte(step.c), int(step.a), rows)
    case .doubleToInt: BatchKernels.toInt(int(step.d), byte(step.c), double(step.a), rows)

    case .lookUpByte:
      let state = textStates[Int(step.a)].state
      BatchKernels.lookUp(byte(step.d), state.pointee.truths[Int(step.b)], state.pointee.numbers, rows)
      lookUpRest(step, columns)
    case .lookUpWord:
      let state = textStates[Int(step.a)].state
      BatchKernels.lookUp(word(step.d), state.pointee.words[Int(step.b)], state.pointee.numbers, rows)
      lookUpRest(step, columns)
    case .lookUpFlag:
      let state = textStates[Int(step.a)].state
      BatchKernels.lookUp(byte(step.d), state.pointee.flags[Int(step.b)], state.pointee.numbers, rows)
      lookUpRest(step, columns)
    case .generalByte, .generalWord: executeGeneral(step, columns, rows)
    }
  }

  @inline(__always)
  private func byte(_ register: Int32) -> UnsafeMutablePointer<UInt8> { bytes[Int(register)] }

  @inline(__always)
  private func word(_ register: Int32) -> UnsafeMutablePointer<UInt64> { words[Int(register)] }

  @inline(__always)
  private func double(_ register: Int32) -> UnsafeMutablePointer<Double> {
    UnsafeMutableRawPointer(words[Int(register)]).assumingMemoryBound(to: Double.self)
  }

  @inline(__always)
  private func int(_ register: Int32) -> UnsafeMutablePointer<Int64> {
    UnsafeMutableRawPointer(words[Int(register)]).assumingMemoryBound(to: Int64.self)
  }

  /// The register that chooses between two others.
  @inline(__always)
  private func choice(_ step: BatchInstruction) -> UnsafeMutablePointer<UInt8> {
    bytes[Int(truncatingIfNeeded: step.constant)]
  }

  /// Looks up the rows whose texts have no number, one by one.
  @inline(__always)
  private func lookUpRest(_ step: BatchInstruction, _ columns: UnsafePointer<Column>) {
    let (slot, state) = textStates[Int(step.a)]
    guard 0 < state.pointee.overflowCount else { return }
    texts[Int(step.a)].forEachOverflow(Int(step.b), columns[slot]) { row, value, isSettled in
      if step.operation == .lookUpWord {
        word(step.d)[row] = value
      } else {
        byte(step.d)[row] =
          step.operation == .lookUpByte ? UInt8(truncatingIfNeeded: value) : isSettled ? 0 : 1
      }
    }
  }

  /// Asks the evaluator of single expressions, for the rows where the answer matters.
  @inline(never)
  private func executeGeneral(_ step: BatchInstruction, _ columns: UnsafePointer<Column>, _ rows: Int) {
    let general = program.terms[Int(step.a)]
    let isByte = step.operation == .generalByte
    let flags = byte(step.c)
    let needed = 0 <= step.b ? byte(step.b) : nil
    let wanted = UInt8(truncatingIfNeeded: step.constant)
    var shared: (value: UInt64, isSettled: Bool)?
    // As those of `now` or of the client.
    let isSameForAll = general.slots.allSatisfy { program.kinds[$0] == nil || columns[$0].stride == 0 }
    for row in 0..<rows {
      var answer: (value: UInt64, isSettled: Bool) = (0, true)
      if needed.map({ $0[row] == wanted }) ?? true {
        answer = shared ?? evaluate(general.term, columns, row: row, isBool: isByte)
        if isSameForAll { shared = answer }
      }
      if isByte {
        byte(step.d)[row] = UInt8(truncatingIfNeeded: answer.value)
      } else {
        word(step.d)[row] = answer.value
      }
      flags[row] = answer.isSettled ? 0 : 1
    }
  }

  private func evaluate(
    _ term: Term, _ columns: UnsafePointer<Column>, row: Int, isBool: Bool
  ) -> (value: UInt64, isSettled: Bool) {
    var evaluator = Evaluator(RowReader(columns: columns, kinds: program.kinds, row: row))
    // An error's words are asked for by row, not here.
    guard let value = try? evaluator.value(term), let bits = BatchLowering.bits(value) else {
      return (0, false)
    }
    if case .bool = value { return (bits, isBool) }
    return (bits, !isBool)
  }
}
