import WorkflowProgram
import WorkflowSyntax

extension LoweringContext {
  /// Reads `client:`.
  func client(_ node: YAMLNode?) -> ClientProfile {
    let facts = (node?["facts"]?.entries ?? []).map {
      ClientProfile.Fact(name: $0.key.name, value: $0.value.text)
    }
    return ClientProfile(
      name: node?["name"]?.text ?? "",
      domain: node?["domain"]?.text ?? "",
      timezone: node?["timezone"]?.text ?? "America/New_York",
      tier: node?["tier"].flatMap { ClientProfile.Tier(rawValue: $0.text) } ?? .starter,
      brandColor: node?["brand"]?["color"]?.text,
      logo: node?["brand"]?["logo"]?.text,
      phone: node?["phone"]?.text,
      address: node?["address"]?.text,
      calendarLink: node?["calendar"]?.text,
      facts: facts)
  }
}
