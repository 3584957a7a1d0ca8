/// Why a cell's text is not a value of its field's type.
public enum ReadingProblem: String, Hashable, Sendable, CaseIterable {
  // Money, counts and numbers.
  case notANumber = "not_a_number"
  /// A spreadsheet took a range such as 5-10 for a day.
  case spreadsheetDate = "spreadsheet_date"
  case decimalComma = "decimal_comma"
  case misplacedComma = "misplaced_comma"
  case otherCurrency = "other_currency"
  case unclearRange = "unclear_range"
  case negative = "negative"
  case fraction = "fraction"
  case tooLarge = "too_large"
  // Flags and dates.
  case notAFlag = "not_a_flag"
  case notADate = "not_a_date"
  case dayFirst = "day_first"
  case unclearDate = "unclear_date"
  case noSuchDay = "no_such_day"
  // Texts with a form.
  case notAnEmail = "not_an_email"
  case notAState = "not_a_state"
  case notAZIP = "not_a_zip"
  case lostLeadingZero = "lost_leading_zero"

  /// The problem in a reader's words, to follow a quotation of the cell.
  public var explanation: String {
    switch self {
    case .notANumber: "is not a number"
    case .spreadsheetDate:
      "is a date: a spreadsheet makes one of a range such as 5-10; format the column as text, and write 5 to 10"
    case .decimalComma: "has a comma or points where the European style puts them; write 1,234.56"
    case .misplacedComma: "has a comma that does not part three digits from three"
    case .otherCurrency: "is in a currency other than US dollars"
    case .unclearRange: "is a range whose lower end is not clearly the smaller"
    case .negative: "is negative where only 0 or more makes sense"
    case .fraction: "has a fraction where only whole numbers make sense"
    case .tooLarge: "has more digits than a real value can"
    case .notAFlag: "is neither yes nor no"
    case .notADate: "is not a date; write 2025-03-31 or 3/31/2025"
    case .dayFirst: "has the day before the month; write 2025-03-31 or 3/31/2025"
    case .unclearDate:
      "may have the day before the month, as dates with points do; write 2025-03-31 or 3/31/2025"
    case .noSuchDay: "is not a day of the calendar"
    case .notAnEmail: "is not an email address"
    case .notAState: "is not a state or province"
    case .notAZIP: "is not a ZIP code"
    case .lostLeadingZero:
      "is too short for a ZIP code, and the state does not tell that a leading zero was lost"
    }
  }
}
