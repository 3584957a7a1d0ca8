/// Lays terms out as batch instructions, each different step once.
struct BatchLowering {
  /// What a register's bits mean.
  enum Scalar { case bool, int, double, timestamp, duration }

  /// A term's values: in a register, and a register that flags the rows it could not settle.
  struct Operand {
    let register: Int32
    let scalar: Scalar
    let flag: Int32?
  }

  /// Rows that matter: those where a byte register equals `value`.
  struct Need {
    let register: Int32
    let value: UInt8
  }

  let kinds: [Int: ColumnKind]
  private(set) var instructions: [BatchInstruction] = []
  private(set) var byteSources: [BatchProgram.Source] = []
  private(set) var wordSources: [BatchProgram.Source] = []
  var texts: [BatchProgram.TextColumn] = []
  private(set) var terms: [BatchProgram.General] = []
  private(set) var variables: [(slot: Int, flag: Int32)] = []
  private var known: [BatchInstruction: BatchInstruction] = [:]
  /// The steps by the byte register they write.
  private(set) var producers: [Int32: BatchInstruction] = [:]
  private var knownBytes: [BatchProgram.Source: Int32] = [:]
  private var knownWords: [BatchProgram.Source: Int32] = [:]

  init(_ kinds: [Int: ColumnKind]) { self.kinds = kinds }

  mutating func output(of expression: CompiledExpression) -> BatchProgram.Output {
    if expression.type == .dyn {
      // Most likely a condition whose type is only known when it runs.
      guard let operand = general(expression.term, .bool, nil) else {
        return BatchProgram.Output(place: .none, flag: nil)
      }
      return BatchProgram.Output(place: .byte(operand.register), flag: operand.flag)
    }
    guard let operand = lower(expression.term, needed: nil) else {
      return BatchProgram.Output(place: .none, flag: nil)
    }
    switch operand.scalar {
    case .bool: return BatchProgram.Output(place: .byte(operand.register), flag: operand.flag)
    case .int, .double: return BatchProgram.Output(place: .word(operand.register), flag: operand.flag)
    // Columns have milliseconds where values have nanoseconds; nobody outside should see either.
    case .timestamp, .duration: return BatchProgram.Output(place: .none, flag: nil)
    }
  }

  /// The steps whose results are used, in order; what was begun and given up leaves steps behind.
  func instructions(for outputs: [BatchProgram.Output]) -> [BatchInstruction] {
    var bytes: Set<Int32> = []
    var words: Set<Int32> = []
    for output in outputs {
      switch output.place {
      case .byte(let register): bytes.insert(register)
      case .word(let register): words.insert(register)
      case .none: break
      }
      if let flag = output.flag { bytes.insert(flag) }
    }
    var kept: [BatchInstruction] = []
    for instruction in instructions.reversed() {
      let isUsed = (instruction.operation.writesBytes ? bytes : words).contains(instruction.d)
      guard isUsed || (0 <= instruction.c && bytes.contains(instruction.c)) else { continue }
      kept.append(instruction)
      let (usedBytes, usedWords) = instruction.operands
      bytes.formUnion(usedBytes)
      words.formUnion(usedWords)
    }
    return kept.reversed()
  }

  // MARK: Registers

  mutating func byte(_ source: BatchProgram.Source) -> Int32 {
    if source != .computed, let register = knownBytes[source] { return register }
    byteSources.append(source)
    let register = Int32(byteSources.count - 1)
    knownBytes[source] = register
    return register
  }

  mutating func word(_ source: BatchProgram.Source) -> Int32 {
    if source != .computed, let register = knownWords[source] { return register }
    wordSources.append(source)
    let register = Int32(wordSources.count - 1)
    knownWords[source] = register
    return register
  }

  /// Adds a step, unless the same one is there already.
  ///
  /// - Returns: The step as it stands in the program, with its registers.
  mutating func emit(
    _ instruction: BatchInstruction, toBytes: Bool, canFail: Bool = false, isShared: Bool = true
  ) -> BatchInstruction {
    if isShared, let same = known[instruction] { return same }
    var placed = instruction
    placed.d = toBytes ? byte(.computed) : word(.computed)
    if canFail { placed.c = byte(.computed) }
    if isShared { known[instruction] = placed }
    if toBytes { producers[placed.d] = placed }
    instructions.append(placed)
    return placed
  }

  /// The register that flags what either of two flags.
  mutating func either(_ a: Int32?, _ b: Int32?) -> Int32? {
    guard let a, let b else { return a ?? b }
    if a == b { return a }
    return emit(BatchInstruction(operation: .or, a: min(a, b), b: max(a, b)), toBytes: true).d
  }

  // MARK: Terms

  /// - Returns: `nil` when the term's type is not one that registers hold.
  mutating func lower(_ term: Term, needed: Need?) -> Operand? {
    guard let scalar = Self.scalar(term.type) else { return nil }
    if let operand = direct(term, scalar, needed) { return operand }
    return general(term, scalar, needed)
  }

  static func scalar(_ type: CELType) -> Scalar? {
    switch type {
    case .bool: .bool
    case .int: .int
    case .double: .double
    case .timestamp: .timestamp
    case .duration: .duration
    case .dyn, .null, .uint, .string, .bytes, .list, .map, .type, .optional, .record, .abstract, .variable,
      .invalid:
      nil
    }
  }

  /// - Returns: `nil` when the term has no layout of its own.
  private mutating func direct(_ term: Term, _ scalar: Scalar, _ needed: Need?) -> Operand? {
    if let operand = lookUp(term, scalar) { return operand }
    switch term.kind {
    case .constant(let value): return constant(value, scalar)
    case .variable(let slot):
      guard let operand = column(slot, scalar) else { return nil }
      return Operand(register: operand.register, scalar: scalar, flag: bound(slot))
    case .field(let slot, _):
      return kinds[slot] == nil ? zero(scalar) : column(slot, scalar)
    case .presence(let slot):
      let source: BatchProgram.Source = kinds[slot] == nil ? .constant(0) : .presence(slot: slot)
      return Operand(register: byte(source), scalar: .bool, flag: nil)
    case .not(let operand):
      guard let inner = lower(operand, needed: needed), inner.scalar == .bool else { return nil }
      let step = emit(BatchInstruction(operation: .not, a: inner.register), toBytes: true)
      return Operand(register: step.d, scalar: .bool, flag: inner.flag)
    case .and(let parts): return joined(parts, .and, needed)
    case .or(let parts): return joined(parts, .or, needed)
    case .conditional(let condition, let first, let second):
      return choice(condition, first, second, scalar, needed)
    case .binary(let function, let a, let b): return binary(function, a, b, scalar, needed)
    case .unary(let function, let a): return unary(function, a, scalar, needed)
    case .member(let operand, let set): return member(operand, set, needed)
    case .local, .select, .has, .index, .call, .matches, .list, .map, .comprehension, .bind, .optionalMap,
      .failure:
      return nil
    }
  }

  /// The term by the evaluator, row by row where it matters.
  private mutating func general(_ term: Term, _ scalar: Scalar, _ needed: Need?) -> Operand? {
    guard term.outermostLocal == .max else { return nil }
    // Nanoseconds do not fit what compares milliseconds.
    guard scalar != .timestamp else { return nil }
    terms.append(BatchProgram.General(term: term, slots: term.slots))
    let step = emit(
      BatchInstruction(
        operation: scalar == .bool ? .generalByte : .generalWord, a: Int32(terms.count - 1),
        b: needed?.register ?? -1, constant: UInt64(needed?.value ?? 0)),
      toBytes: scalar == .bool, canFail: true, isShared: false)
    return Operand(register: step.d, scalar: scalar, flag: step.c)
  }

  private mutating func zero(_ scalar: Scalar) -> Operand {
    let register = scalar == .bool ? byte(.constant(0)) : word(.constant(0))
    return Operand(register: register, scalar: scalar, flag: nil)
  }

  private mutating func constant(_ value: CELValue, _ scalar: Scalar) -> Operand? {
    guard let bits = Self.bits(value) else { return nil }
    let register = scalar == .bool ? byte(.constant(bits)) : word(.constant(bits))
    return Operand(register: register, scalar: scalar, flag: nil)
  }

  /// A constant as registers hold it; `nil` for what they do not hold, such as an instant between milliseconds.
  static func bits(_ value: CELValue) -> UInt64? {
    switch value {
    case .bool(let flag): flag ? 1 : 0
    case .int(let number): UInt64(bitPattern: number)
    case .double(let number): number.bitPattern
    case .timestamp(let time):
      time.nanoseconds % 1_000_000 == 0 ? UInt64(bitPattern: time.millisecondsSinceEpoch) : nil
    case .duration(let duration): UInt64(bitPattern: duration.nanoseconds)
    case .null, .uint, .string, .bytes, .list, .map, .type, .optional: nil
    }
  }

  private mutating func column(_ slot: Int, _ scalar: Scalar) -> Operand? {
    switch (kinds[slot], scalar) {
    case (.bool?, .bool):
      let cells = word(.column(slot: slot))
      let step = emit(BatchInstruction(operation: .wordIsNotZero, a: cells), toBytes: true)
      return Operand(register: step.d, scalar: .bool, flag: nil)
    case (.int?, .int), (.double?, .double), (.timestamp?, .timestamp):
      return Operand(register: word(.column(slot: slot)), scalar: scalar, flag: nil)
    default: return nil
    }
  }

  /// The register that flags rows where a variable is not bound.
  mutating func bound(_ slot: Int) -> Int32 {
    if let known = variables.first(where: { $0.slot == slot }) { return known.flag }
    let flag = byte(.computed)
    variables.append((slot, flag))
    return flag
  }
}
