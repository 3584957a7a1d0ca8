public import LeadModel

/// What a hole in a message is filled with.
///
/// Facts of the client's are no variables: they are texts by the time a template is compiled.
public enum MessageVariable: Hashable, Sendable {
  /// The first word of the owner's name, in title case.
  case firstName
  case lastName
  case ownerName
  /// "Mr. Smith" when the owner's name carries a title, else the first name.
  case salutation
  case companyName, industry, city, state
  case agentName, agentRole
  case brandName, brandDomain, brandPhone
  /// How to opt out, such as "Reply STOP to opt out."
  case optOut
  case calendarLink
  /// A field of the lead, by column.
  case leadField(Int, FieldType)
  /// Something the lead said, in their words.
  case capture(CaptureKind)
}

/// What is taken from a lead's reply and may be said back to them.
public enum CaptureKind: UInt8, Hashable, Sendable, CaseIterable {
  case time, email, phone, amount, name

  /// As templates name it after `capture.`.
  public var keyword: String {
    switch self {
    case .time: "time"
    case .email: "email"
    case .phone: "phone"
    case .amount: "amount"
    case .name: "name"
    }
  }
}

/// What the agent who speaks and the client they speak for bring to every message.
public enum SpeakerConstant: UInt8, Hashable, Sendable, CaseIterable {
  case agentName, agentRole, brandName, brandDomain, brandPhone, optOut, calendarLink

  public var variable: MessageVariable {
    switch self {
    case .agentName: .agentName
    case .agentRole: .agentRole
    case .brandName: .brandName
    case .brandDomain: .brandDomain
    case .brandPhone: .brandPhone
    case .optOut: .optOut
    case .calendarLink: .calendarLink
    }
  }
}

extension MessageVariable {
  /// Variables that stand for one thing, by the name that templates use; in the order they are listed to people.
  public static let named: [(name: String, variable: MessageVariable)] = [
    ("firstName", .firstName), ("lastName", .lastName), ("ownerName", .ownerName),
    ("salutation", .salutation), ("companyName", .companyName), ("industry", .industry), ("city", .city),
    ("state", .state), ("agentName", .agentName), ("agentRole", .agentRole), ("brandName", .brandName),
    ("brandDomain", .brandDomain), ("brandPhone", .brandPhone), ("optOut", .optOut),
    ("calendarLink", .calendarLink),
  ]

  /// As a template writes it between braces.
  ///
  /// A field of the lead shows its column, since its name belongs to the workflow's schema.
  public var name: String {
    switch self {
    case .leadField(let column, _): "lead.\(column)"
    case .capture(let kind): "capture.\(kind.keyword)"
    case .firstName, .lastName, .ownerName, .salutation, .companyName, .industry, .city, .state, .agentName,
      .agentRole, .brandName, .brandDomain, .brandPhone, .optOut, .calendarLink:
      MessageVariable.named.first { $0.variable == self }?.name ?? ""
    }
  }

  /// The agent's or the client's constant it stands for, or `nil` when it comes from the lead.
  public var constant: SpeakerConstant? {
    switch self {
    case .agentName: .agentName
    case .agentRole: .agentRole
    case .brandName: .brandName
    case .brandDomain: .brandDomain
    case .brandPhone: .brandPhone
    case .optOut: .optOut
    case .calendarLink: .calendarLink
    case .firstName, .lastName, .ownerName, .salutation, .companyName, .industry, .city, .state, .leadField,
      .capture:
      nil
    }
  }

  /// The most characters of a lead's value that a message carries; what is longer is cut at a word.
  ///
  /// Chosen so that nearly every real value fits, and so that a template's worst case can be known before a lead
  /// is seen. Constants are not cut.
  public var longest: Int {
    switch self {
    case .firstName: 15
    case .lastName, .salutation: 20
    case .ownerName: 30
    case .companyName: 38
    case .industry: 30
    case .city: 22
    case .state: 14
    case .agentName, .agentRole, .brandName, .brandDomain, .brandPhone, .optOut, .calendarLink: 0
    case .leadField(_, let type):
      switch type {
      case .text, .email: 40
      case .phone: 14
      case .money, .number: 16
      case .count: 12
      case .flag: 3
      case .date: 12
      }
    case .capture(let kind):
      switch kind {
      case .time: 30
      case .email: 40
      case .phone: 14
      case .amount: 16
      case .name: 24
      }
    }
  }
}
