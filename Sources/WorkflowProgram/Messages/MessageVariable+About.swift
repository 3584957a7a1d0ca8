extension MessageVariable {
  /// What it is filled with: one sentence, for the reference page.
  public var about: String {
    switch self {
    case .firstName: "The first word of the owner's name."
    case .lastName: "The owner's last name."
    case .ownerName: "The owner's full name."
    case .salutation: "`Mr. Smith` when the owner's name carries a title, else the first name."
    case .companyName: "The business's name as people say it, without `LLC` and the like."
    case .industry: "The line of business."
    case .city: "The city."
    case .state: "The state."
    case .agentName: "The name of who speaks, from the persona."
    case .agentRole: "The role of who speaks, from the persona."
    case .brandName: "`client.name`."
    case .brandDomain: "`client.domain`."
    case .brandPhone: "`client.phone`."
    case .optOut: "How to opt out, such as `Reply STOP to opt out`."
    case .calendarLink: "`client.calendar`."
    case .leadField: "A field of the lead."
    case .capture(let kind): "The \(kind.keyword) the lead gave, in their words."
    }
  }
}

extension VoiceSlot {
  /// What it is filled with: one sentence, for the reference page.
  public var about: String {
    switch self {
    case .greeting: "How the persona begins a text."
    case .signOff: "How the persona signs a text."
    case .ask: "How the persona asks for the next step."
    case .giveUp: "How the persona lets go after a no or a long silence."
    }
  }
}
