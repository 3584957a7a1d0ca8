extension BatchLowering {
  /// A term that depends on one text only, as a table by text.
  mutating func lookUp(_ term: Term, _ scalar: Scalar) -> Operand? {
    guard scalar == .bool || scalar == .int || scalar == .double, term.outermostLocal == .max,
      let slot = Self.onlyTextSlot(of: term, kinds)
    else { return nil }
    let column = self.column(of: slot)
    let key = term.description
    let table: Int
    if let known = texts[column].tables.firstIndex(where: { $0.term.description == key }) {
      table = known
    } else {
      table = texts[column].tables.count
      texts[column].tables.append(
        BatchProgram.Table(term: term, isBool: scalar == .bool, test: scalar == .bool ? TextTest(term) : nil))
    }
    let isBool = scalar == .bool
    let step = emit(
      BatchInstruction(operation: isBool ? .lookUpByte : .lookUpWord, a: Int32(column), b: Int32(table)),
      toBytes: isBool)
    // A variable that is not bound is an error, whatever is asked about it.
    let unbound = Self.readsVariable(term) ? bound(slot) : nil
    guard texts[column].tables[table].test == nil else {
      return Operand(register: step.d, scalar: scalar, flag: unbound)
    }
    let flag = emit(
      BatchInstruction(operation: .lookUpFlag, a: Int32(column), b: Int32(table)), toBytes: true)
    return Operand(register: step.d, scalar: scalar, flag: either(flag.d, unbound))
  }

  private static func readsVariable(_ term: Term) -> Bool {
    var found = false
    term.forEach { if case .variable = $0.kind { found = true } }
    return found
  }

  private mutating func column(of slot: Int) -> Int {
    if let known = texts.firstIndex(where: { $0.slot == slot }) { return known }
    texts.append(BatchProgram.TextColumn(slot: slot, kind: kinds[slot] ?? .text))
    return texts.count - 1
  }

  /// The slot whose text alone decides a term; `nil` when others do too, or when only presence is asked for.
  static func onlyTextSlot(of term: Term, _ kinds: [Int: ColumnKind]) -> Int? {
    var values: Set<Int> = []
    var all: Set<Int> = []
    var isEligible = true
    term.forEach { part in
      switch part.kind {
      case .field(let slot, _), .variable(let slot):
        values.insert(slot)
        all.insert(slot)
      case .presence(let slot): all.insert(slot)
      case .failure: isEligible = false
      case .constant, .local, .select, .has, .index, .unary, .binary, .call, .matches, .member, .list, .map,
        .not,
        .and, .or, .conditional, .comprehension, .bind, .optionalMap:
        break
      }
    }
    guard isEligible, values.count == 1, all.count == 1, let slot = values.first else { return nil }
    switch kinds[slot] {
    case .text?, .category?: return slot
    case .bool?, .int?, .double?, .timestamp?, nil: return nil
    }
  }
}

extension Term {
  /// The term as text; slots by number, so that equal texts mean equal terms.
  var description: String { TermText([:]).text(of: self, above: 0) }
}
