/// Named choices in file order, of which the first whose condition holds is taken.
public struct FirstMatch: Sendable {
  public let choices: [Choice]

  public struct Choice: Sendable {
    public let name: String
    /// `nil` always holds.
    public let condition: ConditionID?
    public let place: Place
    public init(name: String, condition: ConditionID?, place: Place) {
      self.name = name
      self.condition = condition
      self.place = place
    }
  }

  public init(choices: [Choice]) { self.choices = choices }

  public var names: [String] { choices.map(\.name) }
}
