import LeadModel
import WorkflowProgram
import WorkflowSyntax

extension LoweringContext {
  /// Reads `client:`.
  mutating func client(_ node: YAMLNode?) -> ClientProfile {
    let facts = (node?["facts"]?.entries ?? []).map {
      ClientProfile.Fact(name: $0.key.name, value: $0.value.text)
    }
    return ClientProfile(
      name: node?["name"]?.text ?? "",
      domain: node?["domain"]?.text ?? "",
      timezone: timezone(node?["timezone"]),
      tier: node?["tier"].flatMap { ClientProfile.Tier(rawValue: $0.text) } ?? .starter,
      brandColor: node?["brand"]?["color"]?.text,
      logo: node?["brand"]?["logo"]?.text,
      phone: node?["phone"]?.text,
      address: node?["address"]?.text,
      calendarLink: node?["calendar"]?.text,
      facts: facts)
  }

  /// New York where none is named.
  private mutating func timezone(_ node: YAMLNode?) -> TimeZoneID {
    guard let node else { return .newYork }
    if let zone = TimeZoneID(name: node.text) { return zone }
    reportUnknown("time zone", node.text, at: node.range, known: TimeZoneID.names)
    return .newYork
  }
}
