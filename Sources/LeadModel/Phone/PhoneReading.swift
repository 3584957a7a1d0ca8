/// What a cell of a phone column holds.
public enum PhoneReading: Hashable, Sendable {
  case number(PhoneNumber, Details)
  /// Nothing there, or a word for nothing.
  case empty
  case unusable(PhoneProblem)

  /// What else the cell says of its number.
  public struct Details: Hashable, Sendable {
    public let kind: Kind
    /// The extension's digits; a number with an extension cannot be texted.
    public let phoneExtension: PhoneExtension?
    /// Whether the cell holds further numbers (see `PhoneText.readAll`).
    public let hasMore: Bool

    public init(kind: Kind, phoneExtension: PhoneExtension? = nil, hasMore: Bool = false) {
      self.kind = kind
      self.phoneExtension = phoneExtension
      self.hasMore = hasMore
    }
  }

  /// Whose numbers it is among.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    /// Of the United States, its territories included; mobile or fixed cannot be told from digits.
    case unitedStates = "ok"
    case canada = "ok_canada"
    /// Another country behind `+1`: other law, other price.
    case otherCountry = "ok_caribbean_not_us_ca"
    case tollFree = "ok_toll_free"
    /// 555-0100...0199: valid in form, reserved for fiction; must never reach a real provider.
    case fictional = "ok_fictional_555"
    /// 555-1212.
    case directory = "ok_555_directory"
    /// Any other 555 number: hardly ever assigned.
    case unassignable = "ok_555_unassignable"
  }

  /// The number, or `nil`.
  public var number: PhoneNumber? {
    switch self {
    case .number(let number, _): number
    case .empty, .unusable: nil
    }
  }

  /// Why there is a text and no number, or `nil`.
  public var problem: PhoneProblem? {
    switch self {
    case .unusable(let problem): problem
    case .number, .empty: nil
    }
  }

  /// A stable word for the result, for reports and tests.
  public var code: String {
    switch self {
    case .number(_, let details): details.hasMore ? "multiple_numbers_first_used" : details.kind.rawValue
    case .empty: "empty"
    case .unusable(let problem): problem.rawValue
    }
  }
}

/// The digits dialled after a call is answered; leading zeros count.
public struct PhoneExtension: Hashable, Sendable, CustomStringConvertible {
  let value: UInt32
  let count: UInt8

  /// The most digits that are read as an extension.
  public static let maxDigits = 9

  public var description: String {
    let digits = String(value)
    return String(repeating: "0", count: max(0, Int(count) - digits.utf8.count)) + digits
  }
}

/// Why a cell's text is not a number we can use.
public enum PhoneProblem: String, Hashable, Sendable, CaseIterable {
  case letters = "letters"
  case tooShort = "too_short"
  case tooLong = "too_long"
  /// A `+` with a country code other than 1.
  case notNorthAmerican = "not_nanp"
  /// Written with the prefix 011, which dials abroad.
  case international = "international"
  /// A spreadsheet turned the number into `2.17E+09`; its last digits are gone.
  case precisionLost = "scientific_notation_precision_lost"
  case areaCodeStartsLow = "npa_starts_0_1"
  case areaCodeIsService = "npa_n11"
  case areaCodeForExpansion = "npa_n9x_reserved"
  case areaCodeReserved = "npa_reserved"
  case areaCodeUnassigned = "npa_unassigned"
  case exchangeStartsLow = "nxx_starts_0_1"
  case exchangeIsService = "nxx_n11"
  case repeatedDigit = "repeated_digit"
  case premium = "reject_premium"
  case personal = "reject_personal"
  case fax = "fax"

  /// The problem in a reader's words, to follow a quotation of the cell.
  public var explanation: String {
    switch self {
    case .letters: "is words, not a phone number"
    case .tooShort: "has too few digits; ten are needed, area code included"
    case .tooLong: "has too many digits"
    case .notNorthAmerican: "has a country code other than +1"
    case .international: "is dialled through 011, so it is abroad"
    case .precisionLost: "was turned into scientific notation by a spreadsheet, and its last digits are lost"
    case .areaCodeStartsLow: "has an area code that starts with 0 or 1"
    case .areaCodeIsService: "has a service code such as 911 for an area code"
    case .areaCodeForExpansion, .areaCodeReserved: "has an area code that is reserved"
    case .areaCodeUnassigned: "has an area code that is not in service"
    case .exchangeStartsLow: "has 0 or 1 after the area code"
    case .exchangeIsService: "has a service code such as 911 after the area code"
    case .repeatedDigit: "is one digit ten times"
    case .premium: "is a premium number, billed to whoever dials it"
    case .personal: "is a personal number that belongs to no place"
    case .fax: "is a fax number"
    }
  }
}
