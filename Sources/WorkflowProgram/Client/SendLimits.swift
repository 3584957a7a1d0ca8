/// How much a client allows itself to send; never more than the law and the plan do.
public struct SendLimits: Hashable, Sendable {
  /// Texts a calendar day in the client's zone, over all leads; at most the plan's.
  public let textsPerDay: Int
  /// Texts in any minute, over all leads.
  public let textsPerMinute: Int
  /// Texts to one lead in any 24 hours, all but those that law and carriers want; an answer may go beyond it.
  public let perPerson: FrequencyCap
  /// Texts to one lead in all.
  public let textsPerLead: Int
  /// Texts in a row to one lead that got no answer.
  public let unansweredTexts: Int
  /// The client's own hours, as the recipient's clock shows them.
  public let hours: SendingHours

  public init(
    textsPerDay: Int, textsPerMinute: Int, perPerson: FrequencyCap, textsPerLead: Int,
    unansweredTexts: Int, hours: SendingHours
  ) {
    self.textsPerDay = textsPerDay
    self.textsPerMinute = textsPerMinute
    self.perPerson = perPerson
    self.textsPerLead = textsPerLead
    self.unansweredTexts = unansweredTexts
    self.hours = hours
  }
}
