/// Templates that belong together, such as those of one trade.
public struct TemplateLibrary: Hashable, Sendable {
  public let name: String
  /// What it is for, in a sentence; may be empty.
  public let about: String
  /// In file order, names unique.
  public let templates: [MessageTemplate]

  public init(name: String, about: String, templates: [MessageTemplate]) {
    self.name = name
    self.about = about
    self.templates = templates
  }

  public func template(named name: String) -> MessageTemplate? { templates.first { $0.name == name } }

  /// The openers of a theme, in file order.
  public func openers(theme: String) -> [MessageTemplate] {
    templates.filter { $0.use == .opener && $0.theme == theme }
  }
}
