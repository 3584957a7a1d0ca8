import LeadModel
import WorkflowProgram

/// The names that templates may write between braces.
enum TemplateNames {
  /// The names of the older double-brace form, and what each says when there is no value.
  static let older: [(name: String, variable: MessageVariable, fallback: String)] = [
    ("owner_name", .ownerName, "there"), ("business_name", .companyName, "your business"),
    ("industry", .industry, "your industry"), ("city", .city, ""), ("state", .state, ""),
  ]

  /// Every name of the single-brace form, in the order people are offered them.
  static func known(_ context: TemplateContext) -> [String] {
    MessageVariable.named.map(\.name) + VoiceSlot.allCases.map(\.name)
      + context.facts.keys.sorted().map { "fact.\($0)" } + context.schema.fields.map { "lead.\($0.name)" }
      + CaptureKind.allCases.map { "capture.\($0.keyword)" }
  }

  /// What may stand where a name was written that is like no other.
  static func offer(for name: String, _ context: TemplateContext) -> String {
    switch name.prefix(while: { $0 != "." }) {
    case "lead" where name.contains("."):
      "a lead's fields are \(context.schema.fields.map(\.name).joined(separator: ", "))"
    case "capture" where name.contains("."):
      "captures are \(CaptureKind.allCases.map(\.keyword).joined(separator: ", "))"
    case _:
      "variables are \((MessageVariable.named.map(\.name) + VoiceSlot.allCases.map(\.name)).joined(separator: ", "))"
    }
  }

  /// Words people use for a variable of another name; lower case, underscores left out.
  static let otherWords: [String: String] = [
    "name": "firstName", "first": "firstName", "owner": "ownerName", "fullname": "ownerName",
    "contactname": "ownerName", "last": "lastName", "surname": "lastName",
    "business": "companyName", "businessname": "companyName", "company": "companyName",
    "agent": "agentName", "sender": "agentName", "sendername": "agentName", "role": "agentRole",
    "brand": "brandName", "client": "brandName", "clientname": "brandName", "domain": "brandDomain",
    "website": "brandDomain", "phone": "brandPhone", "clientphone": "brandPhone",
    "stop": "optOut", "unsubscribe": "optOut", "calendar": "calendarLink", "link": "calendarLink",
    "bookinglink": "calendarLink", "time": "capture.time", "email": "capture.email", "signature": "signOff",
  ]
}
