import LeadImport
import LeadModel
import TestSupport
import Testing

/// A file and what must come of it.
struct ImportCase: CustomTestStringConvertible, Sendable {
  let name: String
  let bytes: [UInt8]
  /// Values that each lead must have; an empty text stands for an absent value.
  let leads: [[String: String]]
  var findings: [String: Int] = [:]
  var duplicates: [Int: Int] = [:]
  var blank = 0
  var repeatedHeaders = 0
  var setAside = 0
  var testDescription: String { name }

  init(
    _ name: String, _ text: String, leads: [[String: String]], findings: [String: Int] = [:],
    duplicates: [Int: Int] = [:], blank: Int = 0, repeatedHeaders: Int = 0, setAside: Int = 0
  ) {
    self.init(
      name, bytes: Array(text.utf8), leads: leads, findings: findings, duplicates: duplicates, blank: blank,
      repeatedHeaders: repeatedHeaders, setAside: setAside)
  }

  init(
    _ name: String, bytes: [UInt8], leads: [[String: String]], findings: [String: Int] = [:],
    duplicates: [Int: Int] = [:], blank: Int = 0, repeatedHeaders: Int = 0, setAside: Int = 0
  ) {
    self.name = name
    self.bytes = bytes
    self.leads = leads
    self.findings = findings
    self.duplicates = duplicates
    self.blank = blank
    self.repeatedHeaders = repeatedHeaders
    self.setAside = setAside
  }
}

private let cases: [ImportCase] = [
  ImportCase(
    "our own layout",
    """
    record_id,business_name,owner_name,business_phone,mobile_phone,business_email,industry,annual_revenue,\
    employee_count,business_address,city,state,zip_code
    L1,"Land, LLC",AMANDA O'NEIL,716-555-0109,(716) 555-0137, Office@Land.Example ,REAL_ESTATE,"$1,600,916","1,204",\
    9 Lincoln Rd,Buffalo,ny,14239-1234

    """,
    leads: [
      [
        "record_id": "L1", "business_name": "Land, LLC", "owner_name": "AMANDA O'NEIL",
        "first_name": "Amanda",
        "last_name": "O'Neil", "primary_phone": "+17165550109", "mobile_phone": "+17165550137",
        "business_email": "office@land.example", "industry": "real estate", "annual_revenue": "1600916.0",
        "employee_count": "1204", "business_address": "9 Lincoln Rd", "city": "Buffalo", "state": "NY",
        "zip_code": "14239-1234", "website": "",
      ]
    ]),
  ImportCase(
    "first and last name", "Company,First Name,Last Name\nBolt,ann,LEE\nNut,,Ray\n",
    leads: [
      ["owner_name": "Ann Lee", "first_name": "Ann", "last_name": "Lee", "record_id": "row-2"],
      ["owner_name": "Ray", "first_name": "", "last_name": "Ray", "record_id": "row-3"],
    ]),
  ImportCase(
    "owner without a business", "Owner 1 First Name,Owner 1 Last Name,Address,Unit #\nAnn,Lee,1 Main St,2B\n",
    leads: [["owner_name": "Ann Lee", "business_name": "", "business_address": "1 Main St 2B"]]),
  ImportCase(
    "address in pieces", "Business Name,Address Building,Address Street Name\nBolt,466,COURT ST\nNut,,DOCK\n",
    leads: [["business_address": "466 COURT ST"], ["business_address": "DOCK"]]),
  ImportCase(
    "Excel's wrappers",
    "Company,Phone,State,Zip\n=\"Quoted LLC\",=\"2175550105\",IL,=\"02134\"\n'Round Inc,'+1 217-555-0191,Illinois,'61911\n",
    leads: [
      ["business_name": "Quoted LLC", "primary_phone": "+12175550105", "zip_code": "02134"],
      ["business_name": "'Round Inc", "primary_phone": "+12175550191", "state": "IL", "zip_code": "61911"],
    ]),
  ImportCase(
    "a ZIP code without its zero", "Company,State,Zip\nA,MA,2138\nB,,2138\n",
    leads: [["zip_code": "02138"], ["zip_code": ""]], findings: ["lost_leading_zero Zip": 1]),
  ImportCase(
    "amounts in thousands, and ranges",
    "Company Name,Revenue (in 000s USD),Revenue Range,Employee Range\nA,\"1,500\",,10 - 19\nB,,$1-5 million,5 to 9\n",
    leads: [
      ["annual_revenue": "1500000.0", "employee_count": "10"],
      ["annual_revenue": "1000000.0", "employee_count": "5"],
    ]),
  ImportCase(
    "values that cannot be read", "Company,Phone,Email,Employees,State\nA,12345,nobody,many,Nowhere\n",
    leads: [
      ["primary_phone": "", "business_email": "", "employee_count": "", "state": "", "business_name": "A"]
    ],
    findings: [
      "phone_too_short Phone": 1, "not_an_email Email": 1, "not_a_number Employees": 1,
      "not_a_state State": 1,
    ]),
  ImportCase(
    "words for nothing", "Company,Owner,Phone,City\nA,N/A,none,-\n",
    leads: [["owner_name": "", "primary_phone": "", "city": ""]]),
  ImportCase(
    "row names and NA", "\"Company\"\t\"Phone\"\n\"1\"\t\"A LLC\"\t\"2175550110\"\n\"2\"\t\"B LLC\"\tNA\n",
    leads: [
      ["business_name": "A LLC", "primary_phone": "+12175550110"],
      ["business_name": "B LLC", "primary_phone": ""],
    ]),
  ImportCase(
    "the better column first, the other where it is empty",
    "Company,Direct Phone,Mobile Phone,Corporate Phone,Phone\nA,2175550101,2175550102,2175550103,\nB,2175550104,,,2175550105\n",
    leads: [
      ["mobile_phone": "+12175550102", "primary_phone": "+12175550103"],
      ["mobile_phone": "+12175550104", "primary_phone": "+12175550105"],
    ]),
  ImportCase(
    "typed phones and those on lists",
    """
    Owner,Phone 1,Phone 1 Type,Phone 1 DNC,Phone 2,Phone 2 Type,Phone 2 DNC,Litigator
    Ann Lee,2175550101,Landline,No,2175550102,Mobile,No,N
    Bob Ray,2175550103,Mobile,Yes,2175550104,Mobile,No,
    Cy Fox,2175550105,Mobile,Y,2175550106,Land Line,Y,
    Di Orr,2175550107,,,,,,Yes

    """,
    leads: [
      ["mobile_phone": "+12175550102", "primary_phone": "+12175550101", "do_not_call": "0"],
      ["mobile_phone": "+12175550104", "primary_phone": "", "do_not_call": ""],
      ["mobile_phone": "+12175550105", "primary_phone": "+12175550106", "do_not_call": "1"],
      ["mobile_phone": "", "primary_phone": "+12175550107", "do_not_call": "1"],
    ], findings: ["phone_on_do_not_call_list Phone 1": 1]),
  ImportCase(
    "mobiles that are none", "Company,Mobile\nA,217-555-0142 x12\nB,800-555-0143\nC,217-555-0144\n",
    leads: [
      ["mobile_phone": "", "primary_phone": "+12175550142"],
      ["mobile_phone": "", "primary_phone": "+18005550143"],
      ["mobile_phone": "+12175550144", "primary_phone": ""],
    ], findings: ["not_a_mobile Mobile": 2]),
  ImportCase(
    "duplicates",
    """
    id,Company,Phone,Email
    a,Bolt & Nut,(217) 555-0101,x@example.com
    b,BOLT & NUT.,217.555.0101,y@example.com
    c,Bolt & Nut,,x@example.com
    d,Other,2175550101,
    e,Bolt & Nut,,X@Example.com

    """,
    leads: [
      ["record_id": "a"], ["record_id": "b"], ["record_id": "c"], ["record_id": "d"], ["record_id": "e"],
    ],
    duplicates: [3: 2, 6: 4]),
  ImportCase(
    "rows alike by nothing we know", "Owner,City\nAnn Lee,Peoria\nAnn Lee,Peoria\n",
    leads: [["owner_name": "Ann Lee"], ["owner_name": "Ann Lee"]]),
  ImportCase(
    "short and long rows", "Company,Phone,State\nA\nB,2175550102,IL,extra\nC,2175550103,IL,,\n",
    leads: [["business_name": "A", "state": ""], ["business_name": "B"], ["business_name": "C"]],
    findings: ["short_row row": 1, "long_row row": 1]),
  ImportCase(
    "blank rows and repeated headers", "Company,Phone\nA,2175550101\n\n ,\nCompany,Phone\nB,2175550102\n,\n",
    leads: [["business_name": "A", "record_id": "row-2"], ["business_name": "B", "record_id": "row-6"]],
    blank: 3,
    repeatedHeaders: 1),
  ImportCase(
    "rows without a name", "Company,Phone\n,2175550101\nA,2175550102\nN/A,2175550103\n",
    leads: [["business_name": "A"]], findings: ["no_name row": 2], setAside: 2),
  ImportCase(
    "an unclosed quote", "Company,Phone\n\"A,2175550101\nB,\"2175550102\"\n", leads: [["business_name": "B"]],
    findings: ["unclosed_quote row": 1], setAside: 1),
  ImportCase(
    "NULs and control characters", "Company,First Name\nNul\u{0}LLC,Al\u{7}\n",
    leads: [["business_name": "NulLLC", "first_name": "Al"]], findings: ["control_characters Company": 1]),
  ImportCase(
    "Windows-1252",
    bytes: Array("Company,City\nJoe".utf8) + [0x92] + Array("s,Peor\u{ED}a\nB".utf8) + [0xA0, 0x2C, 0x0A],
    leads: [["business_name": "Joe\u{2019}s", "city": "Peor\u{ED}a"], ["business_name": "B"]],
    findings: ["windows_1252 Company": 2]),
  ImportCase(
    "Windows-1252 in several columns",
    bytes: Array("Company,City\nJoe".utf8) + [0x92] + Array("s,Peor".utf8) + [0xED] + Array("a\n".utf8),
    leads: [["business_name": "Joe\u{2019}s", "city": "Peor\u{ED}a"]],
    findings: ["windows_1252 Company": 1, "windows_1252 City": 1]),
  ImportCase(
    "one mobile, one of two rows without the business phone",
    """
    id,Company,Phone,Mobile
    a,Bolt,2175550101,2175550142
    b,BOLT.,,217-555-0142
    c,Nut,,2175550143
    d,Nut,2175550103,2175550143
    e,Other,,2175550142
    f,Nut,2175550103,

    """,
    leads: [
      ["record_id": "a"], ["record_id": "b"], ["record_id": "c"], ["record_id": "d"], ["record_id": "e"],
      ["record_id": "f"],
    ],
    duplicates: [3: 2, 5: 4]),
  ImportCase(
    "namesakes elsewhere, of whom only the place is known",
    "Company,Address,City,Zip\nBolt,1 Main St,Peoria,61602\nBolt,2 Oak Av,Peoria,61602\nBOLT,1 MAIN ST.,Peoria,61602\n",
    leads: [["business_name": "Bolt"], ["business_name": "Bolt"], ["business_name": "BOLT"]],
    duplicates: [4: 2]),
  ImportCase(
    "two leads with one id", "id,Company\n7,Bolt\n7,Nut\n7,Bolt\n8,Cog\n",
    leads: [["record_id": "7"], ["record_id": "7"], ["record_id": "7"], ["record_id": "8"]],
    findings: ["repeated_record_id id": 1], duplicates: [4: 2]),
  ImportCase(
    "numbers of other countries behind +1",
    "Company,Phone,Mobile\nA,416-555-0142,+1 876 555 0142\nB,217-555-0101,4165550143\nC,,217-555-0144\n",
    leads: [
      ["primary_phone": "+14165550142", "mobile_phone": ""],
      ["primary_phone": "+12175550101", "mobile_phone": ""],
      ["primary_phone": "", "mobile_phone": "+12175550144"],
    ], findings: ["outside_united_states Phone": 1, "outside_united_states Mobile": 2]),
  ImportCase(
    "what is not clearly no is do-not-call",
    "Company,DNC\nA,checked\nB,maybe\nC,Not on DNC\nD,\nE,clean\nF,2024-05-01\nG,no\nH,Not checked\nI,unknown\n",
    leads: [
      ["do_not_call": "1"], ["do_not_call": "1"], ["do_not_call": "0"], ["do_not_call": ""],
      ["do_not_call": "0"],
      ["do_not_call": "1"], ["do_not_call": "0"], ["do_not_call": "1"], ["do_not_call": ""],
    ], findings: ["unclear_do_not_call DNC": 4]),
  ImportCase(
    "owners that are none",
    "Company,Owner,Contact\nA,Current Owner,Ann Lee\nB,1234,\nC,a@x.example,Owner\n,OWNER,\n",
    leads: [
      ["owner_name": "Ann Lee", "first_name": "Ann"], ["owner_name": "", "first_name": ""],
      ["owner_name": ""],
    ], findings: ["names_nobody Owner": 4, "names_nobody Contact": 1, "no_name row": 1], setAside: 1),
  ImportCase(
    "first and last names that are none", "Company,First Name,Last Name\nA,Current,Owner\nB,Ann,Owner\n",
    leads: [["owner_name": "", "first_name": "", "last_name": ""], ["owner_name": "Ann Owner"]],
    findings: ["names_nobody First Name": 1]),
  ImportCase(
    "repeated headers in another case, repeated titles and sums",
    """
    Leads of March
    Company,Phone,Employees
    Total,2175550101,5
    A,2175550102,5
    COMPANY,PHONE,EMPLOYEES
    leads of march,,
    Totals LLC,,5
    Grand Total:,,"1,204"

    """,
    leads: [["business_name": "Total"], ["business_name": "A"], ["business_name": "Totals LLC"]],
    findings: ["sum_of_rows row": 1], repeatedHeaders: 2, setAside: 1),
  ImportCase(
    "title rows", "Leads of March\n\nCompany,Phone\nA,2175550101\n", leads: [["record_id": "row-4"]]),
  ImportCase(
    "no header", "Bolt LLC,Ann Lee,(217) 555-0142\nNut & Co,Bob Ray,(217) 555-0143\n",
    leads: [
      [
        "business_name": "Bolt LLC", "owner_name": "Ann Lee", "primary_phone": "+12175550142",
        "record_id": "row-1",
      ],
      ["business_name": "Nut & Co"],
    ]),
  ImportCase("header only", "Company,Phone\n", leads: []),
  ImportCase(
    "one column", "Company\nAcme, Inc.\nBolt\n",
    leads: [["business_name": "Acme, Inc."], ["business_name": "Bolt"]]),
  ImportCase(
    "a remark on several numbers", "Company,Phone\nA,217-555-0101 / 217-555-0102\n",
    leads: [["primary_phone": "+12175550101"]], findings: ["several_phones Phone": 1]),
]

@Suite struct LeadImporterTests {
  @Test(arguments: cases)
  func `makes leads of a file`(_ sample: ImportCase) throws {
    let imported = try Imported(sample.bytes)
    try #require(imported.leads.count == sample.leads.count)
    for (lead, expected) in zip(imported.leads, sample.leads) {
      for (field, value) in expected { #expect(lead[field] ?? "" == value, "\(field)") }
    }
    #expect(imported.findings == sample.findings)
    #expect(imported.duplicates.mapValues(\.rowNumber) == sample.duplicates)
    #expect(imported.report.blank == sample.blank)
    #expect(imported.report.repeatedHeaders == sample.repeatedHeaders)
    #expect(imported.report.setAside == sample.setAside)
    #expect(imported.setAside.count == sample.setAside)
    #expect(imported.report.isBalanced)
  }

  @Test(arguments: cases)
  func `gives the same leads however bytes arrive and rows are batched`(_ sample: ImportCase) throws {
    let whole = try Imported(sample.bytes)
    for (chunk, rowCapacity) in [(1, 1), (3, 2), (.max, 1), (7, 1_024)] {
      let pieces = try Imported(sample.bytes, chunk: chunk, rowCapacity: rowCapacity)
      #expect(pieces.leads == whole.leads)
      #expect(pieces.rowNumbers == whole.rowNumbers)
      #expect(pieces.lines == whole.lines)
      #expect(pieces.duplicates == whole.duplicates)
      #expect(pieces.setAside == whole.setAside)
      #expect(pieces.findings == whole.findings)
      #expect(pieces.report.rowsRead == whole.report.rowsRead)
    }
  }

  @Test func `blocks made leads in any order give the same as one after the other`() throws {
    let text =
      "id,Company,Phone\n" + (0..<50).map { "\($0),Bolt \($0 % 40),217555\(1_000 + $0 % 40)\n" }.joined()
    let expected = try Imported(text, rowCapacity: 8)
    var reader = LeadFileReader(schema: LeadSchema(), rowCapacity: 8)
    Array(text.utf8).withUnsafeBytes { reader.feed($0) }
    reader.finish()
    var blocks: [RowBlock] = []
    while let block = try reader.nextBlock() { blocks.append(block) }
    let found = try reader.layout()
    let normalizer = try #require(found)
    let batches = blocks.reversed().map { normalizer.leads(in: $0) }.reversed()
    var deduplicator = Deduplicator()
    var report = ImportReport()
    var imported = Imported()
    for batch in batches {
      deduplicator.mark(batch)
      report.add(batch)
      imported.add(batch)
    }
    imported.report = report
    #expect(imported == expected)
    #expect(report.duplicates == 10)
    #expect(deduplicator.leadCount == 40)
  }

  @Test func `what a caller still holds is not used again`() throws {
    let text = "id,Company\n" + (0..<40).map { "\($0),Shop \($0)\n" }.joined()
    var importer = LeadImporter(schema: LeadSchema(), rowCapacity: 4)
    importer.feed(Array(text.utf8))
    importer.finish()
    var held: [ImportedBatch] = []
    var kept = 0
    while let batch = try importer.nextBatch() {
      // Every other batch is dropped, and its memory may serve the next one.
      kept += 1
      if kept % 2 == 0 { held.append(batch) }
    }
    let ids = held.flatMap { batch in (0..<batch.leads.count).map { batch.leads.text(.recordID, row: $0) } }
    #expect(ids.count == 20)
    // The first block also holds the header.
    #expect(ids.prefix(4) == ["3", "4", "5", "6"])
    #expect(Set(ids).count == ids.count)
  }

  @Test func `tells which row a duplicate repeats`() throws {
    let imported = try Imported("Company,Phone\nA,2175550101\nA,217-555-0101\n")
    #expect(imported.duplicates == [3: DuplicateWinner(rowNumber: 2, recordID: "row-2", key: .businessPhone)])
    #expect(imported.report.duplicateExamples.map(\.recordID) == ["row-3"])
  }

  @Test func `finds duplicates across thousands of leads`() throws {
    var text = "id,Company,Phone\n"
    for index in 0..<20_000 { text += "L\(index),Shop \(index % 15_000),\n" }
    let imported = try Imported(text)
    #expect(imported.report.imported == 15_000)
    #expect(imported.report.duplicates == 5_000)
    #expect(imported.duplicates[15_002] == DuplicateWinner(rowNumber: 2, recordID: "L0", key: .address))
    #expect(
      imported.duplicates[20_001] == DuplicateWinner(rowNumber: 5_001, recordID: "L4999", key: .address))
  }

  @Test func `counts a flood of findings but keeps only the first`() throws {
    let text = "Company,Phone\n" + (0..<5_000).map { "Shop \($0),12\($0)\n" }.joined()
    let groups = try Imported(text).report.findings.groups
    #expect(groups.map(\.count).reduce(0, +) == 5_000)
    for group in groups { #expect(group.examples.count <= FindingTally.examplesKept) }
    let first = try #require(groups.first?.examples.first)
    #expect(
      first == ImportFinding(reason: .phone(.tooShort), rowNumber: 2, line: 2, column: "Phone", value: "120"))
  }

  @Test func `fills a client's own fields of every type`() throws {
    let schema = LeadSchema(custom: [
      LeadField(name: "sde", type: .money, columns: ["Seller Discretionary Earnings"]),
      LeadField(name: "rating", type: .number), LeadField(name: "vip", type: .flag),
      LeadField(name: "renewed", type: .date), LeadField(name: "fax", type: .phone),
      LeadField(name: "cc", type: .email), LeadField(name: "seats", type: .count),
    ])
    let imported = try Imported(
      """
      Company,Seller discretionary earnings,Rating,VIP,Renewed,Fax,CC,Seats
      A,$1.2M,4.5,yes,2025-03-31,217-555-0142,Me@Example.com,12
      B,x,,maybe,soon,1,,-3

      """, schema: schema)
    #expect(
      imported.leads[0].filter { schema.fields.suffix(7).map(\.name).contains($0.key) } == [
        "sde": "1200000.0", "rating": "4.5", "vip": "1", "renewed": "1743379200000", "fax": "+12175550142",
        "cc": "me@example.com", "seats": "12",
      ])
    #expect(imported.leads[1].keys.sorted() == ["business_name", "record_id"])
    #expect(imported.report.findings.groups.count == 5)
  }

  @Test(arguments: [
    ("", ImportRefusal.Reason.empty), ("Foo,Bar\n1,2\n", .nothingMapped),
    ("217-555-0142,x\n217-555-0143,y\n", .noHeader),
    ("Phone,City\n2175550142,Peoria\n", .noNames), ("\u{FEFF}\n\n", .empty),
  ])
  func `refuses a file that holds no leads`(text: String, reason: ImportRefusal.Reason) {
    #expect { try Imported(text) } throws: { ($0 as? ImportRefusal)?.reason == reason }
  }

  @Test(arguments: ["a", "\"", "\n"])
  func `refuses an endless file after its first bytes`(unit: String) {
    var importer = LeadImporter(schema: LeadSchema())
    importer.feed(Array(unit.utf8))
    importer.feed([UInt8](repeating: unit == "\n" ? 0x0A : 0x61, count: FormatSniffer.sampleSize))
    var isRefused = false
    do { while try importer.nextBatch() != nil {} } catch { isRefused = true }
    #expect(isRefused)
  }

  @Test(arguments: UInt64(0)..<200)
  func `random tables never trap, and every row is accounted for`(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let words = [
      "Bolt LLC", "217-555-0142", "ann@example.com", "\"a\nb\"", "\"", "", "N/A", "=\"x\"", "'1", "IL",
      "2138", "$1M",
      "\u{0}", "Ann Lee", "é", "yes", "2025-01-01", "\"\"", " ",
    ]
    let headers = [
      "Company", "Phone 1", "Phone 1 Type", "Phone 1 DNC", "Email", "Zip", "State", "Revenue", "Employees",
      "Owner",
      "First Name", "DNC", "Industry", "Address", "Unit", "??",
    ]
    func pick(_ choices: [String]) -> String { choices[Int.random(in: 0..<choices.count, using: &random)] }
    var text =
      "Company,"
      + (0..<Int.random(in: 1...8, using: &random)).map { _ in pick(headers) }.joined(separator: ",")
    for _ in 0..<Int.random(in: 0...40, using: &random) {
      text +=
        "\n" + (0..<Int.random(in: 1...9, using: &random)).map { _ in pick(words) }.joined(separator: ",")
    }
    // Some bytes that are no UTF-8.
    var bytes = Array(text.utf8)
    if seed % 2 == 0 {
      for _ in 0..<5 {
        bytes[Int.random(in: 10..<bytes.count, using: &random)] = UInt8.random(in: 0...255, using: &random)
      }
    }
    let whole = try Imported(bytes)
    #expect(whole.report.isBalanced)
    #expect(whole.leads.count == whole.report.imported + whole.report.duplicates)
    let pieces = try Imported(bytes, chunk: 5, rowCapacity: 3)
    #expect(pieces.leads == whole.leads)
    #expect(pieces.report.rowsRead == whole.report.rowsRead)
    #expect(pieces.findings == whole.findings)
  }
}
