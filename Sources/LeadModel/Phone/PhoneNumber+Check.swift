extension PhoneReading {
  /// Judges ten digits by the numbering plan's rules.
  ///
  /// Area code `[2-9][0-8][0-9]` but not N11, 37X or 96X, and in service; exchange `[2-9][0-9][0-9]` but not N11.
  init(tenDigits digits: UInt64, phoneExtension: PhoneExtension? = nil) {
    let areaCode = Int(digits / 10_000_000)
    let exchange = Int(digits / 10_000 % 1_000)
    if let problem = PhoneReading.problem(areaCode: areaCode, exchange: exchange) {
      self = .unusable(problem)
      return
    }
    // 2222222222 is 2 * 1111111111.
    guard digits % 1_111_111_111 != 0 else {
      self = .unusable(.repeatedDigit)
      return
    }
    guard let number = PhoneNumber(digits: digits) else {
      self = .unusable(.areaCodeStartsLow)
      return
    }
    var kind: Kind
    switch number.areaCode.kind {
    case .unitedStates: kind = .unitedStates
    case .canada: kind = .canada
    case .otherCountry: kind = .otherCountry
    case .tollFree: kind = .tollFree
    case .premium:
      self = .unusable(.premium)
      return
    case .personal:
      self = .unusable(.personal)
      return
    case .unassigned:
      self = .unusable(.areaCodeUnassigned)
      return
    }
    if exchange == 555 {
      if number.isFictional {
        kind = .fictional
      } else if number.line == 1_212 {
        kind = .directory
      } else if kind != .tollFree {  // Toll-free 555 numbers are handed out like any others.
        kind = .unassignable
      }
    }
    self = .number(number, Details(kind: kind, phoneExtension: phoneExtension))
  }

  private static func problem(areaCode: Int, exchange: Int) -> PhoneProblem? {
    if areaCode < 200 { return .areaCodeStartsLow }
    if areaCode % 100 == 11 { return .areaCodeIsService }
    let firstTwo = areaCode / 10
    if firstTwo % 10 == 9 { return .areaCodeForExpansion }
    if firstTwo == 37 || firstTwo == 96 { return .areaCodeReserved }
    if exchange < 200 { return .exchangeStartsLow }
    if exchange % 100 == 11 { return .exchangeIsService }
    return nil
  }
}
