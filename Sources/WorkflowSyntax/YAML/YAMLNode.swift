public import Diagnostics

/// One value of a YAML text and where it stands.
///
/// The schema decides what a scalar means; YAML's own guesses (`NO` is false, `012` is ten) play no part.
public struct YAMLNode: Hashable, Sendable {
  public let content: Content
  /// Where the value stands, with its quotes or brackets; for an alias, where the alias stands.
  public let range: SourceRange
  /// For an alias, where the value it repeats stands; `nil` for every other value.
  public let anchoredRange: SourceRange?

  public enum Content: Hashable, Sendable {
    /// Boxed: a node is then small, and handing it around costs one reference, which happens far more often than
    /// making one.
    indirect case scalar(YAMLScalar)
    case sequence([YAMLNode])
    /// Entries in the order of the file, names unique.
    case mapping([YAMLEntry])
  }

  public init(_ content: Content, at range: SourceRange, anchoredAt anchoredRange: SourceRange? = nil) {
    self.content = content
    self.range = range
    self.anchoredRange = anchoredRange
  }
}

/// A key of a mapping and its value.
public struct YAMLEntry: Hashable, Sendable {
  public let key: YAMLKey
  public var value: YAMLNode
  public init(key: YAMLKey, value: YAMLNode) {
    self.key = key
    self.value = value
  }
}

/// A key of a mapping: always a text, whatever it looks like.
public struct YAMLKey: Hashable, Sendable {
  public let name: String
  /// Where the key stands, with its quotes.
  public let range: SourceRange
  public init(_ name: String, at range: SourceRange) {
    self.name = name
    self.range = range
  }
}

extension YAMLNode {
  /// The scalar, when this is one.
  public var scalar: YAMLScalar? {
    if case .scalar(let scalar) = content { scalar } else { nil }
  }

  /// The entries in the order of the file; empty when this is no mapping.
  public var entries: [YAMLEntry] {
    guard case .mapping(let entries) = content else { return [] }
    return entries
  }

  /// The items in order; empty when this is no sequence.
  public var items: [YAMLNode] {
    guard case .sequence(let items) = content else { return [] }
    return items
  }

  public var isMapping: Bool {
    if case .mapping = content { true } else { false }
  }

  public var isSequence: Bool {
    if case .sequence = content { true } else { false }
  }

  /// Whether it is a mapping or a sequence.
  public var isCollection: Bool {
    if case .scalar = content { false } else { true }
  }

  /// Whether the value is left empty or written `null` or `~`.
  public var isNull: Bool {
    if case .scalar(let scalar) = content { scalar.isNull } else { false }
  }

  /// The entry of that name, or `nil` when there is none or this is no mapping.
  public func entry(_ name: String) -> YAMLEntry? {
    guard case .mapping(let entries) = content, let index = entries.index(of: name) else { return nil }
    return entries[index]
  }

  /// The same mapping without the entry of that name.
  public func without(_ name: String) -> YAMLNode {
    guard has(name) else { return self }
    return YAMLNode(
      .mapping(entries.filter { $0.key.name != name }), at: range, anchoredAt: anchoredRange)
  }

  /// Whether there is an entry of that name.
  func has(_ name: String) -> Bool {
    guard case .mapping(let entries) = content else { return false }
    return entries.index(of: name) != nil
  }

  /// The value of the entry of that name, or `nil` when there is none or this is no mapping.
  public subscript(name: String) -> YAMLNode? {
    guard case .mapping(let entries) = content, let index = entries.index(of: name) else { return nil }
    return entries[index].value
  }
}

extension [YAMLEntry] {
  /// The place of the entry of that name; by index, which copies no entry.
  fileprivate func index(of name: String) -> Int? {
    for index in indices where self[index].key.name == name { return index }
    return nil
  }
}
