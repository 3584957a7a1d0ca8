extension BatchEvaluator {
  /// Runs one instruction over all rows.
  @inline(__always)
  func execute(_ place: UnsafePointer<BatchInstruction>, _ columns: UnsafePointer<Column>, _ rows: Int) {
    let instruction = place.pointee
    switch instruction.operation {
    case .wordIsNotZero:
      let (d, a) = (byte(instruction.d), words[Int(instruction.a)])
      for row in 0..<rows { d[row] = a[row] != 0 ? 1 : 0 }
    case .compareDouble:
      BatchKernels.compare(
        instruction.comparison, byte(instruction.d), double(instruction.a), double(instruction.b), rows)
    case .compareDoubleConstant:
      BatchKernels.compare(
        instruction.comparison, byte(instruction.d), double(instruction.a),
        Double(bitPattern: instruction.constant),
        rows)
    case .compareInt:
      BatchKernels.compare(
        instruction.comparison, byte(instruction.d), int(instruction.a), int(instruction.b), rows)
    case .compareIntConstant:
      BatchKernels.compare(
        instruction.comparison, byte(instruction.d), int(instruction.a),
        Int64(bitPattern: instruction.constant), rows)
    case .isInIntRange:
      let (d, a) = (byte(instruction.d), words[Int(instruction.a)])
      // Counted from the lower end, one comparison without sign tells both.
      let (low, span) = (instruction.constant, instruction.secondConstant &- instruction.constant)
      for row in 0..<rows { d[row] = a[row] &- low <= span ? 1 : 0 }
    case .isInDoubleRange:
      let (d, a) = (byte(instruction.d), double(instruction.a))
      let low = Double(bitPattern: instruction.constant)
      let high = Double(bitPattern: instruction.secondConstant)
      for row in 0..<rows { d[row] = (low <= a[row] ? 1 : 0) & (a[row] <= high ? 1 : 0) }
    case .not:
      let (d, a) = (byte(instruction.d), byte(instruction.a))
      for row in 0..<rows { d[row] = a[row] ^ 1 }
    case .and:
      let (d, a, b) = (byte(instruction.d), byte(instruction.a), byte(instruction.b))
      for row in 0..<rows { d[row] = a[row] & b[row] }
    case .or:
      let (d, a, b) = (byte(instruction.d), byte(instruction.a), byte(instruction.b))
      for row in 0..<rows { d[row] = a[row] | b[row] }
    case .isSame:
      let (d, a, b) = (byte(instruction.d), byte(instruction.a), byte(instruction.b))
      for row in 0..<rows { d[row] = a[row] ^ b[row] ^ 1 }
    case .isDifferent:
      let (d, a, b) = (byte(instruction.d), byte(instruction.a), byte(instruction.b))
      for row in 0..<rows { d[row] = a[row] ^ b[row] }
    case .selectByte:
      let (d, a, b) = (byte(instruction.d), byte(instruction.a), byte(instruction.b))
      let choice = byte(Int32(truncatingIfNeeded: instruction.constant))
      for row in 0..<rows { d[row] = choice[row] != 0 ? a[row] : b[row] }
    case .selectWord:
      let (d, a, b) = (words[Int(instruction.d)], words[Int(instruction.a)], words[Int(instruction.b)])
      let choice = byte(Int32(truncatingIfNeeded: instruction.constant))
      for row in 0..<rows { d[row] = choice[row] != 0 ? a[row] : b[row] }
    case .addDouble, .subtractDouble, .multiplyDouble, .divideDouble, .negateDouble, .greatestDouble,
      .leastDouble,
      .intToDouble:
      executeDoubles(instruction, rows)
    case .addInt, .subtractInt, .multiplyInt, .divideInt, .remainderInt, .negateInt, .doubleToInt,
      .greatestInt,
      .leastInt:
      executeInts(instruction, rows)
    case .lookUpByte:
      let (slot, state) = textStates[Int(instruction.a)]
      let (d, numbers) = (byte(instruction.d), state.pointee.numbers)
      let truths = state.pointee.truths[Int(instruction.b)]
      for row in 0..<rows { d[row] = truths[Int(numbers[row])] }
      if 0 < state.pointee.overflowCount {
        texts[Int(instruction.a)].forEachOverflow(Int(instruction.b), columns[slot]) { row, value, _ in
          d[row] = UInt8(truncatingIfNeeded: value)
        }
      }
    case .lookUpWord:
      let (slot, state) = textStates[Int(instruction.a)]
      let (d, numbers) = (words[Int(instruction.d)], state.pointee.numbers)
      let values = state.pointee.words[Int(instruction.b)]
      for row in 0..<rows { d[row] = values[Int(numbers[row])] }
      if 0 < state.pointee.overflowCount {
        texts[Int(instruction.a)].forEachOverflow(Int(instruction.b), columns[slot]) { row, value, _ in
          d[row] = value
        }
      }
    case .lookUpFlag:
      let (slot, state) = textStates[Int(instruction.a)]
      let (d, numbers) = (byte(instruction.d), state.pointee.numbers)
      let flags = state.pointee.flags[Int(instruction.b)]
      for row in 0..<rows { d[row] = flags[Int(numbers[row])] }
      if 0 < state.pointee.overflowCount {
        texts[Int(instruction.a)].forEachOverflow(Int(instruction.b), columns[slot]) { row, _, isSettled in
          d[row] = isSettled ? 0 : 1
        }
      }
    case .generalByte, .generalWord: executeGeneral(instruction, columns, rows)
    }
  }

  @inline(__always)
  private func byte(_ register: Int32) -> UnsafeMutablePointer<UInt8> { bytes[Int(register)] }

  @inline(__always)
  private func double(_ register: Int32) -> UnsafeMutablePointer<Double> {
    UnsafeMutableRawPointer(words[Int(register)]).assumingMemoryBound(to: Double.self)
  }

  @inline(__always)
  private func int(_ register: Int32) -> UnsafeMutablePointer<Int64> {
    UnsafeMutableRawPointer(words[Int(register)]).assumingMemoryBound(to: Int64.self)
  }

  private func executeDoubles(_ instruction: BatchInstruction, _ rows: Int) {
    let d = double(instruction.d)
    if instruction.operation == .intToDouble {
      let a = int(instruction.a)
      for row in 0..<rows { d[row] = Double(a[row]) }
      return
    }
    let a = double(instruction.a)
    if instruction.operation == .negateDouble {
      for row in 0..<rows { d[row] = -a[row] }
      return
    }
    let b = double(instruction.b)
    switch instruction.operation {
    case .addDouble: for row in 0..<rows { d[row] = a[row] + b[row] }
    case .subtractDouble: for row in 0..<rows { d[row] = a[row] - b[row] }
    case .multiplyDouble: for row in 0..<rows { d[row] = a[row] * b[row] }
    case .divideDouble: for row in 0..<rows { d[row] = a[row] / b[row] }
    case .greatestDouble: for row in 0..<rows { d[row] = b[row] > a[row] ? b[row] : a[row] }
    default: for row in 0..<rows { d[row] = b[row] < a[row] ? b[row] : a[row] }
    }
  }

  private func executeInts(_ instruction: BatchInstruction, _ rows: Int) {
    let d = int(instruction.d)
    if instruction.operation == .doubleToInt {
      return BatchKernels.toInt(d, byte(instruction.c), double(instruction.a), rows)
    }
    let a = int(instruction.a)
    if instruction.operation == .negateInt {
      let flags = byte(instruction.c)
      for row in 0..<rows {
        d[row] = 0 &- a[row]
        flags[row] = a[row] == .min ? 1 : 0
      }
      return
    }
    let b = int(instruction.b)
    switch instruction.operation {
    case .greatestInt: for row in 0..<rows { d[row] = max(a[row], b[row]) }
    case .leastInt: for row in 0..<rows { d[row] = min(a[row], b[row]) }
    case .addInt: BatchKernels.checked(d, byte(instruction.c), a, b, rows) { $0.addingReportingOverflow($1) }
    case .subtractInt:
      BatchKernels.checked(d, byte(instruction.c), a, b, rows) { $0.subtractingReportingOverflow($1) }
    case .multiplyInt:
      BatchKernels.checked(d, byte(instruction.c), a, b, rows) { $0.multipliedReportingOverflow(by: $1) }
    case .divideInt:
      BatchKernels.checked(d, byte(instruction.c), a, b, rows) { $0.dividedReportingOverflow(by: $1) }
    default:
      BatchKernels.checked(d, byte(instruction.c), a, b, rows) {
        $0.remainderReportingOverflow(dividingBy: $1)
      }
    }
  }

  /// Asks the evaluator of single expressions, for the rows where the answer matters.
  private func executeGeneral(_ instruction: BatchInstruction, _ columns: UnsafePointer<Column>, _ rows: Int)
  {
    let general = program.terms[Int(instruction.a)]
    let isByte = instruction.operation == .generalByte
    let flags = byte(instruction.c)
    let needed = 0 <= instruction.b ? byte(instruction.b) : nil
    let wanted = UInt8(truncatingIfNeeded: instruction.constant)
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
        byte(instruction.d)[row] = UInt8(truncatingIfNeeded: answer.value)
      } else {
        words[Int(instruction.d)][row] = answer.value
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
