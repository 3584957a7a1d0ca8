import LeadModel
import Testing

@Suite struct StateTextTests {
  @Test(arguments: [
    ("IL", "IL"), ("il", "IL"), ("Illinois", "IL"), (" new york ", "NY"), ("N.Y.", "NY"), ("D.C.", "DC"),
    ("Washington, D.C.", "DC"), ("district of columbia", "DC"), ("Calif.", "CA"), ("W. Virginia", "WV"),
    ("Ontario", "ON"), ("U.S. Virgin Islands", "VI"), ("Newfoundland & Labrador", ""), ("AP", "AP"),
    ("'TX", "TX"),
  ])
  func `a state reads as its code`(_ text: String, code: String) {
    #expect(StateText.read(text).value?.description ?? "" == code)
  }

  @Test(arguments: ["XX", "Illinoiss", "12", "I", "New", "ILL1"])
  func `what is no state is refused`(_ text: String) {
    #expect(StateText.read(text) == .unreadable(.notAState))
  }

  @Test(arguments: USState.allCases)
  func `every state reads back from its code and its name`(_ state: USState) {
    #expect(StateText.read(state.code).value?.usState == state)
    #expect(StateText.read(state.name.uppercased()).value?.usState == state)
    #expect(!state.zones.isEmpty)
  }
}

@Suite struct ZIPTextTests {
  @Test(arguments: [
    ("61602", nil, "61602"), ("61602-1234", nil, "61602-1234"), ("616021234", nil, "61602-1234"),
    ("61602 1234", nil, "61602-1234"), ("61602-", nil, "61602"), ("61602.0", nil, "61602"),
    ("'01234", nil, "01234"),
    ("2138", USState.massachusetts, "02138"), ("2138.0", .massachusetts, "02138"), ("501", .newYork, "00501"),
    ("21381234", .massachusetts, "02138-1234"), ("00501", nil, "00501"), ("k1a0b1", nil, "K1A 0B1"),
  ])
  func `a ZIP code reads in full`(_ text: String, state: USState?, zip: String) {
    #expect(ZIPText.read(text, state: state).value?.description == zip)
  }

  @Test(arguments: [
    ("2138", nil, ReadingProblem.lostLeadingZero), ("2138", USState.illinois, .lostLeadingZero),
    ("6160", .illinois, .lostLeadingZero), ("12", nil, .notAZIP), ("00000", nil, .notAZIP),
    ("6160212", nil, .lostLeadingZero),
    ("61602-12", nil, .notAZIP), ("1234567890", nil, .notAZIP), ("Peoria", nil, .notAZIP),
    ("K1A 0B", nil, .notAZIP),
  ])
  func `what is no ZIP code is refused`(_ text: String, state: USState?, problem: ReadingProblem) {
    #expect(ZIPText.read(text, state: state) == .unreadable(problem))
  }

  @Test(arguments: [
    (10_001, USState.newYork), (90_210, .california), (60_601, .illinois), (2_138, .massachusetts),
    (601, .puertoRico),
    (96_799, .americanSamoa), (20_500, .districtOfColumbia), (33_101, .florida), (79_901, .texas),
  ])
  func `the first digits tell the state`(_ zip: Int, state: USState) {
    #expect(USState(zip: zip) == state)
  }
}

@Suite struct AreaCodeTests {
  @Test(
    arguments: [
      (212, AreaCode.Kind.unitedStates, "NY"), (416, .canada, "ON"), (876, .otherCountry, "JM"),
      (787, .unitedStates, "PR"), (800, .tollFree, nil), (900, .premium, nil), (500, .personal, nil),
      (600, .personal, nil), (729, .unassigned, nil), (999, .unassigned, nil), (200, .unassigned, nil),
    ] as [(Int, AreaCode.Kind, String?)])
  func `an area code has its kind and region`(_ number: Int, kind: AreaCode.Kind, region: String?) throws {
    let areaCode = try #require(AreaCode(number))
    #expect(areaCode.kind == kind)
    #expect(areaCode.region == region)
    #expect(areaCode.state?.code == (kind == .unitedStates ? region : nil))
  }

  @Test func `the plan has its numbers of area codes`() {
    let kinds = (200...999).compactMap { AreaCode($0)?.kind }
    let count = { (kind: AreaCode.Kind) in kinds.filter { $0 == kind }.count }
    #expect(count(.unitedStates) == 365)
    #expect(count(.canada) == 56)
    #expect(count(.otherCountry) == 21)
    #expect(count(.tollFree) == 7)
    #expect(count(.personal) == 19)
    #expect(count(.premium) == 1)
  }

  @Test func `every area code of a place has zones, and only those`() throws {
    for number in 200...999 {
      let areaCode = try #require(AreaCode(number))
      switch areaCode.kind {
      case .unitedStates, .canada, .otherCountry:
        #expect(!areaCode.zones.isEmpty, "\(number)")
      case .tollFree, .premium, .personal, .unassigned: #expect(areaCode.zones.isEmpty, "\(number)")
      }
    }
  }

  @Test(
    arguments: [
      // An exchange with facts of its own, and the union of the area code's zones where there are none.
      (423, 202, ["America/New_York"]), (423, 555, ["America/New_York", "America/Chicago"]),
      (219, 226, ["America/Chicago"]), (270, 202, ["America/Chicago"]),
      (208, 201, ["America/Denver"]), (208, 215, ["America/Los_Angeles"]), (907, 581, ["Pacific/Honolulu"]),
      (448, 234, ["America/New_York", "America/Chicago"]),
      (273, 234, ["America/Toronto", "America/Halifax"]),
      (212, 555, ["America/New_York"]), (800, 555, []),
    ] as [(Int, Int, Set<String>)])
  func `an exchange narrows the zones where it is known`(_ number: Int, exchange: Int, zones: Set<String>)
    throws
  {
    let areaCode = try #require(AreaCode(number))
    #expect(Set(areaCode.zones(exchange: exchange).zones.map(\.name)) == zones)
  }
}
