/// One agent: who speaks, from which number, and which leads suit them.
public struct AgentProgram: Sendable {
  public let name: String
  /// The persona's name.
  public let persona: String
  /// The environment variable that holds the sending number, or the number itself; `nil` cannot send.
  public let sender: String?
  /// Who words this agent's answers.
  public let responder: Responder
  /// Each fit that holds adds its weight; the agent with the highest sum is assigned, the first on a tie.
  public let suits: [Fit]
  public let place: Place

  public struct Fit: Sendable {
    public let name: String
    public let condition: ConditionID
    public let weight: Int
    public let place: Place
    public init(name: String, condition: ConditionID, weight: Int, place: Place) {
      self.name = name
      self.condition = condition
      self.weight = weight
      self.place = place
    }
  }

  public init(
    name: String, persona: String, sender: String?, responder: Responder, suits: [Fit], place: Place
  ) {
    self.name = name
    self.persona = persona
    self.sender = sender
    self.responder = responder
    self.suits = suits
    self.place = place
  }
}
