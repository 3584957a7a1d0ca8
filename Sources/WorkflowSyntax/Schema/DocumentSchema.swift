/// The shape of one kind of file.
public struct DocumentSchema: Sendable {
  /// The file's first key, such as `workflow`; its value is the document's name.
  public let kind: String
  /// What such a file is for: one sentence.
  public let about: String
  public let root: RecordShape
  /// Shapes used in several places or within themselves, in the order of the reference page.
  public let definitions: [Definition]
  /// Whether a file may change another of its kind (`extends`), and so leave out what that one has.
  public let isMergeable: Bool
  private let shared: NameIndex

  /// A shape with a name.
  public struct Definition: Sendable {
    public let name: String
    public let about: String
    public let shape: Shape
    public init(_ name: String, _ about: String, _ shape: Shape) {
      self.name = name
      self.about = about
      self.shape = shape
    }
  }

  /// - Parameter keys: Without the kind's own key and `language`, which every document has first.
  public init(
    kind: String, _ about: String, isMergeable: Bool = false, keys: [SchemaKey], rules: [KeyRule] = [],
    definitions: [Definition] = []
  ) {
    self.kind = kind
    self.about = about
    self.isMergeable = isMergeable
    self.definitions = definitions
    let own = [
      SchemaKey.required(
        kind, .identifier, "Its name, the same as the file's.", example: "acme"),
      SchemaKey.required(
        "language", .integer(LanguageSchema.version...LanguageSchema.version),
        "The version of the language the file is written in.", example: "\(LanguageSchema.version)"),
    ]
    root = RecordShape(own + keys, rules: rules)
    shared = NameIndex(definitions.map(\.name))
  }

  /// The shape itself, where one only names a definition.
  ///
  /// A name without a definition, or one that only names itself, is a mistake of the declaration; it takes
  /// anything scalar.
  func resolved(_ shape: Shape) -> Shape {
    guard case .shared = shape.form else { return shape }
    var shape = shape
    for _ in 0..<8 {
      guard case .shared(let name) = shape.form else { return shape }
      shape = shared[name].map { definitions[$0].shape } ?? .scalar
    }
    return .scalar
  }
}
