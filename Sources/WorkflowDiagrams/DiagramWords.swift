public import WorkflowProgram

/// The words a drawing needs where a machine has only numbers.
///
/// The caller owns the texts (the program's conditions, templates, agents and files), so a drawing never
/// depends on where they are kept. Any text will do: it is cleaned and quoted for each format.
public struct DiagramWords: Sendable {
  /// Names the whole drawing: the workflow's name.
  public var title: String
  /// A guard as the author wrote it.
  public var guardText: @Sendable (ConditionID) -> String
  /// A template's name (`general.follow_up_1`), by its index in the program.
  public var template: @Sendable (Int) -> String
  /// An agent's name, by its index in the program.
  public var agent: @Sendable (Int) -> String
  /// File and line of a rule (`workflows/acme.yaml:31`), shown when the pointer rests on what it draws.
  public var place: @Sendable (Place) -> String

  public init(
    title: String, guardText: @escaping @Sendable (ConditionID) -> String,
    template: @escaping @Sendable (Int) -> String, agent: @escaping @Sendable (Int) -> String,
    place: @escaping @Sendable (Place) -> String
  ) {
    self.title = title
    self.guardText = guardText
    self.template = template
    self.agent = agent
    self.place = place
  }
}
