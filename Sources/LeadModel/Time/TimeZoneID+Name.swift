extension TimeZoneID {
  /// The zone called `name` in the IANA database, or whose clocks have agreed with that zone's since 2021.
  ///
  /// - Returns: `nil` for zones outside the North American Numbering Plan, other than UTC.
  public init?(name: String) {
    if let zone = TimeZoneID.allCases.first(where: { $0.name == name }) {
      self = zone
      return
    }
    guard let alias = TimeZoneID.aliases.first(where: { $0.names.contains(name) }) else { return nil }
    self = alias.zone
  }

  /// Every name that `init(name:)` knows, those of the zones themselves first.
  public static let names = allCases.map(\.name) + aliases.flatMap(\.names)

  private static let aliases: [(zone: TimeZoneID, names: [String])] = [
    (
      .newYork,
      [
        "US/Eastern", "EST5EDT", "America/Kentucky/Louisville", "America/Kentucky/Monticello",
        "America/Louisville",
      ]
    ),
    (.detroit, ["US/Michigan"]),
    (
      .indianapolis,
      [
        "US/East-Indiana", "America/Indianapolis", "America/Fort_Wayne", "America/Indiana/Marengo",
        "America/Indiana/Petersburg", "America/Indiana/Vevay", "America/Indiana/Vincennes",
        "America/Indiana/Winamac",
      ]
    ),
    (
      .chicago,
      [
        "US/Central", "CST6CDT", "US/Indiana-Starke", "America/Knox_IN", "America/Indiana/Knox",
        "America/Indiana/Tell_City", "America/North_Dakota/Beulah", "America/North_Dakota/Center",
        "America/North_Dakota/New_Salem",
      ]
    ),
    (.denver, ["US/Mountain", "MST7MDT", "America/Shiprock", "Navajo"]),
    (.phoenix, ["US/Arizona", "MST", "America/Creston"]),
    (.losAngeles, ["US/Pacific", "PST8PDT"]),
    (.anchorage, ["US/Alaska", "America/Nome", "America/Sitka", "America/Yakutat", "America/Metlakatla"]),
    (.adak, ["US/Aleutian", "America/Atka"]),
    (.honolulu, ["US/Hawaii", "HST", "Pacific/Johnston"]),
    (.pagoPago, ["US/Samoa", "Pacific/Samoa", "Pacific/Midway"]),
    (.stThomas, ["America/Virgin"]),
    (
      .toronto,
      ["Canada/Eastern", "America/Montreal", "America/Thunder_Bay", "America/Nipigon", "America/Iqaluit"]
    ),
    (
      .winnipeg,
      ["Canada/Central", "America/Rainy_River", "America/Rankin_Inlet", "America/Resolute"]
    ),
    (
      .edmonton,
      ["Canada/Mountain", "America/Yellowknife", "America/Inuvik", "America/Cambridge_Bay"]
    ),
    (.vancouver, ["Canada/Pacific"]),
    (.halifax, ["Canada/Atlantic", "America/Moncton", "America/Glace_Bay", "America/Goose_Bay"]),
    (.stJohns, ["Canada/Newfoundland"]),
    (.regina, ["Canada/Saskatchewan", "America/Swift_Current"]),
    (.fortNelson, ["Canada/Yukon", "America/Whitehorse", "America/Dawson", "America/Dawson_Creek"]),
    (.puertoRico, ["America/Blanc-Sablon"]),
    (.cayman, ["EST", "America/Panama", "America/Atikokan", "America/Coral_Harbour"]),
    (.utc, ["Etc/UTC", "Etc/GMT", "GMT", "Etc/UCT", "UCT", "Zulu", "Etc/Zulu", "Universal", "Z"]),
  ]
}
