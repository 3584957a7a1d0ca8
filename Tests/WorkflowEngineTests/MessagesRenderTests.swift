import LeadModel
import TestSupport
import Testing
import WorkflowEngine
import WorkflowProgram

private let dana: [StandardField: String] = [
  .ownerName: "DANA O'NEIL", .businessName: "O’Neil & Sons", .industry: "Plumbing", .city: "TUCSON",
  .state: "AZ",
  .mobilePhone: "+12175550142",
]

@Suite struct MessagesRenderTests {
  @Test(
    arguments: [
      ("Hi {firstName|there}, ok", dana, "Hi Dana, ok"),
      ("{lastName|x} {ownerName|x}", dana, "O'Neil Dana O'Neil"),
      ("{companyName|your business} in {city|town}, {state|}", dana, "O'Neil & Sons in Tucson, AZ"),
      (
        "{ownerName|there}, {companyName|your business}, {industry|your industry}, {city|}, {state|}", dana,
        "Dana O'Neil, O'Neil & Sons, plumbing, Tucson, AZ"
      ),
      (
        "{ownerName|there}, {companyName|your business}, {industry|your industry}, {city|}, {state|}", [:],
        "there, your business, your industry"
      ),
      (
        "{agentName}, {agentRole}, {brandName}, {brandDomain}, {brandPhone}. {optOut}", [:],
        "Gianna, outreach, Acme Brokers, acme.example, (217) 555-0142. Reply STOP to opt out."
      ),
      ("{lead.mobile_phone|x}", dana, "(217) 555-0142"),
      ("Hi {firstName|there}", [.ownerName: "SMITH, JOHN A"], "Hi John"),
      ("Hi {ownerName|there}", [.ownerName: "SMITH, JOHN A"], "Hi John Smith"),
      ("Hi {ownerName|there}", [.ownerName: "John A. Smith III"], "Hi John A. Smith III"),
      ("Hi {firstName|there}", [.ownerName: "Acme Holdings LLC"], "Hi there"),
      ("Hi {firstName|there}", [.firstName: "mary-ann", .ownerName: "X Y"], "Hi Mary-Ann"),
      ("Hi {firstName|there}", [.firstName: "JOSÉ"], "Hi José"),
      // No name to call someone by.
      ("Hi {firstName|there}", [.firstName: "Wolfeschlegelsteinhausen"], "Hi there"),
      ("Dear {salutation|owner}", [.ownerName: "Mr. JOHN SMITH"], "Dear Mr. Smith"),
      ("Dear {salutation|owner}", [.ownerName: "dr jane de la cruz"], "Dear Dr. De La Cruz"),
      ("Dear {salutation|owner}", [.ownerName: "Jane Smith"], "Dear Jane"),
      ("Dear {salutation|owner}", [:], "Dear owner"),
      (
        "I saw {companyName|x}.",
        [.businessName: "Smith & Sons Plumbing, Heating and Air Conditioning of Tampa"],
        "I saw Smith & Sons Plumbing, Heating and Air."
      ),
      (
        "{companyName|x}", [.businessName: "Aaaaaaaaaabbbbbbbbbbccccccccccddddddddddeeee"],
        "Aaaaaaaaaabbbbbbbbbbccccccccccdddddddd"
      ),
      ("{companyName|x}", [.businessName: " “Joe’s”\t\u{200B}Café\nBar"], "\"Joe's\" Café Bar"),
    ] as [(String, [StandardField: String], String)])
  func `renders`(_ text: String, _ lead: [StandardField: String], _ expected: String) {
    #expect(MessagesFixture.render(text, MessagesFixture.lead(lead)) == expected)
  }

  @Test(arguments: [
    ("JOE'S HVAC AND PLUMBING LLC", "Joe's HVAC and Plumbing LLC"),
    ("MCDONALD & SONS, INC.", "McDonald & Sons, Inc."),
    ("THE BBQ PIT OF TUCSON", "The BBQ Pit of Tucson"), ("O'NEIL ROOFING", "O'Neil Roofing"), ("IBM", "IBM"),
    ("A-1 AUTO", "A-1 Auto"), ("3M COMPANY", "3M Company"), ("eBay Stores", "eBay Stores"),
    ("U.S. FOODS", "U.S. Foods"),
    ("ST MARY CTR", "St Mary Ctr"), ("MÜLLER ÉCOLE", "Müller École"),
  ])
  func `a business in capitals is said in normal case`(_ name: String, _ said: String) {
    #expect(MessagesFixture.render("{companyName|x}", MessagesFixture.lead([.businessName: name])) == said)
  }

  @Test(arguments: [
    ("HVAC", "HVAC"), ("Information_Technology", "information technology"), ("IT Services", "IT services"),
    ("PLUMBING & HEATING", "plumbing & heating"), ("Mexican Restaurants", "Mexican restaurants"),
    ("B2B software", "B2B software"), ("real-estate", "real-estate"), ("SaaS", "SaaS"),
  ])
  func `a trade is said as within a sentence`(_ trade: String, _ said: String) {
    #expect(MessagesFixture.render("{industry|x}", MessagesFixture.lead([.industry: trade])) == said)
  }

  @Test(arguments: [
    ("Hi {city|}, this is {agentName}", "Hi, this is Gianna"),
    ("Hi {city|} {state|} there", "Hi there"),
    ("{city|}, hello", "hello"),
    ("{city|} hello", "hello"),
    ("In {city|}.", "In."),
    ("a, {city|}, b", "a, b"),
    ("a, {city|}. b", "a. b"),
    ("a ({city|}) b", "a b"),
    ("a {city|}", "a"),
    ("a\n{city|}\nb", "a\n\nb"),
    ("ok? {city|} Yes", "ok? Yes"),
    ("{city|}", ""),
    ("  two  spaces stay  ", "two  spaces stay"),
  ])
  func `closes up where nothing is said`(_ text: String, _ expected: String) {
    #expect(MessagesFixture.render(text) == expected)
  }

  @Test func `shows numbers, dates and flags as people write them`() {
    let lead = MessagesFixture.lead()
    let column = { (name: String) in MessagesFixture.schema.index(of: name) ?? 0 }
    lead.setDouble(1_250_000.4, field: column("sde"), row: 0)
    lead.setDouble(2.50, field: column("rooms"), row: 0)
    lead.setInt(1, field: column("family_owned"), row: 0)
    lead.setInt(951_868_800_000, field: column("opened"), row: 0)
    lead.setInt(1_998, field: column("year_established"), row: 0)
    lead.setInt(12_500, field: column("employee_count"), row: 0)
    #expect(
      MessagesFixture.render(
        "{lead.sde|x}; {lead.rooms|x}; {lead.family_owned|x}; {lead.opened|x}; {lead.year_established|x}; "
          + "{lead.employee_count|x}; {lead.annual_revenue|none}", lead)
        == "$1,250,000; 2.5; yes; Mar 1, 2000; 1998; 12,500; none")
    lead.setDouble(.nan, field: column("sde"), row: 0)
    lead.setDouble(-0.004, field: column("rooms"), row: 0)
    lead.setInt(.min, field: column("opened"), row: 0)
    lead.setInt(-86_400_000, field: column("year_established"), row: 0)
    #expect(MessagesFixture.render("{lead.sde|x} {lead.rooms|x} {lead.opened|x}", lead) == "x 0 x")
  }

  @Test func `says back what the lead said`() {
    let captures = CapturedTexts([.time: "tomorrow after 3", .email: "dana@acme.example"])
    #expect(
      MessagesFixture.render("{capture.time|then} {capture.email|x} {capture.phone|none}", captures: captures)
        == "tomorrow after 3 dana@acme.example none")
  }

  @Test(arguments: [
    ("+12125550142", "(212) 555-0142"), ("+12125550007", "(212) 555-0007"), ("555-0142", "555-0142"),
  ])
  func `says a number as people write it`(number: String, said: String) {
    let captures = CapturedTexts([.phone: number])
    #expect(MessagesFixture.render("{capture.phone|none}", captures: captures) == said)
  }

  @Test(arguments: [
    ("Łukasz Wójcik", "Lukasz", "Wojcik"), ("Erzsébet Szőke", "Erzsébet", "Szoke"),
    ("Núñez, José", "José", "Nuñez"),
    ("张伟", "there", "friend"), ("Иван Петров", "there", "friend"), ("Þór Œhler", "Thor", "OEhler"),
    ("D’Angelo O’Neil", "D'Angelo", "O'Neil"), ("Jo 😀 Lee", "Jo", "Lee"), ("😀", "there", "friend"),
    ("Нина Lee", "there", "Lee"),
  ])
  func `a name is said in the SMS alphabet, or the fallback is`(owner: String, first: String, last: String) {
    let lead = MessagesFixture.lead([.ownerName: owner])
    #expect(MessagesFixture.render("Hi {firstName|there}", lead) == "Hi \(first)")
    #expect(MessagesFixture.render("Hi {lastName|friend}", lead) == "Hi \(last)")
  }

  @Test(arguments: [
    ("Núñez Café", "Nuñez Café"), ("🍕 Joe’s 🍕 Pizza™ 🍕", "Joe's PizzaTM"),
    ("“Best” Zürich – Bank", "\"Best\" Zürich - Bank"),
    ("北京饭店", "your business"), ("Nguyễn & Đặng Bánh Mì", "Nguyen & Dang Banh Mì"),
    ("[[[[{{{{~~~~||||^^^^", "[[[[{{{{~~~~||||^^"), ("🍕Joe’s", "Joe's"),
  ])
  func `a business is said in the SMS alphabet, or the fallback is`(business: String, said: String) {
    let lead = MessagesFixture.lead([.businessName: business])
    #expect(MessagesFixture.render("Sell {companyName|your business}?", lead) == "Sell \(said)?")
  }

  @Test func `an address keeps its letters or is not said`() {
    func said(_ email: String) -> String {
      MessagesFixture.render("to {capture.email|your address}", captures: CapturedTexts([.email: email]))
    }
    #expect(said("josé@acme.example") == "to josé@acme.example")
    #expect(said("łukasz@acme.example") == "to your address")
  }

  @Test(arguments: UInt64(0)..<100)
  func `braces come only from the lead, and no worst case is passed`(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let values = [
      "", "Dana", "O'NEIL", "a{b}c", "  x ", "“”", "Łukasz", "张伟", "½½½½½½½½½½½½½½½½½½½½½½½½½½½½½½½½",
      String(repeating: "{~}", count: 30), String(repeating: "œ…", count: 30),
      String(repeating: "Long Name ", count: 20), "é😀",
    ]
    let bits = [
      "Hi ", "{firstName|there}", "{city|}", ", ", "{companyName|your business}", ". ", "{optOut}",
      "{industry|your industry}",
      "{capture.time|}", "{lead.website|}", "!", " ok ", "{brandName}",
    ]
    for _ in 0..<20 {
      let text = (0..<Int.random(in: 1...10, using: &random)).compactMap { _ in
        bits.randomElement(using: &random)
      }
      .joined()
      let lead = MessagesFixture.lead(
        Dictionary(
          uniqueKeysWithValues: [StandardField.ownerName, .businessName, .city, .industry, .website].map {
            ($0, values.randomElement(using: &random) ?? "")
          }))
      let rendered = MessagesFixture.render(text, lead)
      let hasBraces = StandardField.allCases.contains { field in
        field.type.isText && lead.text(field, row: 0).contains { "{}".contains($0) }
      }
      if !hasBraces { #expect(!rendered.contains { "{}".contains($0) }, "\(text)") }
      #expect(!rendered.hasPrefix(" ") && !rendered.hasSuffix(" "))
      let worst = MessagesFixture.wording(text).worstCase(for: Speaker(MessagesFixture.constants))
      let (cost, most) = (SMSCount(rendered), SMSCount(worst))
      #expect(cost.encoding == most.encoding && cost.units <= most.units, "\(text) -> \(rendered)")
    }
  }

  @Test func `a message ends at its limit`() {
    var buffer = MessageBuffer()
    MessagesFixture.pattern(String(repeating: "abcdefghi ", count: 500)).render(
      MessagesFixture.lead(), row: 0, speaker: Speaker([:]), into: &buffer)
    #expect(buffer.count <= MessageBuffer.defaultLimit)
    #expect(buffer.isTruncated == true)
  }
}
