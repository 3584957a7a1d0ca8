import LeadImport
import LeadModel
import Testing

/// The start of a file and what it gives away.
struct FormatCase: CustomTestStringConvertible, Sendable {
  let name: String
  let bytes: [UInt8]
  var encoding = TextEncoding.utf8
  var delimiter: String = ","
  var headerRow: Int? = 1
  var firstDataRow = 2
  var columns: Int
  var rows: Int
  var hasMark = false
  var hasRowNames = false
  var testDescription: String { name }

  init(
    _ name: String, _ text: String, delimiter: String = ",", headerRow: Int? = 1, firstDataRow: Int = 2,
    columns: Int = 3, rows: Int = 2, hasRowNames: Bool = false
  ) {
    self.name = name
    bytes = Array(text.utf8)
    self.delimiter = delimiter
    self.headerRow = headerRow
    self.firstDataRow = firstDataRow
    self.columns = columns
    self.rows = rows
    self.hasRowNames = hasRowNames
  }

  /// The plain table in UTF-16.
  init(_ name: String, encoding: TextEncoding, mark: Bool) {
    self.name = name
    let text = (mark ? "\u{FEFF}" : "") + plain
    bytes = text.utf16.flatMap { unit -> [UInt8] in
      let (high, low) = (UInt8(unit >> 8), UInt8(unit & 0xFF))
      return encoding == .utf16BigEndian ? [high, low] : [low, high]
    }
    self.encoding = encoding
    hasMark = mark
    columns = 3
    rows = 2
  }
}

extension FormatCase {
  /// Bytes that are no UTF-8 throughout, or here and there.
  static func eightBit(_ name: String, _ bytes: [UInt8], _ encoding: TextEncoding) -> FormatCase {
    FormatCase(
      name,
      bytes: Array("Company,Phone,State\nJos".utf8) + bytes + Array(",2175550142,IL\nB,2175550143,IL\n".utf8),
      encoding: encoding)
  }

  private init(_ name: String, bytes: [UInt8], encoding: TextEncoding) {
    self.name = name
    self.bytes = bytes
    self.encoding = encoding
    columns = 3
    rows = 2
  }
}

private let plain = "Company,Phone,State\nA LLC,2175550142,IL\nB LLC,2175550143,IL\n"

private let cases: [FormatCase] = [
  FormatCase("comma", plain),
  .eightBit("Windows-1252", [0xE9], .windows1252), .eightBit("UTF-8", [0xC3, 0xA9], .utf8),
  .eightBit("UTF-8 and something else", [0xC3, 0xA9, 0x92], .utf8),
  FormatCase("semicolon", plain.replacing(",", with: ";"), delimiter: ";"),
  FormatCase("tab", plain.replacing(",", with: "\t"), delimiter: "tab"),
  FormatCase("pipe", plain.replacing(",", with: "|"), delimiter: "|"),
  FormatCase("CR only", plain.replacing("\n", with: "\r")),
  FormatCase(
    "semicolon, with commas in the cells",
    "Company;Address;State\nA, Inc, LLC;1 Main St, Unit 2;IL\nB, Inc, LLC;2 Main St, Unit 3;IL\n",
    delimiter: ";"),
  FormatCase(
    "sep line", "sep=;\nCompany;Phone;State\nA;2175550142;IL\n", delimiter: ";", headerRow: 2,
    firstDataRow: 3, rows: 1),
  FormatCase(
    "sep line with an odd delimiter", "SEP=^\r\nCompany^Phone^State\r\nA^2175550142^IL\r\n", delimiter: "^",
    headerRow: 2, firstDataRow: 3, rows: 1),
  FormatCase(
    "titles above the header", "Leads of March\nExported,3/1/2026\n\nCompany,Phone,State\nA,2175550142,IL\n",
    headerRow: 4, firstDataRow: 5, rows: 1),
  FormatCase(
    "no header", "A LLC,(217) 555-0142,IL\nB & Co,(217) 555-0143,IL\n", headerRow: nil, firstDataRow: 1),
  FormatCase(
    "row names", "\"Company\"\t\"Phone\"\n\"1\"\t\"A LLC\"\t\"2175550142\"\n\"2\"\t\"B LLC\"\tNA\n",
    delimiter: "tab",
    hasRowNames: true),
  FormatCase(
    "a delimiter at the end of every row but the header",
    "Company,Phone,State\nA,2175550142,IL,\nB,2175550143,IL,\n"),
  FormatCase(
    "one column", "Company\nAcme, Inc.\nBolt\nChair, Desk, and Lamp\n", delimiter: "none", columns: 1, rows: 3
  ),
  FormatCase("header only", "Company,Phone,State\n", rows: 0),
  FormatCase("a header nothing maps to", "Foo,Bar,Baz\n1,2175550142,IL\n", rows: 1),
  FormatCase("quoted line ends", "Company,Phone,State\n\"A\nB\",2175550142,IL\n", rows: 1),
  FormatCase("UTF-16LE with a mark", encoding: .utf16LittleEndian, mark: true),
  FormatCase("UTF-16BE with a mark", encoding: .utf16BigEndian, mark: true),
  FormatCase("UTF-16LE", encoding: .utf16LittleEndian, mark: false),
  FormatCase("UTF-16BE", encoding: .utf16BigEndian, mark: false),
]

private func sniff(_ bytes: [UInt8], isWhole: Bool = true) throws -> FileFormat {
  try FormatSniffer(vocabulary: HeaderVocabulary(schema: LeadSchema())).format(of: bytes, isWhole: isWhole)
}

@Suite struct FormatSnifferTests {
  @Test(arguments: cases)
  func `tells how a file is written`(_ sample: FormatCase) throws {
    let format = try sniff(sample.bytes)
    #expect(format.encoding == sample.encoding)
    #expect(format.hasByteOrderMark == sample.hasMark)
    #expect(format.delimiterName == sample.delimiter)
    #expect(format.headerRow == sample.headerRow)
    #expect(format.firstDataRow == sample.firstDataRow)
    #expect(format.header.count == sample.columns)
    #expect(format.sample.count == sample.rows)
    #expect(format.hasRowNames == sample.hasRowNames)
  }

  @Test(arguments: [
    ("", ImportRefusal.Reason.empty), ("\u{FEFF}", .empty), ("\r\n \n\n", .empty),
    ("PK\u{3}\u{4}abc", .notText),
    ("{\"leads\": []}", .notText), ("[\n {\"a\": 1}]", .notText), ("<!DOCTYPE html>", .notText),
    ("\0\0\0\0a\0\0\0b", .notText), (String(repeating: "\u{2}ab\n", count: 100), .notText),
    (String(repeating: "a,", count: 5_000) + "\n", .tooManyColumns),
  ])
  func `refuses what is no list`(text: String, reason: ImportRefusal.Reason) {
    #expect { try sniff(Array(text.utf8)) } throws: { ($0 as? ImportRefusal)?.reason == reason }
  }

  @Test(arguments: ["a", "\"a"])
  func `refuses a first line without end`(start: String) {
    let bytes = Array(start.utf8) + [UInt8](repeating: 0x61, count: FormatSniffer.sampleSize)
    #expect { try sniff(bytes, isWhole: false) } throws: { ($0 as? ImportRefusal)?.reason == .endlessLine }
  }

  @Test func `guesses columns by their values when there is no header`() throws {
    let format = try sniff(
      Array(
        """
        Bolt Services LLC,Ann Lee,(217) 555-0142,217-555-0150,ann@example.com,Peoria,IL,61602
        Nut & Co,Bob Ray,(217) 555-0143,,bob@example.com,Decatur,IL,62521

        """.utf8))
    #expect(
      format.guesses == [
        0: .businessName, 1: .ownerName, 2: .primaryPhone, 3: .mobilePhone, 4: .businessEmail, 6: .state,
        7: .zipCode,
      ])
  }
}
