/// A map with keys the language knows.
///
/// Of reference type: a check passes one along with every map it meets.
public final class RecordShape: Sendable {
  /// In the order in which people should read them; names unique.
  public let keys: [SchemaKey]
  public let rules: [KeyRule]
  /// Whether it is merged over a document of another kind: nothing may be missing there, but much here, and null
  /// removes.
  public let isChange: Bool
  private let indices: NameIndex

  /// - Precondition: No two keys have the same name.
  public init(_ keys: [SchemaKey], rules: [KeyRule] = [], isChange: Bool = false) {
    self.isChange = isChange
    self.keys = keys
    self.rules = rules
    indices = NameIndex(keys.map(\.name))
    for (index, key) in keys.enumerated() {
      precondition(indices[key.name] == index, "key '\(key.name)' is declared twice")
    }
  }

  public subscript(name: String) -> SchemaKey? { indices[name].map { keys[$0] } }

  /// Where the key of that name is in `keys`, or `nil` when there is none.
  func index(of name: String) -> Int? { indices[name] }
}

/// A key of a record: what it takes and what it is for.
public struct SchemaKey: Sendable {
  public let name: String
  public let shape: Shape
  /// What it does: one sentence, for the reference page and editors.
  public let about: String
  /// A value as it would stand behind the key, on one line; a test checks that it is valid.
  public let example: String
  public let isRequired: Bool

  /// A key a whole document must have.
  public static func required(
    _ name: String, _ shape: Shape, _ about: String, example: String
  ) -> SchemaKey {
    SchemaKey(name: name, shape: shape, about: about, example: example, isRequired: true)
  }

  /// A key that may be left out; `about` says what holds then.
  public static func optional(
    _ name: String, _ shape: Shape, _ about: String, example: String
  ) -> SchemaKey {
    SchemaKey(name: name, shape: shape, about: about, example: example, isRequired: false)
  }

  /// Where an entry goes that is new to the workflow it changes; for records in a map whose order counts.
  public static let before = SchemaKey.optional(
    "before", .sibling, "Puts a new entry before the one of that name, not last.", example: "high_priority")
}

/// Which keys of a record go together.
public enum KeyRule: Hashable, Sendable {
  /// One of these keys must be there, and not two.
  case exactlyOne([String])
  /// Two of these keys exclude each other.
  case atMostOne([String])
  /// The first key means nothing without the second.
  case needs(String, String)

  /// Whether a record without any of the keys follows the rule.
  var isOptional: Bool {
    switch self {
    case .exactlyOne: false
    case .atMostOne, .needs: true
    }
  }
}
