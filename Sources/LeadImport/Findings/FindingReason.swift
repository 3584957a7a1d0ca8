public import Diagnostics
public import LeadModel

/// Why a row or a cell of a lead file was not taken as it stands.
public enum FindingReason: Hashable, Sendable {
  // A value was left out.
  case phone(PhoneProblem)
  case value(ReadingProblem)
  /// A number whose own column says that it must not be called, while another number may.
  case phoneOnDoNotCallList
  /// A number in a column for mobiles that cannot be one: with an extension, toll-free, or information.
  case notAMobile
  /// A text in a column for persons that names none, such as `Current Owner`.
  case namesNobody

  // The value or the row was taken, with a remark.
  /// A `+1` number of Canada or the Caribbean: kept as a number to call, never texted.
  case outsideUnitedStates
  /// Neither clearly yes nor clearly no, so it counts as yes.
  case unclearDoNotCall
  case severalPhones
  case repeatedRecordID
  case shortRow, longRow
  case controlCharacters, windows1252

  // The row was set aside.
  case noName
  case sumOfRows
  case unclosedQuote, tooLong

  /// What became of the value or the row.
  public enum Consequence: String, Hashable, Sendable, CaseIterable {
    case taken, valueLeftOut = "value left out", rowSetAside = "row set aside"
  }

  public var consequence: Consequence {
    switch self {
    case .phone, .value, .phoneOnDoNotCallList, .notAMobile, .namesNobody: .valueLeftOut
    case .outsideUnitedStates, .unclearDoNotCall, .severalPhones, .repeatedRecordID, .shortRow, .longRow,
      .controlCharacters, .windows1252:
      .taken
    case .noName, .sumOfRows, .unclosedQuote, .tooLong: .rowSetAside
    }
  }

  /// What `nextier explain` says more about.
  public var diagnosticID: DiagnosticID {
    switch self {
    case .phone, .value, .phoneOnDoNotCallList, .notAMobile, .namesNobody, .outsideUnitedStates,
      .unclearDoNotCall, .severalPhones, .repeatedRecordID, .controlCharacters, .windows1252:
      .csvValue
    case .shortRow, .longRow, .noName, .sumOfRows, .unclosedQuote, .tooLong: .csvRow
    }
  }

  /// A stable word for programs.
  public var code: String {
    switch self {
    case .phone(let problem): "phone_\(problem.rawValue)"
    case .value(let problem): problem.rawValue
    case .phoneOnDoNotCallList: "phone_on_do_not_call_list"
    case .notAMobile: "not_a_mobile"
    case .namesNobody: "names_nobody"
    case .outsideUnitedStates: "outside_united_states"
    case .unclearDoNotCall: "unclear_do_not_call"
    case .severalPhones: "several_phones"
    case .repeatedRecordID: "repeated_record_id"
    case .shortRow: "short_row"
    case .longRow: "long_row"
    case .controlCharacters: "control_characters"
    case .windows1252: "windows_1252"
    case .noName: "no_name"
    case .sumOfRows: "sum_of_rows"
    case .unclosedQuote: "unclosed_quote"
    case .tooLong: "row_too_long"
    }
  }

  /// What is wrong, to follow a quotation of the value, or to stand alone where the row is meant.
  public var explanation: String {
    switch self {
    case .phone(let problem): problem.explanation
    case .value(let problem): problem.explanation
    case .phoneOnDoNotCallList: "is on a do-not-call list; another number of the row is used"
    case .notAMobile: "cannot be a mobile phone: it has an extension, is toll-free, or is information"
    case .namesNobody: "names no person"
    case .outsideUnitedStates: "is a number of Canada or the Caribbean, which is never texted"
    case .unclearDoNotCall:
      "is neither clearly yes nor clearly no, so the lead counts as one not to call or text"
    case .severalPhones: "holds several numbers; the first usable one is used"
    case .repeatedRecordID: "is the record id of an earlier lead, too"
    case .shortRow: "the row has fewer cells than the header"
    case .longRow: "the row has more cells than the header"
    case .controlCharacters: "had control characters, which were removed"
    case .windows1252: "is not UTF-8 and was read as Windows-1252"
    case .noName: "the row names neither a business nor a person"
    case .sumOfRows: "the row is a sum of others, not a lead"
    case .unclosedQuote: "a quote is opened and never closed"
    case .tooLong: "the row is longer than \(CSVReader.recordLimit / 1_024) KB"
    }
  }

  /// What to do about it.
  public var advice: String {
    switch self {
    case .phone(.precisionLost): "format the column as text before saving it from a spreadsheet"
    case .phone: "correct the number, or have the lead skip-traced"
    case .value(.lostLeadingZero): "format the column as text, or fill in the state"
    case .value: "correct the value, or leave the cell empty"
    case .phoneOnDoNotCallList: "nothing: the number is not used"
    case .notAMobile: "move the number to a column for business phones"
    case .namesNobody: "leave the cell empty, so that the owner is looked for"
    case .outsideUnitedStates:
      "nothing: other law and other prices apply there; the number is kept to call where no other is"
    case .unclearDoNotCall: "write yes or no"
    case .severalPhones: "put further numbers into columns of their own"
    case .repeatedRecordID:
      "give each lead an id of its own, or leave the column out; leads are told apart by their rows"
    case .shortRow: "check that no cell is missing; absent cells were read as empty"
    case .longRow: "put quotes around cells that contain the delimiter; cells beyond the header were not read"
    case .controlCharacters: "nothing, unless characters are missing"
    case .windows1252: "save the file as UTF-8 if letters look wrong"
    case .noName: "fill in the business name or the owner's name"
    case .sumOfRows: "nothing; give the row an owner or a phone if a business is called so"
    case .unclosedQuote: "close the quote, or double it if it belongs to the text"
    case .tooLong: "check the quotes around this row"
    }
  }
}
