/// A state, the District of Columbia or an inhabited territory of the United States.
///
/// The raw value is the state's bit in a `StateSet` and is not stored anywhere.
public enum USState: UInt8, Hashable, Sendable, CaseIterable {
  case alabama, alaska, arizona, arkansas, california, colorado, connecticut, delaware, florida, georgia,
    hawaii, idaho, illinois, indiana, iowa, kansas, kentucky, louisiana, maine, maryland, massachusetts,
    michigan, minnesota, mississippi, missouri, montana, nebraska, nevada, newHampshire, newJersey,
    newMexico, newYork, northCarolina, northDakota, ohio, oklahoma, oregon, pennsylvania, rhodeIsland,
    southCarolina, southDakota, tennessee, texas, utah, vermont, virginia, washington, westVirginia,
    wisconsin, wyoming, districtOfColumbia
  case puertoRico, virginIslands, guam, americanSamoa, northernMarianaIslands

  /// The postal code: two capital letters.
  public var code: String {
    switch self {
    case .alabama: "AL"
    case .alaska: "AK"
    case .arizona: "AZ"
    case .arkansas: "AR"
    case .california: "CA"
    case .colorado: "CO"
    case .connecticut: "CT"
    case .delaware: "DE"
    case .florida: "FL"
    case .georgia: "GA"
    case .hawaii: "HI"
    case .idaho: "ID"
    case .illinois: "IL"
    case .indiana: "IN"
    case .iowa: "IA"
    case .kansas: "KS"
    case .kentucky: "KY"
    case .louisiana: "LA"
    case .maine: "ME"
    case .maryland: "MD"
    case .massachusetts: "MA"
    case .michigan: "MI"
    case .minnesota: "MN"
    case .mississippi: "MS"
    case .missouri: "MO"
    case .montana: "MT"
    case .nebraska: "NE"
    case .nevada: "NV"
    case .newHampshire: "NH"
    case .newJersey: "NJ"
    case .newMexico: "NM"
    case .newYork: "NY"
    case .northCarolina: "NC"
    case .northDakota: "ND"
    case .ohio: "OH"
    case .oklahoma: "OK"
    case .oregon: "OR"
    case .pennsylvania: "PA"
    case .rhodeIsland: "RI"
    case .southCarolina: "SC"
    case .southDakota: "SD"
    case .tennessee: "TN"
    case .texas: "TX"
    case .utah: "UT"
    case .vermont: "VT"
    case .virginia: "VA"
    case .washington: "WA"
    case .westVirginia: "WV"
    case .wisconsin: "WI"
    case .wyoming: "WY"
    case .districtOfColumbia: "DC"
    case .puertoRico: "PR"
    case .virginIslands: "VI"
    case .guam: "GU"
    case .americanSamoa: "AS"
    case .northernMarianaIslands: "MP"
    }
  }

  /// The English name.
  public var name: String {
    switch self {
    case .alabama: "Alabama"
    case .alaska: "Alaska"
    case .arizona: "Arizona"
    case .arkansas: "Arkansas"
    case .california: "California"
    case .colorado: "Colorado"
    case .connecticut: "Connecticut"
    case .delaware: "Delaware"
    case .florida: "Florida"
    case .georgia: "Georgia"
    case .hawaii: "Hawaii"
    case .idaho: "Idaho"
    case .illinois: "Illinois"
    case .indiana: "Indiana"
    case .iowa: "Iowa"
    case .kansas: "Kansas"
    case .kentucky: "Kentucky"
    case .louisiana: "Louisiana"
    case .maine: "Maine"
    case .maryland: "Maryland"
    case .massachusetts: "Massachusetts"
    case .michigan: "Michigan"
    case .minnesota: "Minnesota"
    case .mississippi: "Mississippi"
    case .missouri: "Missouri"
    case .montana: "Montana"
    case .nebraska: "Nebraska"
    case .nevada: "Nevada"
    case .newHampshire: "New Hampshire"
    case .newJersey: "New Jersey"
    case .newMexico: "New Mexico"
    case .newYork: "New York"
    case .northCarolina: "North Carolina"
    case .northDakota: "North Dakota"
    case .ohio: "Ohio"
    case .oklahoma: "Oklahoma"
    case .oregon: "Oregon"
    case .pennsylvania: "Pennsylvania"
    case .rhodeIsland: "Rhode Island"
    case .southCarolina: "South Carolina"
    case .southDakota: "South Dakota"
    case .tennessee: "Tennessee"
    case .texas: "Texas"
    case .utah: "Utah"
    case .vermont: "Vermont"
    case .virginia: "Virginia"
    case .washington: "Washington"
    case .westVirginia: "West Virginia"
    case .wisconsin: "Wisconsin"
    case .wyoming: "Wyoming"
    case .districtOfColumbia: "District of Columbia"
    case .puertoRico: "Puerto Rico"
    case .virginIslands: "Virgin Islands"
    case .guam: "Guam"
    case .americanSamoa: "American Samoa"
    case .northernMarianaIslands: "Northern Mariana Islands"
    }
  }

  /// The state with a postal code, or `nil`; letters of either case.
  public init?(code: String) {
    guard code.utf8.count == 2, let state = code.withBytes({ StateCode(letters: $0)?.usState }) else {
      return nil
    }
    self = state
  }
}
