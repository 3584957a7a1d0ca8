public import LeadModel
public import WorkflowProgram

/// What a template's text may name, and how long that can be: one client's, for one library or persona.
public struct TemplateContext: Sendable {
  public var schema: LeadSchema
  /// The client's claims by name, as texts.
  public var facts: [String: String]
  /// The agent's and the client's constants, of several agents the longest of each; an absent one is not set.
  public var constants: [SpeakerConstant: String]
  public var origin: Origin

  /// Who wrote a text, and so who answers for its claims.
  public enum Origin: Hashable, Sendable {
    /// Comes with the product: no number in it can be true of every client.
    case shipped
    /// The client's own.
    case client
  }

  public init(
    schema: LeadSchema = LeadSchema(), facts: [String: String] = [:],
    constants: [SpeakerConstant: String] = [:], origin: Origin = .shipped
  ) {
    self.schema = schema
    self.facts = facts
    self.constants = constants
    self.origin = origin
  }

  /// The constants packed as the longest speaker.
  public var longestSpeaker: Speaker { Speaker(constants) }
}

extension SpeakerConstant {
  /// Where a workflow sets it, for people who have not.
  var key: String {
    switch self {
    case .agentName: "the persona's 'name'"
    case .agentRole: "the persona's 'role'"
    case .brandName: "'client.name'"
    case .brandDomain: "'client.domain'"
    case .brandPhone: "'client.phone'"
    case .optOut: "the text that tells how to opt out"
    case .calendarLink: "'client.calendar'"
    }
  }
}

extension MessageVariable {
  /// What a text usually says when there is no value, or `nil` when that depends on the sentence.
  var usualFallback: String? {
    switch self {
    case .firstName, .ownerName, .salutation: "there"
    case .companyName: "your business"
    case .industry: "your industry"
    case .city: "your area"
    case .lastName, .state, .agentName, .agentRole, .brandName, .brandDomain, .brandPhone, .optOut,
      .calendarLink, .leadField, .capture:
      nil
    }
  }
}
