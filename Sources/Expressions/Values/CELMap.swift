/// The entries of a CEL map, in the order they were written, each key once.
///
/// Keys are `bool`, `int`, `uint` or `string`. Numbers that are equal are the same key whatever their type,
/// and a `double` finds the whole number it equals.
public struct CELMap: Sendable, Hashable {
  public struct Entry: Sendable, Hashable {
    public let key: CELValue
    public let value: CELValue
    public init(_ key: CELValue, _ value: CELValue) {
      self.key = key
      self.value = value
    }
  }

  /// What tells keys apart: numbers by value, texts by bytes.
  private enum Name: Hashable, Sendable {
    case bool(Bool)
    case int(Int64)
    /// Above `Int64.max`; smaller ones are `int`.
    case uint(UInt64)
    case string(ByteText)
  }

  /// Shared and never changed: a map is copied often and searched in more than one place.
  private final class Storage: Sendable {
    let entries: [Entry]
    let places: [Name: Int]
    init(entries: [Entry], places: [Name: Int]) {
      self.entries = entries
      self.places = places
    }
  }

  private let storage: Storage

  public init() { storage = Storage(entries: [], places: [:]) }

  /// - Returns: `nil` when a key occurs twice or is of a type that cannot be a key.
  public init?(_ entries: [Entry]) {
    var places: [Name: Int] = [:]
    places.reserveCapacity(entries.count)
    for (place, entry) in entries.enumerated() {
      guard let name = Self.name(entry.key, isLookup: false), places.updateValue(place, forKey: name) == nil
      else {
        return nil
      }
    }
    storage = Storage(entries: entries, places: places)
  }

  /// A map with texts as keys; of equal keys the last one counts.
  public init(_ fields: [(String, CELValue)]) {
    var entries: [Entry] = []
    var places: [Name: Int] = [:]
    for (key, value) in fields {
      let name = Name.string(ByteText(key))
      if let place = places[name] {
        entries[place] = Entry(.string(key), value)
      } else {
        places[name] = entries.count
        entries.append(Entry(.string(key), value))
      }
    }
    storage = Storage(entries: entries, places: places)
  }

  public var entries: [Entry] { storage.entries }
  public var count: Int { storage.entries.count }
  public var isEmpty: Bool { storage.entries.isEmpty }

  /// The value of a key, or `nil`.
  public subscript(key: CELValue) -> CELValue? {
    guard let name = Self.name(key, isLookup: true), let place = storage.places[name] else { return nil }
    return storage.entries[place].value
  }

  public subscript(key: String) -> CELValue? {
    guard let place = storage.places[.string(ByteText(key))] else { return nil }
    return storage.entries[place].value
  }

  /// Whether values of this type may be keys.
  static func isKey(_ value: CELValue) -> Bool { name(value, isLookup: false) != nil }

  private static func name(_ key: CELValue, isLookup: Bool) -> Name? {
    switch key {
    case .bool(let value): .bool(value)
    case .int(let value): .int(value)
    case .uint(let value): Int64(exactly: value).map { .int($0) } ?? .uint(value)
    case .string(let text): .string(ByteText(text))
    case .double(let value) where isLookup:
      Int64(exactly: value).map { .int($0) } ?? UInt64(exactly: value).map { .uint($0) }
    case .null, .double, .bytes, .timestamp, .duration, .list, .map, .type, .optional: nil
    }
  }

  public static func == (a: CELMap, b: CELMap) -> Bool {
    if a.storage === b.storage { return true }
    guard a.count == b.count else { return false }
    return a.entries.allSatisfy { b[$0.key] == $0.value }
  }

  public func hash(into hasher: inout Hasher) { hasher.combine(count) }
}
