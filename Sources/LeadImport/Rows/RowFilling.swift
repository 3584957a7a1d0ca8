import LeadModel

/// The columns of a batch while they are filled from a block's rows.
///
/// Column by column, because a loop that does one thing to a thousand cells predicts well and keeps its code in
/// the processor. Texts stay where the reader put them; what normalising shortens or only re-cases is changed in
/// place, the rest goes behind all other texts.
struct RowFilling {
  let batch: ImportedBatch
  let leads: LeadBatch
  let mapping: ColumnMapping
  let fields: UnsafeMutablePointer<TextSpan>
  private let origins: UnsafeMutablePointer<LeadOrigin>

  init(block: RowBlock, batch: ImportedBatch, mapping: ColumnMapping) {
    self.batch = batch
    self.mapping = mapping
    leads = batch.leads
    fields = block.fields
    origins = batch.origins
  }

  var count: Int { leads.count }

  @inline(__always)
  func span(_ column: Int, of lead: Int) -> TextSpan { fields[origins[lead].firstField + column] }

  @inline(__always)
  func cell(_ column: Int, of lead: Int) -> CellBytes {
    let span = span(column, of: lead)
    return CellBytes(start: leads.bytes + span.offset, count: span.length)
  }

  func note(_ reason: FindingReason, _ column: Int, _ lead: Int) {
    batch.findings.add(
      reason, rowNumber: origins[lead].rowNumber, line: origins[lead].line,
      column: mapping.columns[column].header, value: cell(column, of: lead))
  }

  // MARK: Which rows are leads

  private static let names = [
    StandardField.businessName.rawValue, StandardField.ownerName.rawValue, StandardField.firstName.rawValue,
    StandardField.lastName.rawValue,
  ]

  /// Fills the fields without one of which a row is no lead.
  ///
  /// - Parameter isAgain: Whether what is wrong with them has been noted.
  func fillNames(isAgain: Bool = false) {
    for step in mapping.plan.steps where Self.names.contains(step.field) {
      fillTexts(step)
      if step.field == StandardField.ownerName.rawValue { clearNobodies(step, isAgain: isAgain) }
    }
  }

  /// Takes out owners that are none, before a later column may name one.
  private func clearNobodies(_ step: ReadStep, isAgain: Bool) {
    for lead in 0..<count where leads.presence[step.field * leads.capacity + lead] != 0 {
      guard PersonNameText.namesNobody(leads.textBytes(field: step.field, row: lead)) else { continue }
      leads.clear(field: step.field, row: lead)
      if !isAgain { note(.namesNobody, step.columns[0], lead) }
    }
  }

  /// Sets rows aside that name neither a business nor a person; true when there were any.
  ///
  /// They leave the batch, whose columns must then be filled anew.
  func setAsideNameless() -> Bool {
    func isNamed(_ lead: Int) -> Bool {
      Self.names.contains { leads.presence[$0 * leads.capacity + lead] != 0 }
    }
    var isComplete = true
    for lead in 0..<count where !isNamed(lead) {
      isComplete = false
      setAside(lead)
    }
    guard !isComplete else { return false }
    batch.setAside.sort { $0.rowNumber < $1.rowNumber }
    batch.keepLeads(where: isNamed)
    return true
  }

  private func setAside(_ lead: Int) {
    let origin = origins[lead]
    let column =
      mapping.columns.first { $0.fills(.businessName) } ?? mapping.columns.first { $0.fills(.ownerName) }
    batch.findings.add(.noName, rowNumber: origin.rowNumber, line: origin.line, column: nil)
    let cells = (0..<origin.fieldCount).map { String(decoding: cell($0, of: lead), as: UTF8.self) }
    batch.setAside.append(
      SetAsideRow(
        rowNumber: origin.rowNumber, line: origin.line, reason: .noName, column: column?.header, cells: cells)
    )
  }

  // MARK: Fields

  /// Fills every field but names and phones.
  func fillFields() {
    for step in mapping.plan.steps where !Self.names.contains(step.field) {
      let type = mapping.schema.fields[step.field].type
      switch StandardField(rawValue: step.field) {
      case .industry?: fillIndustries(step)
      case .state?: fillStates(step)
      case .zipCode?: fillZIPCodes(step)
      case nil, _?:
        switch type {
        case .text: fillTexts(step)
        case .money: fillMoney(step)
        case .number: fillNumbers(step)
        case .count: fillCounts(step)
        case .flag: fillFlags(step)
        case .date: fillDates(step)
        case .email: fillEmails(step)
        case .phone: fillCustomPhones(step)
        }
      }
    }
    fillDoNotCall()
  }

  /// Whether an earlier column has filled the cell.
  @inline(__always)
  func isFilled(_ step: ReadStep, _ lead: Int) -> Bool {
    step.isFallback && leads.presence[step.field * leads.capacity + lead] != 0
  }

  @inline(__always)
  func set(_ span: TextSpan, _ field: Int, _ lead: Int) {
    leads.cells[field * leads.capacity + lead] = span.packed
    leads.presence[field * leads.capacity + lead] = 1
  }

  func fillTexts(_ step: ReadStep) {
    if 1 < step.columns.count { return fillJoinedTexts(step) }
    let column = step.columns[0]
    for lead in 0..<count where !isFilled(step, lead) {
      let value = CellValue.text(span(column, of: lead), in: leads.bytes)
      if 0 < value.length { set(value, step.field, lead) }
    }
  }

  /// House number, street and unit as one address.
  private func fillJoinedTexts(_ step: ReadStep) {
    for lead in 0..<count where !isFilled(step, lead) {
      let parts = step.columns.map { CellValue.text(span($0, of: lead), in: leads.bytes) }
        .filter { 0 < $0.length }
      if parts.count == 1 {
        set(parts[0], step.field, lead)
      } else if !parts.isEmpty {
        set(join(parts), step.field, lead)
      }
    }
  }

  /// The texts with spaces between them, behind all other texts.
  func join(_ parts: [TextSpan]) -> TextSpan {
    let target = leads.reserveBytes(parts.reduce(0) { $0 + $1.length + 1 })
    var length = 0
    for part in parts {
      if 0 < length {
        target[length] = UInt8(ascii: " ")
        length += 1
      }
      (target + length).update(from: leads.bytes + part.offset, count: part.length)
      length += part.length
    }
    return leads.commitBytes(length)
  }

  private func fillIndustries(_ step: ReadStep) {
    let column = step.columns[0]
    for lead in 0..<count where !isFilled(step, lead) {
      let value = CellValue.text(span(column, of: lead), in: leads.bytes)
      guard 0 < value.length else { continue }
      // In place: the normal form is never longer.
      let target = leads.bytes + value.offset
      let length = IndustryText.normalize(CellBytes(start: target, count: value.length), into: target)
      set(TextSpan(offset: value.offset, length: length), step.field, lead)
    }
  }

  private func fillStates(_ step: ReadStep) {
    let column = step.columns[0]
    for lead in 0..<count where !isFilled(step, lead) {
      let cell = cell(column, of: lead)
      guard !cell.isEmpty else { continue }
      switch StateText.read(cell) {
      case .value(let code):
        // In place: no state is written with less than its two letters.
        let offset = span(column, of: lead).offset
        leads.bytes[offset] = UInt8(code.letters >> 8)
        leads.bytes[offset + 1] = UInt8(truncatingIfNeeded: code.letters)
        set(TextSpan(offset: offset, length: 2), step.field, lead)
      case .empty: break
      case .unreadable(let problem): note(.value(problem), column, lead)
      }
    }
  }

  private func fillZIPCodes(_ step: ReadStep) {
    let column = step.columns[0]
    for lead in 0..<count where !isFilled(step, lead) {
      let cell = cell(column, of: lead)
      guard !cell.isEmpty else { continue }
      var reading = ZIPText.read(cell)
      if reading.problem == .lostLeadingZero {
        let state = leads.textBytes(field: StandardField.state.rawValue, row: lead)
        reading = ZIPText.read(cell, state: StateCode(letters: state)?.usState)
      }
      switch reading {
      case .value(let code):
        if cell.count == 5, case .zip(_, nil) = code.form {
          set(span(column, of: lead), step.field, lead)  // Five digits are their own normal form.
        } else {
          let length = code.write(to: leads.reserveBytes(PostalCode.maxLength))
          set(leads.commitBytes(length), step.field, lead)
        }
      case .empty: break
      case .unreadable(let problem): note(.value(problem), column, lead)
      }
    }
  }

  private func fillEmails(_ step: ReadStep) {
    let column = step.columns[0]
    for lead in 0..<count where !isFilled(step, lead) {
      let span = span(column, of: lead)
      guard 0 < span.length else { continue }
      // In place: an address is a part of its cell, and is only re-cased.
      switch EmailText.read(cell(column, of: lead), into: leads.bytes + span.offset) {
      case .value(let length): set(TextSpan(offset: span.offset, length: length), step.field, lead)
      case .empty: break
      case .unreadable(let problem): note(.value(problem), column, lead)
      }
    }
  }

  private func fillMoney(_ step: ReadStep) {
    fillBits(step) { MoneyText.read($0, factor: step.factor).map(\.bitPattern) }
  }

  private func fillNumbers(_ step: ReadStep) { fillBits(step) { NumberText.read($0).map(\.bitPattern) } }

  private func fillCounts(_ step: ReadStep) {
    fillBits(step) { CountText.read($0).map { UInt64(bitPattern: $0) } }
  }

  private func fillFlags(_ step: ReadStep) { fillBits(step) { FlagText.read($0).map { $0 ? 1 : 0 } } }

  private func fillDates(_ step: ReadStep) {
    fillBits(step) { DateText.read($0).map { UInt64(bitPattern: $0.midnightUTC.milliseconds) } }
  }

  @inline(__always)
  private func fillBits(_ step: ReadStep, _ read: (CellBytes) -> Reading<UInt64>) {
    let column = step.columns[0]
    for lead in 0..<count where !isFilled(step, lead) {
      let cell = cell(column, of: lead)
      guard !cell.isEmpty else { continue }
      switch read(cell) {
      case .value(let bits): leads.setBits(bits, field: step.field, row: lead)
      case .empty: break
      case .unreadable(let problem): note(.value(problem), column, lead)
      }
    }
  }

  /// One yes among the columns is a lead not to call; a no counts when there is no yes.
  private func fillDoNotCall() {
    let field = StandardField.doNotCall.rawValue
    for column in mapping.plan.doNotCall {
      for lead in 0..<count {
        let cell = cell(column, of: lead)
        guard !cell.isEmpty else { continue }
        let reading = DoNotCallText.read(cell)
        if reading == .unclear { note(.unclearDoNotCall, column, lead) }
        if reading.isBarred || (reading == .notListed && !leads.has(field: field, row: lead)) {
          leads.setInt(reading.isBarred ? 1 : 0, field: field, row: lead)
        }
      }
    }
  }
}

extension Reading {
  /// The reading with another value.
  @inline(__always)
  func map<Other: Sendable>(_ transform: (Value) -> Other) -> Reading<Other> {
    switch self {
    case .value(let value): .value(transform(value))
    case .empty: .empty
    case .unreadable(let problem): .unreadable(problem)
    }
  }
}
