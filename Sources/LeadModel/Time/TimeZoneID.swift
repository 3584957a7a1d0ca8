/// A time zone that a number or address of the North American Numbering Plan can be in.
///
/// The raw value is the zone's bit in a `ZoneSet` and is not stored anywhere. `utc` belongs to no place.
/// Zones of counties whose clocks agree with those of a zone listed here are aliases of it
/// (see `init(name:)`).
public enum TimeZoneID: UInt8, Hashable, Sendable, CaseIterable {
  // The United States.
  case newYork, detroit, indianapolis, chicago, menominee, denver, boise, phoenix, losAngeles,
    anchorage, juneau, adak, honolulu, puertoRico, stThomas, guam, saipan, pagoPago
  // Canada.
  case edmonton, fortNelson, halifax, regina, stJohns, toronto, vancouver, winnipeg
  // Other countries of the numbering plan.
  case anguilla, antigua, barbados, cayman, dominica, grandTurk, grenada, jamaica, lowerPrinces,
    montserrat, nassau, portOfSpain, santoDomingo, stKitts, stLucia, stVincent, tortola, bermuda
  // Client and server clocks.
  case utc

  /// The zone's name in the IANA time zone database.
  public var name: String {
    switch self {
    case .newYork: "America/New_York"
    case .detroit: "America/Detroit"
    case .indianapolis: "America/Indiana/Indianapolis"
    case .chicago: "America/Chicago"
    case .menominee: "America/Menominee"
    case .denver: "America/Denver"
    case .boise: "America/Boise"
    case .phoenix: "America/Phoenix"
    case .losAngeles: "America/Los_Angeles"
    case .anchorage: "America/Anchorage"
    case .juneau: "America/Juneau"
    case .adak: "America/Adak"
    case .honolulu: "Pacific/Honolulu"
    case .puertoRico: "America/Puerto_Rico"
    case .stThomas: "America/St_Thomas"
    case .guam: "Pacific/Guam"
    case .saipan: "Pacific/Saipan"
    case .pagoPago: "Pacific/Pago_Pago"
    case .edmonton: "America/Edmonton"
    case .fortNelson: "America/Fort_Nelson"
    case .halifax: "America/Halifax"
    case .regina: "America/Regina"
    case .stJohns: "America/St_Johns"
    case .toronto: "America/Toronto"
    case .vancouver: "America/Vancouver"
    case .winnipeg: "America/Winnipeg"
    case .anguilla: "America/Anguilla"
    case .antigua: "America/Antigua"
    case .barbados: "America/Barbados"
    case .cayman: "America/Cayman"
    case .dominica: "America/Dominica"
    case .grandTurk: "America/Grand_Turk"
    case .grenada: "America/Grenada"
    case .jamaica: "America/Jamaica"
    case .lowerPrinces: "America/Lower_Princes"
    case .montserrat: "America/Montserrat"
    case .nassau: "America/Nassau"
    case .portOfSpain: "America/Port_of_Spain"
    case .santoDomingo: "America/Santo_Domingo"
    case .stKitts: "America/St_Kitts"
    case .stLucia: "America/St_Lucia"
    case .stVincent: "America/St_Vincent"
    case .tortola: "America/Tortola"
    case .bermuda: "Atlantic/Bermuda"
    case .utc: "UTC"
    }
  }
}
