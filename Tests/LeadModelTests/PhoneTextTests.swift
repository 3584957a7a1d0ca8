import LeadModel
import TestSupport
import Testing

/// A cell and what must be read from it.
private struct Row: CustomTestStringConvertible, Sendable {
  let cell: String
  let e164: String?
  let code: String
  var phoneExtension: String?

  init(_ cell: String, _ e164: String?, _ code: String, ext phoneExtension: String? = nil) {
    self.cell = cell
    self.e164 = e164
    self.code = code
    self.phoneExtension = phoneExtension
  }

  var testDescription: String { "\(cell.debugDescription) -> \(e164 ?? "-") \(code)" }
}

// Numbers outside 555-01xx stand only where a rule is about the exchange; they are patterns such as 234-5678.
private let styles = [
  Row("(415) 555-0123", "+14155550123", "ok_fictional_555"),
  Row("415-555-0123", "+14155550123", "ok_fictional_555"),
  Row("415.555.0123", "+14155550123", "ok_fictional_555"),
  Row("4155550123", "+14155550123", "ok_fictional_555"),
  Row("14155550123", "+14155550123", "ok_fictional_555"),
  Row("+14155550123", "+14155550123", "ok_fictional_555"),
  Row("+1 (415) 555-0123", "+14155550123", "ok_fictional_555"),
  Row("1-415-555-0123", "+14155550123", "ok_fictional_555"),
  Row("1 217 234 5678", "+12172345678", "ok"),
  Row(" 415 555 0123 ", "+14155550123", "ok_fictional_555"),
  Row("(217)234-5678\n", "+12172345678", "ok"),
  Row("217\u{2010}234\u{2010}5678", "+12172345678", "ok"),
  Row("217\u{A0}234\u{A0}5678", "+12172345678", "ok"),
  Row("\u{FF0B}\u{FF11} 217 234 5678", "+12172345678", "ok"),
  Row("\u{200E}(415) 555\u{2013}0123\u{200F}", "+14155550123", "ok_fictional_555"),
  Row("tel:+1-217-234-5678", "+12172345678", "ok"),
  Row("cell: 217-234-5678", "+12172345678", "ok"),
  Row("217-234-5678 (cell)", "+12172345678", "ok"),
  Row("Ph. (415) 555-0123", "+14155550123", "ok_fictional_555"),
  Row("415-555-0123 ask for Bob", "+14155550123", "ok_fictional_555"),
]

private let spreadsheets = [
  Row("'+1 217-234-5679", "+12172345679", "ok"),
  Row("'2172345678", "+12172345678", "ok"),
  Row("=\"4155550123\"", "+14155550123", "ok_fictional_555"),
  Row("\"4155550123\"", "+14155550123", "ok_fictional_555"),
  Row("2.17235E+09", nil, "scientific_notation_precision_lost"),
  Row("2,17235E+09", nil, "scientific_notation_precision_lost"),
  Row("2.172345678E9", "+12172345678", "ok"),
  Row("1.4155550123E+10", "+14155550123", "ok_fictional_555"),
  Row("2172345678.0", "+12172345678", "ok"),
  Row("14155550123.0", "+14155550123", "ok_fictional_555"),
  Row("415555012.0", nil, "too_short"),
]

private let extensions = [
  Row("217-234-5678 x12", "+12172345678", "ok", ext: "12"),
  Row("217-234-5678 ext. 204", "+12172345678", "ok", ext: "204"),
  Row("(217) 234-5678 Ext:7", "+12172345678", "ok", ext: "7"),
  Row("2172345678#9", "+12172345678", "ok", ext: "9"),
  Row("+12172345678;ext=55", "+12172345678", "ok", ext: "55"),
  Row("217.234.5678 EXT 1234567", "+12172345678", "ok", ext: "1234567"),
  Row("415-555-0123, ext 007", "+14155550123", "ok_fictional_555", ext: "007"),
]

private let several = [
  Row("217-234-5678 / 217-234-5679", "+12172345678", "multiple_numbers_first_used"),
  Row("217-234-5678 or 217-234-5679", "+12172345678", "multiple_numbers_first_used"),
  Row("217-234-5678;217-234-5679", "+12172345678", "multiple_numbers_first_used"),
  Row("2172345678,2172345679", "+12172345678", "multiple_numbers_first_used"),
  Row("415-555-0123 and 415-555-0124", "+14155550123", "multiple_numbers_first_used"),
  Row("911-555-0123 | 415-555-0124", "+14155550124", "multiple_numbers_first_used"),
  Row("office 415-555-0123 / cell 415-555-0124", "+14155550123", "multiple_numbers_first_used"),
  Row("415-555-0123 / cell", "+14155550123", "ok_fictional_555"),
]

private let kinds = [
  Row("8005551212", "+18005551212", "ok_555_directory"),
  Row("217-555-1212", "+12175551212", "ok_555_directory"),
  Row("217-555-5555", "+12175555555", "ok_555_unassignable"),
  Row("800-234-5678", "+18002345678", "ok_toll_free"),
  Row("1-800-ADGJMPT", "+18002345678", "ok_toll_free"),
  Row("217-KLJ-0142", "+12175550142", "ok_fictional_555"),
  Row("888 555 0199", "+18885550199", "ok_fictional_555"),
  Row("787-234-5678", "+17872345678", "ok"),
  Row("4165550118", "+14165550118", "ok_fictional_555"),
  Row("416-234-5678", "+14162345678", "ok_canada"),
  Row("263 234 5678", "+12632345678", "ok_canada"),
  Row("876-234-5678", "+18762345678", "ok_caribbean_not_us_ca"),
]

private let unusable = [
  Row("+44 20 7946 0958", nil, "not_nanp"),
  Row("+99 99999999", nil, "not_nanp"),
  Row("011 44 20 7946 0958", nil, "international"),
  Row("02079460958", nil, "too_long"),
  Row("001 217 234 5678", nil, "too_long"),
  Row("+1 0 217 234 5678", nil, "too_long"),
  Row("217234567855", nil, "too_long"),
  Row("234-5678", nil, "too_short"),
  Row("21723456", nil, "too_short"),
  Row("999999999", nil, "too_short"),
  Row("212_239111", nil, "too_short"),
  Row("911", nil, "too_short"),
  Row("+1 415 555 012", nil, "too_short"),
  Row("1234567890", nil, "npa_starts_0_1"),
  Row("0172345678", nil, "npa_starts_0_1"),
  Row("0000000000", nil, "npa_starts_0_1"),
  Row("217 134 5678", nil, "nxx_starts_0_1"),
  Row("7871234567", nil, "nxx_starts_0_1"),
  Row("217 911 5678", nil, "nxx_n11"),
  Row("911 234 5678", nil, "npa_n11"),
  Row("291 234 5678", nil, "npa_n9x_reserved"),
  Row("9999999999", nil, "npa_n9x_reserved"),
  Row("370 234 5678", nil, "npa_reserved"),
  Row("961 234 5678", nil, "npa_reserved"),
  Row("729 234 5678", nil, "npa_unassigned"),
  Row("2222222222", nil, "repeated_digit"),
  Row("555-555-5555", nil, "repeated_digit"),
  Row("5555555555", nil, "repeated_digit"),
  Row("900 555 0123", nil, "reject_premium"),
  Row("500 234 5678", nil, "reject_personal"),
  Row("fax: 415-555-0123", nil, "fax"),
  Row("call office", nil, "letters"),
  Row("see notes 4", nil, "letters"),
  Row("N/A", nil, "empty"),
  Row("", nil, "empty"),
  Row("\u{A0} ", nil, "empty"),
  Row("-", nil, "empty"),
  Row("null", nil, "empty"),
  Row("unknown", nil, "empty"),
]

@Suite struct PhoneTextTests {
  @Test(arguments: styles + spreadsheets + extensions + several + kinds + unusable)
  private func `a cell reads as its row says`(_ row: Row) {
    let reading = PhoneText.read(row.cell)
    #expect(reading.number?.e164 == row.e164)
    #expect(reading.code == row.code)
    if case .number(_, let details) = reading {
      #expect(details.phoneExtension?.description == row.phoneExtension)
    }
  }

  @Test func `all numbers of a cell are kept as alternates`() {
    let readings = PhoneText.readAll("415-555-0123 x5; 12; (415) 555-0124 / 911-555-0125")
    #expect(readings.map { $0.number?.e164 } == ["+14155550123", "+14155550124", nil])
    #expect(PhoneText.readAll("n/a").isEmpty)
  }

  @Test func `every problem is explained`() {
    for problem in PhoneProblem.allCases { #expect(!problem.explanation.isEmpty) }
  }
}

@Suite struct PhoneNumberTests {
  @Test func `a stored number reads back`() throws {
    let number = try #require(PhoneText.read("217-555-0142").number)
    #expect(PhoneNumber(e164: number.e164) == number)
    #expect((number.areaCode.number, number.exchange, number.line) == (217, 555, 142))
    #expect(number.isFictional)
  }

  @Test(arguments: UInt64(0)..<50)
  func `ten digits are written as they are`(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    for _ in 0..<200 {
      let digits = UInt64.random(in: 2_002_000_000...9_999_999_999, using: &random)
      if let number = PhoneNumber(digits: digits) { #expect(number.e164 == "+1\(digits)") }
    }
  }

  @Test(arguments: [
    "12175550142", "+1217555014", "+121755501422", "+1217555014x", "+22175550142", "+11175550142", "",
  ])
  func `anything but the stored form is refused`(_ text: String) {
    #expect(PhoneNumber(e164: text) == nil)
  }

  @Test func `a provider's test number can be a sender though no lead can have it`() {
    #expect(PhoneNumber(e164: "+15005550006")?.e164 == "+15005550006")
    #expect(PhoneText.read("+1 500 555 0006").problem == .personal)
  }
}
