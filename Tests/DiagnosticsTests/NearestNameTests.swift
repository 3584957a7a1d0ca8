import Diagnostics
import Testing

@Suite struct NearestNameTests {
  private static let names = [
    "owner_name", "business_name", "priority", "quality", "queue", "queues", "when", "then", "to", "do", "on",
    "reply.interested", "reply.not_interested", "ZIP", "mobile_phone",
  ]

  @Test(arguments: [
    ("owner_nme", "owner_name"), ("ownername", "owner_name"), ("Owner Name", "owner_name"),
    ("onwer_name", "owner_name"),
    ("priorty", "priority"), ("prioirty", "priority"), ("quue", "queue"), ("wehn", "when"), ("whne", "when"),
    ("zip", "ZIP"), ("reply.intrested", "reply.interested"), ("mobile", "mobile_phone"), ("Queue", "queue"),
    ("business", "business_name"),
  ])
  func `a slip of the pen finds the name meant`(written: String, meant: String) {
    #expect(nearestName(to: written, in: NearestNameTests.names) == meant)
  }

  @Test(arguments: [
    "", "elephant", "xx", "a", "zebra", "telephone_number", String(repeating: "a", count: 100_000),
  ])
  func `what is far from every name finds none`(written: String) {
    #expect(nearestName(to: written, in: NearestNameTests.names) == nil)
  }
}
