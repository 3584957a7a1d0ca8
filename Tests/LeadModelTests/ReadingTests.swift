import LeadModel
import Testing

@Suite struct MoneyTextTests {
  @Test(arguments: [
    ("$1.2M", 1_200_000), ("1,200,000", 1_200_000), ("1-5 million", 1_000_000),
    ("$500,000-1 Million", 500_000),
    ("Less Than $500,000", 0), ("750K", 750_000), ("(1,000)", -1_000), ("-$45", -45), ("$-45.50", -45.5),
    ("00005", 5), ("0", 0), ("$ 633,000 ", 633_000), ("999999.99", 999_999.99), ("1200000.00", 1_200_000),
    ("USD 5,000", 5_000), ("US$5,000", 5_000), ("5,000 USD", 5_000), ("$10M+", 10_000_000),
    ("Over $1M", 1_000_000), ("> $1M", 1_000_000), ("$1M and over", 1_000_000), ("1 to 5M", 1_000_000),
    ("$1M - $5M", 1_000_000), ("$1M\u{2013}$5M", 1_000_000), ("between $1M and $5M", 1_000_000),
    ("500K-1M", 500_000), ("$1 Million to $2.5 Million", 1_000_000), ("2.5 mm", 2_500_000),
    ("$1.5B", 1_500_000_000),
    ("1.2E+06", 1_200_000), (".5M", 500_000), ("1 200 000", 1_200_000), ("'$5,000", 5_000),
    ("=\"5000\"", 5_000),
    ("$0.10", 0.1), ("123456789012345678", 123_456_789_012_345_680), ("up to $1M", 0), ("<$1M", 0),
  ])
  func `an amount reads as dollars`(_ text: String, dollars: Double) {
    #expect(MoneyText.read(text) == .value(dollars))
  }

  @Test(arguments: [
    ("1.200.000", ReadingProblem.decimalComma), ("1.234,56", .decimalComma), ("1234,56", .decimalComma),
    ("1,2", .decimalComma), ("1200,000", .misplacedComma), ("\u{20AC}5,000", .otherCurrency),
    ("C$5,000", .otherCurrency), ("GBP 5", .otherCurrency), ("call us", .notANumber), ("$", .notANumber),
    ("1.2.3", .decimalComma), ("5 apples", .notANumber), ("1-", .notANumber),
    ("500-1 million", .unclearRange),
    ("5-1", .unclearRange), ("1234567890123456789", .tooLarge), ("1e99", .tooLarge), ("(5", .notANumber),
    ("10-Nov", .spreadsheetDate), ("5%", .notANumber),
  ])
  func `what is not clearly dollars is refused with its reason`(_ text: String, problem: ReadingProblem) {
    #expect(MoneyText.read(text) == .unreadable(problem))
  }

  @Test(arguments: ["", " ", "N/A", "null", "-", "--", "unknown", "(blank)"])
  func `words for nothing are empty`(_ text: String) {
    #expect(MoneyText.read(text) == .empty)
  }

  @Test func `a column in thousands is multiplied unless the value has its own unit`() {
    #expect(MoneyText.read("1,200", factor: 1_000) == .value(1_200_000))
    #expect(MoneyText.read("1.2M", factor: 1_000) == .value(1_200_000))
  }
}

@Suite struct CountTextTests {
  @Test(
    arguments: [
      ("10 - 19", 10), ("5 to 9", 5), ("50+", 50), ("1,200", 1_200), ("00005", 5), ("12.0", 12),
      ("1K-5K", 1_000),
      ("10-19 employees", 10), ("Less than 5", 0), ("10,001+", 10_001), ("1998", 1_998), ("250 or more", 250),
    ] as [(String, Int64)])
  func `a count reads as its lower bound`(_ text: String, count: Int64) {
    #expect(CountText.read(text) == .value(count))
  }

  @Test(arguments: [
    ("12.5", ReadingProblem.fraction), ("-5", .negative), ("many", .notANumber), ("10-Nov", .spreadsheetDate),
    ("2017-05-03", .unclearRange), ("999999999999999999", .tooLarge), ("1.200", .fraction),
    ("10-May", .spreadsheetDate), ("May-10", .spreadsheetDate), ("19-Jan", .spreadsheetDate),
    ("10-Many", .notANumber),
  ])
  func `what is no whole number is refused`(_ text: String, problem: ReadingProblem) {
    #expect(CountText.read(text) == .unreadable(problem))
  }
}

@Suite struct SmallFieldTests {
  @Test(arguments: [
    ("1,234.5", 1_234.5), ("-.5", -0.5), ("1e6", 1_000_000), ("45%", 45), ("+3", 3), ("0.1", 0.1),
  ])
  func `numbers`(_ text: String, number: Double) {
    #expect(NumberText.read(text) == .value(number))
  }

  @Test(arguments: [
    ("Yes", Reading<Bool>.value(true)), ("y", .value(true)), ("TRUE", .value(true)), ("1", .value(true)),
    ("x", .value(true)), ("No", .value(false)), ("N", .value(false)), ("false", .value(false)),
    ("0", .value(false)),
    ("0.0", .value(false)), ("", .empty), ("N/A", .empty), ("maybe", .unreadable(.notAFlag)),
  ])
  func `flags`(_ text: String, flag: Reading<Bool>) {
    #expect(FlagText.read(text) == flag)
  }

  @Test(arguments: [
    ("2024-03-12", "2024-03-12"), ("2024-03-12 09:14", "2024-03-12"), ("3/15/2024 2:30 PM", "2024-03-15"),
    ("3/5/24", "2024-03-05"), ("12/31/99", "1999-12-31"), ("2024-03-12T09:14:00.123Z", "2024-03-12"),
    ("2024-03-12T23:14:00+05:00", "2024-03-12"), ("20240312", "2024-03-12"), ("Mar 12, 2024", "2024-03-12"),
    ("March 12th 2024", "2024-03-12"), ("12-Mar-2024", "2024-03-12"), ("2024/02/29", "2024-02-29"),
    ("5 Sept 2023", "2023-09-05"), ("45366", "2024-03-15"), ("45366.5", "2024-03-15"),
    ("12.25.2024", "2024-12-25"),
    ("03.03.2024", "2024-03-03"), ("2024.03.12", "2024-03-12"),
  ])
  func `dates`(_ text: String, date: String) {
    #expect(DateText.read(text).value?.description == date)
  }

  @Test(arguments: [
    ("15/3/2024", ReadingProblem.dayFirst), ("2023-02-29", .noSuchDay), ("13/13/2024", .noSuchDay),
    ("soon", .notADate), ("2024", .notADate), ("3/2024", .notADate), ("2024-03-12x", .notADate),
    ("99/99/99", .noSuchDay), ("2024-03-12 25:00", .notADate), ("12.03.2024", .unclearDate),
    ("31.03.2024", .dayFirst), ("99999", .notADate), ("45366x", .notADate),
  ])
  func `what is no date is refused`(_ text: String, problem: ReadingProblem) {
    #expect(DateText.read(text) == .unreadable(problem))
  }

  @Test(arguments: [
    (" Ann.Lee@Example.COM ", "ann.lee@example.com"), ("a@x.example; b@y.example", "a@x.example"),
    ("mailto:a@x.example", "a@x.example"), ("Ann Lee <ann@x.example>", "ann@x.example"),
    ("first+tag@sub-domain.x.example", "first+tag@sub-domain.x.example"), ("a@x.example.", "a@x.example"),
  ])
  func `emails`(_ text: String, email: String) {
    #expect(EmailText.read(text) == .value(email))
  }

  @Test(arguments: [
    "a@b", "a@@x.example", "@x.example", "a.x.example", "a b@", "a..b@x.example", ".a@x.example",
    "a@-x.example",
    "a@x..example", "a@1.2.3.4", "a@x@y.example",
  ])
  func `what is no email is refused`(_ text: String) {
    #expect(EmailText.read(text) == .unreadable(.notAnEmail))
  }

  @Test func `every problem is explained`() {
    for problem in ReadingProblem.allCases { #expect(!problem.explanation.isEmpty) }
  }
}
