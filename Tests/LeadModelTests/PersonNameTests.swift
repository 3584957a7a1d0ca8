import LeadModel
import Testing

@Suite struct PersonNameTests {
  @Test(arguments: [
    ("SMITH, JOHN A", "John", "Smith"), ("Dr. Mary-Ann O'Neil Jr", "Mary-Ann", "O'Neil"),
    ("John & Jane Smith", "John", "Smith"), ("KOUTSINSKI, VICTOR", "Victor", "Koutsinski"),
    ("Smith, John & Jane", "John", "Smith"), ("SMITH JOHN A", "John", "Smith"),
    ("john smith", "John", "Smith"),
    ("John A. Smith III", "John", "Smith"), ("John Smith, MD", "John", "Smith"),
    ("Smith, John, Jr.", "John", "Smith"),
    ("SMITH JR, JOHN", "John", "Smith"), ("MCDONALD, PATRICK", "Patrick", "McDonald"),
    ("O'BRIEN, KAREN", "Karen", "O'Brien"), ("MARY-ANN D'ANGELO", "Mary-Ann", "D'Angelo"),
    ("Ludwig van Beethoven", "Ludwig", "van Beethoven"), ("Maria de la Cruz", "Maria", "de la Cruz"),
    ("DeShawn McKenna", "DeShawn", "McKenna"), ("TJ JONES", "TJ", "Jones"), ("AL NG", "Al", "Ng"),
    ("J. Robert Jones", "Robert", "Jones"), ("J Smith", "", "Smith"), ("Mr. Smith", "", "Smith"),
    ("John", "John", ""),
    ("JOS\u{C9} NU\u{D1}EZ", "Jos\u{E9}", "Nu\u{F1}ez"),
    ("\u{17D}ELJKO \u{160}ARI\u{106}", "\u{17D}eljko", "\u{160}ari\u{107}"),
    ("William \"Bill\" Smith", "Bill", "Smith"), ("John Smith (Owner)", "John", "Smith"),
    ("Ren\u{E9}e Johnson", "Ren\u{E9}e", "Johnson"), ("Prof. Dr. Ann Lee PhD", "Ann", "Lee"),
    ("John Smith / Jane Doe", "John", "Smith"), ("Smith , John", "John", "Smith"),
    ("Charlotte Church", "Charlotte", "Church"),
    ("Aisha White", "Aisha", "White"), ("Mei Hall", "Mei", "Hall"), ("VAN DYKE, DICK", "Dick", "Van Dyke"),
    ("DE LA CRUZ MARIA", "Maria", "De La Cruz"), ("VAN DER BERG ANNA", "Anna", "Van Der Berg"),
    ("De La Cruz", "", "De La Cruz"), ("De Niro", "", "De Niro"), ("Van Morrison", "Van", "Morrison"),
    ("Al Di Meola", "Al", "Di Meola"), ("John Smith 3rd", "John", "Smith"), ("Dr Smith", "", "Smith"),
    ("Smith Jr", "Smith", ""),
  ])
  func `a name comes apart`(_ text: String, first: String, last: String) {
    let name = PersonName.read(text)
    #expect(name.first == first)
    #expect(name.last == last)
  }

  @Test(arguments: [
    "ACME HOLDINGS LLC", "Smith & Sons Plumbing", "Smith & Jones", "The Smith Family Trust", "Owner",
    "Office Manager",
    "N/A", "", "12 Main St", "J.", "Dr.", "info@x.example", "City of Peoria", "Joe's Pizza", ",", "&",
    "& Jane", "\"", "(",
    "a b c d e f g h i j k l m n o p q r s t", "Smith J", "John Smith, Mary Jones",
    "GARCIA LOPEZ, JUAN CARLOS",
    "DE LEON MARIA",
  ])
  func `companies, posts and riddles give no first name`(_ text: String) {
    #expect(PersonName.read(text).first == "")
  }
}

@Suite struct NobodyTests {
  @Test(arguments: [
    "Owner", "Current Owner", "OWNER OCCUPANT", "The Owner", "General Manager", "Property Owner", "1234",
    "ann@x.example",
    "Resident", "#N/A 12",
  ])
  func `what names nobody is told`(_ text: String) { #expect(PersonNameText.namesNobody(text)) }

  @Test(arguments: [
    "Ann Lee", "Al Partner Lee", "Page Owner", "Jos\u{C9}", "\u{5F20}\u{4F1F}", "Bo", "J.", "", "Owner Smith",
  ])
  func `persons are persons`(_ text: String) { #expect(!PersonNameText.namesNobody(text)) }
}

@Suite struct BusinessTests {
  @Test func `business names compare by letters and digits`() {
    #expect(BusinessNameKey.key("Joe & Sons' Plumbing, LLC") == "joesonsplumbingllc")
    #expect(BusinessNameKey.key("  24/7 Caf\u{E9} ") == "247caf")
    #expect(BusinessNameKey.key("") == "")
  }

  @Test(
    arguments: [
      (nil, "unknown"), (-1, "under_1m"), (0, "under_1m"), (999_999.99, "under_1m"), (1_000_000, "1m_5m"),
      (4_999_999, "1m_5m"), (5_000_000, "5m_10m"), (9_999_999, "5m_10m"), (10_000_000, "10m_50m"),
      (50_000_000, "over_50m"), (1e18, "over_50m"),
    ] as [(Double?, String)])
  func `a revenue falls into one band`(_ revenue: Double?, band: String) {
    #expect(RevenueBand(revenue: revenue).rawValue == band)
  }

  @Test func `ids are read as they are written, beyond six digits too`() {
    #expect(ReadableID(.lead, year: 2025, sequence: 1_234).description == "LEAD-2025-001234")
    #expect(ReadableID(.event, year: 2025, sequence: 12_345_678).description == "EVENT-2025-12345678")
    for text in ["LEAD-2025-001234", "THREAD-2025-001234", "ASSIGN-2025-999999", "EVENT-2026-1000000"] {
      #expect(ReadableID(text)?.description == text)
    }
    for text in [
      "LEAD-2025-1234", "LEAD-25-001234", "LEAD-2025-0001234", "lead-2025-001234", "LEAD-2025-",
      "LEAD--5-001234",
    ] {
      #expect(ReadableID(text) == nil)
    }
  }

  @Test func `a campaign's id names campaign, day and run`() throws {
    let day = try #require(CivilDate(year: 2025, month: 12, day: 20))
    #expect(
      CampaignID(campaign: "SMS_INITIAL", date: day, number: 624_114_447).description
        == "SMS-INITIAL-20251220-ABKXSF")
    #expect(CampaignID(campaign: "SMS_INITIAL", date: day, number: 0).code == "000000")
    #expect(CampaignID(campaign: "SMS_INITIAL", date: day, number: .max).code.utf8.count == 6)
  }
}
