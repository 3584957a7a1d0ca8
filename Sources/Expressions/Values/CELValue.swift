/// A value of the Common Expression Language.
///
/// `==` and hashing are exact: same type, same bits, texts byte for byte. CEL's own equality, where `1 == 1.0`
/// and NaN differs from itself, is `equals(_:)`.
public enum CELValue: Sendable {
  case null
  case bool(Bool)
  case int(Int64)
  case uint(UInt64)
  case double(Double)
  case string(String)
  case bytes([UInt8])
  case timestamp(CELTimestamp)
  case duration(CELDuration)
  case list([CELValue])
  case map(CELMap)
  case type(CELType)
  /// A value that may be missing: what `optional.of` and `optional.none` make.
  indirect case optional(CELValue?)
}

extension CELValue {
  /// The type of the value itself; lists and maps do not say of what.
  public var type: CELType {
    switch self {
    case .null: .null
    case .bool: .bool
    case .int: .int
    case .uint: .uint
    case .double: .double
    case .string: .string
    case .bytes: .bytes
    case .timestamp: .timestamp
    case .duration: .duration
    case .list: .list(.dyn)
    case .map: .map(.dyn, .dyn)
    case .type: .type(.dyn)
    case .optional: .optional(.dyn)
    }
  }

  /// The narrowest type the checker would give a literal of this value.
  var literalType: CELType {
    switch self {
    case .list(let elements):
      .list(Self.common(elements.map(\.literalType)))
    case .map(let map):
      .map(Self.common(map.entries.map(\.key.literalType)), Self.common(map.entries.map(\.value.literalType)))
    case .type(let type): .type(type)
    case .optional(let value): .optional(value?.literalType ?? .dyn)
    case .null, .bool, .int, .uint, .double, .string, .bytes, .timestamp, .duration: type
    }
  }

  private static func common(_ types: [CELType]) -> CELType {
    guard let first = types.first, types.allSatisfy({ $0 == first }) else { return .dyn }
    return first
  }

  /// Whether the value is its type's zero: what `optional.ofNonZeroValue` takes for missing.
  var isZero: Bool {
    switch self {
    case .null: true
    case .bool(let value): !value
    case .int(let value): value == 0
    case .uint(let value): value == 0
    case .double(let value): value == 0
    case .string(let text): text.isEmpty
    case .bytes(let bytes): bytes.isEmpty
    case .timestamp(let time): time == CELTimestamp(secondsSinceEpoch: 0)
    case .duration(let duration): duration.nanoseconds == 0
    case .list(let elements): elements.isEmpty
    case .map(let map): map.isEmpty
    case .type: false
    case .optional(let value): value == nil
    }
  }
}

extension CELValue: Hashable {
  public static func == (a: CELValue, b: CELValue) -> Bool {
    switch a {
    case .null: if case .null = b { true } else { false }
    case .bool(let a): if case .bool(let b) = b { a == b } else { false }
    case .int(let a): if case .int(let b) = b { a == b } else { false }
    case .uint(let a): if case .uint(let b) = b { a == b } else { false }
    case .double(let a): if case .double(let b) = b { a.bitPattern == b.bitPattern } else { false }
    case .string(let a): if case .string(let b) = b { a.hasSameBytes(as: b) } else { false }
    case .bytes(let a): if case .bytes(let b) = b { a == b } else { false }
    case .timestamp(let a): if case .timestamp(let b) = b { a == b } else { false }
    case .duration(let a): if case .duration(let b) = b { a == b } else { false }
    case .list(let a): if case .list(let b) = b { a == b } else { false }
    case .map(let a): if case .map(let b) = b { a == b } else { false }
    case .type(let a): if case .type(let b) = b { a == b } else { false }
    case .optional(let a): if case .optional(let b) = b { a == b } else { false }
    }
  }

  public func hash(into hasher: inout Hasher) {
    switch self {
    case .null: hasher.combine(0)
    case .bool(let value): hasher.combine(value)
    case .int(let value): hasher.combine(value)
    case .uint(let value): hasher.combine(value)
    case .double(let value): hasher.combine(value.bitPattern)
    case .string(let text): text.hashBytes(into: &hasher)
    case .bytes(let bytes): hasher.combine(bytes)
    case .timestamp(let time): hasher.combine(time)
    case .duration(let duration): hasher.combine(duration)
    case .list(let elements): hasher.combine(elements)
    case .map(let map): hasher.combine(map.count)
    case .type(let type): hasher.combine(type)
    case .optional(let value): hasher.combine(value)
    }
  }
}
