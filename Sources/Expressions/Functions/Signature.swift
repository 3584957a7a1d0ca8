/// One way to call a function: what it takes and what it gives.
struct Signature: Sendable {
  let parameters: [CELType]
  let result: CELType
  /// Called as `a.f(b)`, with `a` the first parameter, rather than as `f(a, b)`.
  let isMember: Bool

  init(_ parameters: [CELType], _ result: CELType, isMember: Bool = false) {
    self.parameters = parameters
    self.result = result
    self.isMember = isMember
  }
}

extension Function {
  /// The ways to call the function; operators on numbers of two types and `math.greatest` and `least` are
  /// checked apart.
  var signatures: [Signature] { Self.table[self] ?? [] }

  /// Stands for any type, the same one wherever it occurs in a signature.
  private static let a = CELType.variable(0)
  private static let b = CELType.variable(1)

  private static func all(_ types: [CELType], _ result: CELType? = nil) -> [Signature] {
    types.map { Signature([$0, $0], result ?? $0) }
  }

  private static func one(_ types: [CELType], _ result: CELType? = nil) -> [Signature] {
    types.map { Signature([$0], result ?? $0) }
  }

  private static func member(_ parameters: [CELType], _ result: CELType) -> Signature {
    Signature(parameters, result, isMember: true)
  }

  private static let comparison = all(
    [.bool, .int, .uint, .double, .string, .bytes, .timestamp, .duration], .bool)
  private static let timePart = [
    member([.timestamp], .int), member([.timestamp, .string], .int),
  ]

  private static let table: [Function: [Signature]] = [
    .add: all([.int, .uint, .double, .string, .bytes, .list(a), .duration]) + [
      Signature([.timestamp, .duration], .timestamp), Signature([.duration, .timestamp], .timestamp),
    ],
    .subtract: all([.int, .uint, .double, .duration]) + [
      Signature([.timestamp, .timestamp], .duration), Signature([.timestamp, .duration], .timestamp),
    ],
    .multiply: all([.int, .uint, .double]),
    .divide: all([.int, .uint, .double]),
    .remainder: all([.int, .uint]),
    .negate: one([.int, .double]),
    .equal: [Signature([a, a], .bool)],
    .notEqual: [Signature([a, a], .bool)],
    .less: comparison, .lessOrEqual: comparison, .greater: comparison, .greaterOrEqual: comparison,
    .isIn: [Signature([a, .list(a)], .bool), Signature([a, .map(a, b)], .bool)],
    .index: [Signature([.list(a), .int], a), Signature([.map(a, b), a], b)],

    .bool: one([.bool, .string], .bool),
    .bytes: one([.bytes, .string], .bytes),
    .double: one([.double, .int, .uint, .string], .double),
    .duration: one([.duration, .string], .duration),
    .dyn: [Signature([a], .dyn)],
    .int: one([.int, .uint, .double, .string, .timestamp], .int),
    .string: one([.string, .bool, .int, .uint, .double, .bytes, .timestamp, .duration], .string),
    .timestamp: one([.timestamp, .string, .int], .timestamp),
    .type: [Signature([a], .type(a))],
    .uint: one([.uint, .int, .double, .string], .uint),

    .size: [CELType.string, .bytes, .list(a), .map(a, b)].flatMap {
      [Signature([$0], .int), member([$0], .int)]
    },
    .contains: [member([.string, .string], .bool)],
    .endsWith: [member([.string, .string], .bool)],
    .startsWith: [member([.string, .string], .bool)],
    .matches: [Signature([.string, .string], .bool), member([.string, .string], .bool)],

    .charAt: [member([.string, .int], .string)],
    .format: [member([.string, .list(.dyn)], .string)],
    .indexOf: [member([.string, .string], .int), member([.string, .string, .int], .int)],
    .join: [member([.list(.string)], .string), member([.list(.string), .string], .string)],
    .lastIndexOf: [member([.string, .string], .int), member([.string, .string, .int], .int)],
    .lowerAscii: [member([.string], .string)],
    .quote: [Signature([.string], .string)],
    .replace: [
      member([.string, .string, .string], .string), member([.string, .string, .string, .int], .string),
    ],
    .reverse: [member([.string], .string)],
    .split: [member([.string, .string], .list(.string)), member([.string, .string, .int], .list(.string))],
    .substring: [member([.string, .int], .string), member([.string, .int, .int], .string)],
    .trim: [member([.string], .string)],
    .upperAscii: [member([.string], .string)],

    .getDate: timePart, .getDayOfMonth: timePart, .getDayOfWeek: timePart, .getDayOfYear: timePart,
    .getFullYear: timePart, .getMonth: timePart,
    .getHours: timePart + [member([.duration], .int)],
    .getMilliseconds: timePart + [member([.duration], .int)],
    .getMinutes: timePart + [member([.duration], .int)],
    .getSeconds: timePart + [member([.duration], .int)],

    .abs: one([.int, .uint, .double]),
    .bitAnd: all([.int, .uint]), .bitOr: all([.int, .uint]), .bitXor: all([.int, .uint]),
    .bitNot: one([.int, .uint]),
    .bitShiftLeft: [Signature([.int, .int], .int), Signature([.uint, .int], .uint)],
    .bitShiftRight: [Signature([.int, .int], .int), Signature([.uint, .int], .uint)],
    .ceil: one([.double]), .floor: one([.double]), .round: one([.double]), .trunc: one([.double]),
    .isFinite: one([.double], .bool), .isInf: one([.double], .bool), .isNaN: one([.double], .bool),
    .sign: one([.int, .uint, .double]),
    .sqrt: one([.int, .uint, .double], .double),

    .base64Decode: [Signature([.string], .bytes)],
    .base64Encode: [Signature([.bytes], .string)],

    .optionalNone: [Signature([], .optional(a))],
    .optionalOf: [Signature([a], .optional(a))],
    .optionalOfNonZero: [Signature([a], .optional(a))],
    .hasValue: [member([.optional(a)], .bool)],
    .value: [member([.optional(a)], a)],
    .or: [member([.optional(a), .optional(a)], .optional(a))],
    .orValue: [member([.optional(a), a], a)],
  ]
}
