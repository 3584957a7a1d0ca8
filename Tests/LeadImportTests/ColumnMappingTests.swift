import LeadImport
import LeadModel
import Testing

/// A header row and the columns that fill each field, in the order in which they are read.
struct MappingCase: CustomTestStringConvertible, Sendable {
  let name: String
  let header: String
  let fields: [String: [String]]
  var preset: LeadFilePreset?
  var unmapped: Int?
  var testDescription: String { name }
}

private let cases: [MappingCase] = [
  MappingCase(
    name: "our own layout",
    header: """
      record_id,business_name,owner_name,owner_title,business_phone,mobile_phone,business_email,website,industry,\
      annual_revenue,employee_count,business_address,city,state,zip_code
      """,
    fields: [
      "record_id": ["record_id"], "business_name": ["business_name"], "owner_name": ["owner_name"],
      "primary_phone": ["business_phone"], "mobile_phone": ["mobile_phone"],
      "annual_revenue": ["annual_revenue"],
      "zip_code": ["zip_code"],
    ], preset: .nextier, unmapped: 0),
  MappingCase(
    name: "USBizData",
    header: """
      Company Name,Address,City,State,Zip,County,Phone,Contact First,Contact Last,Title,Direct Phone,Email,Website,\
      Employee Range,Annual Sales,SIC Code,Industry
      """,
    fields: [
      "business_name": ["Company Name"], "first_name": ["Contact First"], "last_name": ["Contact Last"],
      "primary_phone": ["Phone"], "mobile_phone": ["Direct Phone"], "employee_count": ["Employee Range"],
      "annual_revenue": ["Annual Sales"], "business_address": ["Address"], "sic_code": ["SIC Code"],
    ], preset: .usBizData, unmapped: 0),
  MappingCase(
    name: "USBizData, older",
    header: """
      Company,Address,City,State,Zip,County,Phone,Website,Contact,Title,Direct Phone,Email,Sales,Employees,SIC Code,\
      Industry
      """,
    fields: [
      "business_name": ["Company"], "owner_name": ["Contact"], "annual_revenue": ["Sales"],
      "employee_count": ["Employees"],
    ], preset: .usBizDataStates, unmapped: 0),
  MappingCase(
    name: "Apollo",
    header: """
      First Name,Last Name,Title,Company Name,Company Name for Emails,Email,Email Status,Seniority,Contact Owner,\
      Work Direct Phone,Home Phone,Mobile Phone,Corporate Phone,Other Phone,Do Not Call,Account Owner,# Employees,\
      Industry,Website,City,State,Country,Company Address,Company City,Company State,Company Phone,Annual Revenue,\
      Apollo Contact Id,Secondary Email
      """,
    fields: [
      "business_name": ["Company Name", "Company Name for Emails"], "owner_name": [],
      "mobile_phone": ["Mobile Phone", "Work Direct Phone"],
      "primary_phone": ["Company Phone", "Corporate Phone", "Home Phone", "Other Phone"],
      "business_email": ["Email", "Secondary Email"], "state": ["State", "Company State"],
      "employee_count": ["# Employees"], "do_not_call": ["Do Not Call"], "record_id": ["Apollo Contact Id"],
    ], preset: .apollo),
  MappingCase(
    name: "PropStream",
    header: """
      Address,Unit #,City,State,Zip,County,APN,Owner 1 First Name,Owner 1 Last Name,Mailing Address,Mailing City,\
      Phone 1,Phone 1 Type,Phone 1 DNC,Phone 2,Phone 2 Type,Phone 2 DNC,Email 1,Email 2,Litigator,PropStream ID
      """,
    fields: [
      "first_name": ["Owner 1 First Name"], "primary_phone": ["Phone 1", "Phone 2"],
      "business_email": ["Email 1", "Email 2"], "do_not_call": ["Litigator"],
      "city": ["City", "Mailing City"],
      "business_address": ["Mailing Address"],
    ], preset: .propStream, unmapped: 1),
  MappingCase(
    name: "ZoomInfo",
    header: """
      ZoomInfo Contact ID,Last Name,First Name,Job Title,Direct Phone Number,Email Address,Mobile phone,Company Name,\
      Website,Founded Year,Company HQ Phone,Revenue (in 000s USD),Revenue Range (in USD),Employees,Employee Range,\
      Person State,Person Zip Code
      """,
    fields: [
      "mobile_phone": ["Mobile phone", "Direct Phone Number"], "primary_phone": ["Company HQ Phone"],
      "annual_revenue": ["Revenue (in 000s USD)", "Revenue Range (in USD)"],
      "employee_count": ["Employees", "Employee Range"], "year_established": ["Founded Year"],
    ], preset: .zoomInfo, unmapped: 0),
  MappingCase(
    name: "Data Axle",
    header: """
      Company Name,Executive First Name,Executive Last Name,Executive Title,Professional Title,Location Address,\
      Location City,Location State,Location ZIP Code,Phone Number Combined,Fax Number Combined,Company Website,\
      Location Employee Size Actual,Location Employee Size Range,Location Sales Volume Actual,Primary SIC Code,\
      Primary SIC Code Description,Year Established,IUSA Number
      """,
    fields: [
      "owner_title": ["Executive Title", "Professional Title"], "state": ["Location State"],
      "employee_count": ["Location Employee Size Actual", "Location Employee Size Range"],
      "industry": ["Primary SIC Code Description"], "primary_phone": ["Phone Number Combined"],
    ], preset: .dataAxle, unmapped: 1),
  MappingCase(
    name: "HubSpot",
    header:
      "Record ID,First Name,Last Name,Email,Phone Number,Job Title,Company Name,Contact owner,Lifecycle Stage",
    fields: ["owner_name": [], "primary_phone": ["Phone Number"], "record_id": ["Record ID"]],
    preset: .hubSpot),
  MappingCase(
    name: "Salesforce report",
    header: """
      Lead ID,First Name,Last Name,Title,Company / Account,Email,Phone,Mobile,Street,City,State/Province,\
      Zip/Postal Code,Lead Status,Lead Source,Owner,Do Not Call,Email Opt Out
      """,
    fields: [
      "owner_name": [], "business_name": ["Company / Account"], "mobile_phone": ["Mobile"],
      "business_address": ["Street"], "zip_code": ["Zip/Postal Code"], "lead_source": ["Lead Source"],
    ], preset: .salesforce),
  MappingCase(
    name: "Salesforce Data Loader",
    header: """
      Id,FirstName,LastName,Company,Phone,MobilePhone,Email,Street,City,State,PostalCode,LeadSource,Status,OwnerId,\
      DoNotCall,HasOptedOutOfEmail
      """,
    fields: ["mobile_phone": ["MobilePhone"], "zip_code": ["PostalCode"], "do_not_call": ["DoNotCall"]],
    preset: .salesforce),
  MappingCase(
    name: "any client's, oddly spelled",
    header: " COMPANY , first_name,LastName,Phone #,E-mail,Zip/Postal Code",
    fields: [
      "business_name": ["COMPANY"], "first_name": ["first_name"], "last_name": ["LastName"],
      "primary_phone": ["Phone #"], "business_email": ["E-mail"], "zip_code": ["Zip/Postal Code"],
    ], unmapped: 0),
  MappingCase(
    name: "copied from a page, with what is not seen",
    header: "\u{FEFF}Company\u{A0}Name,Phone\u{200B},E\u{2011}mail,Propriétaire",
    fields: [
      "business_name": ["\u{FEFF}Company\u{A0}Name"], "primary_phone": ["Phone\u{200B}"],
      "business_email": ["E\u{2011}mail"],
    ], unmapped: 1),
  MappingCase(
    name: "trade name before legal name", header: "Legal Name,DBA,Phone",
    fields: ["business_name": ["DBA", "Legal Name"]], unmapped: 0),
  MappingCase(
    name: "the same header twice", header: "Company,Phone,phone",
    fields: ["primary_phone": ["Phone", "phone"]], unmapped: 0),
  MappingCase(
    name: "remarks on phones, numbered behind",
    header: "Name,Mobile_1,Landline_1,Phone Type 2,Phone 2,DNC 2,DNC",
    fields: [
      "owner_name": ["Name"], "mobile_phone": ["Mobile_1"], "primary_phone": ["Phone 2", "Landline_1"],
      "do_not_call": ["DNC"],
    ], unmapped: 0),
]

private func mapping(
  _ header: String, schema: LeadSchema = LeadSchema(), sample: [[String]] = []
) -> ColumnMapping {
  let labels = header.split(separator: ",", omittingEmptySubsequences: false).map {
    String($0.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
  }
  return ColumnMapping(header: labels, sample: sample, vocabulary: HeaderVocabulary(schema: schema))
}

/// The headers that fill a field, first the one that is read first.
private func headers(of field: String, in mapping: ColumnMapping) -> [String] {
  let index = mapping.schema.index(of: field)
  return mapping.columns.compactMap { column -> (Int, String)? in
    guard case .field(index, let order, _) = column.use else { return nil }
    return (order, column.header)
  }.sorted { $0.0 < $1.0 }.map(\.1)
}

@Suite struct ColumnMappingTests {
  @Test(arguments: cases)
  func `finds the fields of an export`(_ sample: MappingCase) {
    let mapping = mapping(sample.header)
    for (field, expected) in sample.fields {
      #expect(headers(of: field, in: mapping) == expected, "\(field)")
    }
    #expect(mapping.preset == sample.preset)
    if let unmapped = sample.unmapped { #expect(mapping.unmapped.count == unmapped) }
  }

  @Test func `multiplies amounts in thousands`() {
    let mapping = mapping("Company Name,Revenue (in 000s USD),Sales in Thousands")
    let field = StandardField.annualRevenue.rawValue
    #expect(mapping.columns[1].use == .field(field, order: 0, factor: 1_000))
    #expect(self.factor(of: mapping.columns[2]) == nil)
  }

  private func factor(of column: LeadFileColumn) -> Double? {
    guard case .field(_, _, let factor) = column.use else { return nil }
    return factor
  }

  @Test func `ties type and do-not-call columns to their phone`() {
    let mapping = mapping("Owner,Phone 1,Phone 1 Type,Phone 1 DNC,Mobile Phone,Mobile Phone Type")
    #expect(mapping.columns[2].use == .phoneType(ofColumn: 1))
    #expect(mapping.columns[3].use == .phoneDoNotCall(ofColumn: 1))
    #expect(mapping.columns[5].use == .phoneType(ofColumn: 4))
  }

  @Test func `puts an address together`() {
    let mapping = mapping("Business Name,Address Building,Address Street Name,Address ZIP")
    #expect(mapping.columns[1].use == .addressPart)
    #expect(mapping.columns[2].use == .addressPart)
  }

  @Test func `a client's own headers and fields come first`() {
    let schema = LeadSchema(
      custom: [LeadField(name: "sde", type: .money, columns: ["Seller Discretionary Earnings", "Sales"])],
      columns: ["owner_name": ["Principal Contact"]])
    let mapping = mapping("Company,Owner,Principal Contact,SALES,Revenue", schema: schema)
    #expect(headers(of: "owner_name", in: mapping) == ["Principal Contact", "Owner"])
    #expect(headers(of: "sde", in: mapping) == ["SALES"])
    #expect(headers(of: "annual_revenue", in: mapping) == ["Revenue"])
  }

  @Test func `a client may mean the owner by what elsewhere is the salesperson`() {
    let header = "Lead ID,Company / Account,Lead Status,Owner"
    #expect(mapping(header).columns[3].use == .foreign)
    let declared = mapping(header, schema: LeadSchema(columns: ["owner_name": ["Owner"]]))
    #expect(headers(of: "owner_name", in: declared) == ["Owner"])
  }

  @Test(arguments: [
    ("Compny Name", "business_name"), ("Owner Cell", "mobile_phone"), ("Emial", "business_email"),
    ("Latitude", nil), ("ZZ", nil),
  ])
  func `suggests the field a header was meant for`(header: String, field: String?) {
    let mapping = mapping("First Name,\(header)")
    #expect(mapping.columns[1].use == .unknown(nearest: field.flatMap { mapping.schema.index(of: $0) }))
  }

  @Test(arguments: [
    ("Name,Phone", ["Ann Lee", "Bob Ray"], "owner_name"),
    ("Name,Phone", ["Bolt LLC", "Nut & Co"], "business_name"),
    ("Name,First Name", ["Ann", "Bob"], "business_name"),
    ("Name,Company", ["Bolt LLC", "Nut & Co"], "owner_name"),
  ])
  func `reads a column called Name as its values are`(header: String, values: [String], field: String) {
    let mapping = mapping(header, sample: values.map { [$0, ""] })
    #expect(headers(of: field, in: mapping) == ["Name"])
  }

  @Test func `says when nothing names a lead`() {
    #expect(mapping("Foo,Bar").isEmpty)
    #expect(!mapping("Phone,City").namesLeads)
    #expect(mapping("Contact Last,City").namesLeads)
  }
}
