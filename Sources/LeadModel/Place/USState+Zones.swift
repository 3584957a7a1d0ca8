extension USState {
  /// Every time zone that some inhabited part of the state keeps.
  ///
  /// Arizona has two because the Navajo Nation keeps daylight saving time; Nevada because West Wendover keeps
  /// Utah's clock.
  public var zones: ZoneSet {
    switch self {
    case .alabama, .arkansas, .illinois, .iowa, .louisiana, .minnesota, .mississippi, .missouri,
      .oklahoma, .wisconsin:
      [.chicago]
    case .alaska:
      [.anchorage, .adak]
    case .arizona:
      [.phoenix, .denver]
    case .california, .washington:
      [.losAngeles]
    case .colorado, .montana, .newMexico, .utah, .wyoming:
      [.denver]
    case .connecticut, .delaware, .georgia, .maine, .maryland, .massachusetts, .newHampshire,
      .newJersey, .newYork, .northCarolina, .ohio, .pennsylvania, .rhodeIsland, .southCarolina,
      .vermont, .virginia, .westVirginia, .districtOfColumbia:
      [.newYork]
    case .florida, .kentucky:
      [.newYork, .chicago]
    case .hawaii:
      [.honolulu]
    case .idaho:
      [.boise, .losAngeles]
    case .indiana:
      [.indianapolis, .chicago]
    case .kansas, .nebraska, .northDakota, .southDakota, .texas:
      [.chicago, .denver]
    case .michigan:
      [.detroit, .menominee]
    case .nevada:
      [.losAngeles, .denver]
    case .oregon:
      [.losAngeles, .boise]
    case .tennessee:
      [.chicago, .newYork]
    case .puertoRico:
      [.puertoRico]
    case .virginIslands:
      [.stThomas]
    case .guam:
      [.guam]
    case .americanSamoa:
      [.pagoPago]
    case .northernMarianaIslands:
      [.saipan]
    }
  }
}
