import LeadModel

extension RowFilling {
  private static let mobile = StandardField.mobilePhone.rawValue
  private static let primary = StandardField.primaryPhone.rawValue

  /// Fills mobile and primary phone from all phone columns.
  func fillPhones() {
    let phones = mapping.plan.phones
    if phones.contains(where: { $0.type != nil || !$0.doNotCall.isEmpty }) {
      for lead in 0..<count { choosePhones(lead, among: phones) }
    } else {
      var displaced: [(lead: Int, number: PhoneNumber)] = []
      for phone in phones { fillPhones(phone, displaced: &displaced) }
      // What a column for business phones holds comes before a mobile that is none.
      for (lead, number) in displaced where leads.presence[Self.primary * leads.capacity + lead] == 0 {
        set(number, Self.primary, lead)
      }
    }
  }

  /// Fills one kind of phone from one column, where no better column has.
  private func fillPhones(_ phone: PhoneColumn, displaced: inout [(lead: Int, number: PhoneNumber)]) {
    let field = phone.isMobile ? Self.mobile : Self.primary
    for lead in 0..<count where leads.presence[field * leads.capacity + lead] == 0 {
      let cell = cell(phone.column, of: lead)
      guard !cell.isEmpty else { continue }
      guard let (number, details) = read(cell, phone.column, lead) else { continue }
      let obstacle = Self.obstacle(number, details)
      if let obstacle, phone.isMobile || obstacle == .outsideUnitedStates {
        note(obstacle, phone.column, lead)
      }
      if phone.isMobile, obstacle != nil {
        displaced.append((lead, number))
      } else {
        set(number, field, lead)
      }
    }
  }

  /// Picks a lead's numbers by what the columns beside them say: mobiles to the mobile phone, others to the
  /// primary; a number that must not be called only when there is no other, and then the lead must not be.
  private func choosePhones(_ lead: Int, among phones: [PhoneColumn]) {
    var chosen: (mobile: PhoneNumber?, primary: PhoneNumber?) = (nil, nil)
    var barred: (mobile: PhoneNumber?, primary: PhoneNumber?) = (nil, nil)
    var barredColumns: [Int] = []
    for phone in phones {
      let cell = cell(phone.column, of: lead)
      guard !cell.isEmpty, let (number, details) = read(cell, phone.column, lead) else { continue }
      let obstacle = Self.obstacle(number, details)
      if obstacle == .outsideUnitedStates { note(.outsideUnitedStates, phone.column, lead) }
      let isMobile = isMobile(phone, lead) && obstacle == nil
      if isBarred(phone, lead) {
        barredColumns.append(phone.column)
        if isMobile {
          barred.mobile = barred.mobile ?? number
        } else {
          barred.primary = barred.primary ?? number
        }
      } else if isMobile {
        chosen.mobile = chosen.mobile ?? number
      } else {
        chosen.primary = chosen.primary ?? number
      }
    }
    if chosen.mobile == nil, chosen.primary == nil, !barredColumns.isEmpty {
      chosen = barred
      leads.setInt(1, field: StandardField.doNotCall.rawValue, row: lead)
    } else {
      for column in barredColumns { note(.phoneOnDoNotCallList, column, lead) }
    }
    if let number = chosen.mobile { set(number, Self.mobile, lead) }
    if let number = chosen.primary { set(number, Self.primary, lead) }
  }

  /// A field of the client's own that holds a phone.
  func fillCustomPhones(_ step: ReadStep) {
    for lead in 0..<count where !isFilled(step, lead) {
      let cell = cell(step.columns[0], of: lead)
      guard !cell.isEmpty, let (number, _) = read(cell, step.columns[0], lead) else { continue }
      set(number, step.field, lead)
    }
  }

  private func read(
    _ cell: CellBytes, _ column: Int, _ lead: Int
  ) -> (number: PhoneNumber, details: PhoneReading.Details)? {
    switch PhoneText.read(cell) {
    case .number(let number, let details):
      if details.hasMore { note(.severalPhones, column, lead) }
      return (number, details)
    case .empty: return nil
    case .unusable(let problem):
      note(.phone(problem), column, lead)
      return nil
    }
  }

  /// Whether the columns beside a number say that it must not be called.
  private func isBarred(_ phone: PhoneColumn, _ lead: Int) -> Bool {
    var isBarred = false
    for column in phone.doNotCall {
      let reading = DoNotCallText.read(cell(column, of: lead))
      if reading == .unclear { note(.unclearDoNotCall, column, lead) }
      isBarred = isBarred || reading.isBarred
    }
    return isBarred
  }

  /// Why a number cannot be texted as a mobile; `nil` when it may be one.
  private static func obstacle(_ number: PhoneNumber, _ details: PhoneReading.Details) -> FindingReason? {
    guard details.phoneExtension == nil else { return .notAMobile }
    switch details.kind {
    case .unitedStates: return nil
    case .canada, .otherCountry: return .outsideUnitedStates
    case .tollFree, .directory: return .notAMobile
    case .fictional, .unassignable:
      // 555 stands for no place, but its area code does.
      switch number.areaCode.kind {
      case .canada, .otherCountry: return .outsideUnitedStates
      case .tollFree: return .notAMobile
      case .unitedStates, .premium, .personal, .unassigned: return nil
      }
    }
  }

  /// What the type column says, else the header.
  private func isMobile(_ phone: PhoneColumn, _ lead: Int) -> Bool {
    guard let type = phone.type else { return phone.isMobile }
    let word = CellText.unwrapped(cell(type, of: lead))
    guard !CellText.meansNothing(word), word.count <= 32 else { return phone.isMobile }
    let text = String(decoding: word, as: UTF8.self).lowercased()
    return text.contains("mobile") || text.contains("cell") || text.contains("wireless")
  }

  private func set(_ number: PhoneNumber, _ field: Int, _ lead: Int) {
    number.writeE164(to: leads.reserveBytes(PhoneNumber.e164Length))
    set(leads.commitBytes(PhoneNumber.e164Length), field, lead)
  }
}
