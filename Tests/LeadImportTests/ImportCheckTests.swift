import Diagnostics
import LeadImport
import LeadModel
import TestSupport
import Testing

private let list = """
  Leads of March
  Company,Owner,Phone,Phone,Mobil Phone,Phone Type,DNC,Revenue (in 000s USD),Street,Suite,Zip,Notes
  "Acme, Inc.",Ann Lee,217-555-0101,,,Landline,N,"1,500",1 Main St,4,61602,"two
  lines"
  Bolt LLC,BOB RAY,217-555-0102 x7,12345,,Mobile,Yes,plenty,,,2138,
  ACME INC,,2175550101,,,,,,,,61602,
  ,,2175550104,,,,,,,,,
  Company,Owner,Phone,Phone,Mobil Phone,Phone Type,DNC,Revenue (in 000s USD),Street,Suite,Zip,Notes

  Nut & Co,Cy Fox
  "Open,Di Orr,2175550105,,,,,,,,,

  """

private func check(_ text: String, schema: LeadSchema = LeadSchema()) -> ImportCheck {
  var importer = LeadImporter(schema: schema)
  importer.feed(Array(text.utf8))
  importer.finish()
  do {
    while try importer.nextBatch() != nil {}
    return ImportCheck(path: "leads.csv", layout: importer.layout, report: importer.report)
  } catch {
    return ImportCheck(path: "leads.csv", layout: importer.layout, report: importer.report, refusal: error)
  }
}

@Suite struct ImportCheckTests {
  @Test func `shows people how a file is read`() { expectGolden(check(list).text, "check.txt") }

  @Test func `shows programs how a file is read`() { expectGolden(check(list).json, "check.json") }

  @Test func `shows why a file is refused`() {
    expectGolden(check("Cust,Addr,Descrip\nBolt,1 Main St,x\n").text, "refused.txt")
    expectGolden(check("Cust,Addr,Descrip\nBolt,1 Main St,x\n").json, "refused.json")
  }

  @Test func `shows what is made of a file without a header`() {
    expectGolden(check("Bolt LLC,(217) 555-0142,IL\nNut & Co,(217) 555-0143,IL\n").text, "no-header.txt")
  }

  @Test func `every reason says what is wrong and what to do`() {
    let reasons: [FindingReason] =
      PhoneProblem.allCases.map { .phone($0) } + ReadingProblem.allCases.map { .value($0) } + [
        .phoneOnDoNotCallList, .notAMobile, .namesNobody, .outsideUnitedStates, .unclearDoNotCall,
        .severalPhones, .repeatedRecordID, .shortRow, .longRow, .controlCharacters, .windows1252, .noName,
        .sumOfRows, .unclosedQuote, .tooLong,
      ]
    #expect(Set(reasons.map(\.code)).count == reasons.count)
    let lines = reasons.map {
      "\($0.code) [\($0.diagnosticID.rawValue)], \($0.consequence.rawValue)\n  \($0.explanation)\n  = \($0.advice)\n"
    }
    expectGolden(lines.joined(), "reasons.txt")
  }

  @Test func `writes rows that cannot be used, to be mended and imported again`() throws {
    var importer = LeadImporter(schema: LeadSchema())
    importer.feed(Array("Company,Phone,Note\n,2175550101,\"a, \"\"b\"\"\"\nBolt,,\n,=1+1,@x\n".utf8))
    importer.finish()
    let batch = try #require(try importer.nextBatch())
    let mapping = try #require(importer.layout?.mapping)
    var writer = QuarantineWriter(mapping: mapping)
    writer.add(batch)
    let bytes = writer.takeBytes()
    #expect(
      String(decoding: bytes, as: UTF8.self) == """
        row_number,reason,column,Company,Phone,Note
        2,the row names neither a business nor a person,Company,,2175550101,"a, ""b\"""
        4,the row names neither a business nor a person,Company,,"'=1+1","'@x"

        """)
    #expect(writer.takeBytes().isEmpty)
    let mended = String(decoding: bytes, as: UTF8.self).replacing("Company,,", with: "Company,Mended,")
    #expect(try Imported(mended).report.imported == 2)
  }
}

@Suite struct CSVWriterTests {
  @Test(arguments: [
    ("plain", "plain"), ("a,b", "\"a,b\""), ("a\"b", "\"a\"\"b\""), ("a\nb", "\"a\nb\""), ("", ""),
    ("=1+1", "\"'=1+1\""), ("@cmd", "\"'@cmd\""), ("+12175550142", "+12175550142"), ("-5.2", "-5.2"),
    ("-cmd|' /C calc'!A0", "\"'-cmd|' /C calc'!A0\""), ("\tx", "\"'\tx\""),
  ])
  func `quotes what needs it and defuses formulas`(cell: String, written: String) {
    var writer = CSVWriter()
    writer.cell(cell)
    #expect(writer.text == written)
  }

  @Test(arguments: UInt64(0)..<100)
  func `what is written reads back`(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let alphabet = Array("ab,\"\n\r é'=")
    let table = (0..<5).map { _ in
      (0..<3).map { _ in
        "x"
          + String(
            (0..<Int.random(in: 0...6, using: &random)).map { _ in
              alphabet[Int.random(in: 0..<9, using: &random)]
            })
      }
    }
    var writer = CSVWriter()
    for row in table {
      for cell in row { writer.cell(cell) }
      writer.endRow()
    }
    var reader = CSVReader(delimiter: UInt8(ascii: ","))
    reader.feed(writer.bytes)
    reader.finish()
    let block = reader.nextBlock()
    let read = (0..<(block?.rowCount ?? 0)).map { block?.texts(ofRow: $0) ?? [] }
    #expect(read == table)
  }
}
