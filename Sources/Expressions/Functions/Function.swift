/// Everything an expression can call, operators included, by the name it is called by.
///
/// A `switch` over functions names those its place implements; its `default` is the error of a call that no
/// signature covers, so that a function without an implementation fails where it is called, and a test finds it.
enum Function: String, Hashable, Sendable, CaseIterable {
  // Operators.
  case add = "_+_"
  case subtract = "_-_"
  case multiply = "_*_"
  case divide = "_/_"
  case remainder = "_%_"
  case negate = "-_"
  case equal = "_==_"
  case notEqual = "_!=_"
  case less = "_<_"
  case lessOrEqual = "_<=_"
  case greater = "_>_"
  case greaterOrEqual = "_>=_"
  case isIn = "@in"
  case index = "_[_]"

  // Conversions and types.
  case bool, bytes, double, duration, dyn, int, string, timestamp, type, uint

  // Texts and collections.
  case size, contains, endsWith, matches, startsWith
  case charAt, format, indexOf, join, lastIndexOf, lowerAscii, replace, reverse, split, substring, trim,
    upperAscii
  case quote = "strings.quote"

  // Time.
  case getDate, getDayOfMonth, getDayOfWeek, getDayOfYear, getFullYear, getHours, getMilliseconds, getMinutes
  case getMonth, getSeconds

  // Numbers.
  case abs = "math.abs"
  case bitAnd = "math.bitAnd"
  case bitNot = "math.bitNot"
  case bitOr = "math.bitOr"
  case bitShiftLeft = "math.bitShiftLeft"
  case bitShiftRight = "math.bitShiftRight"
  case bitXor = "math.bitXor"
  case ceil = "math.ceil"
  case floor = "math.floor"
  case greatest = "math.greatest"
  case isFinite = "math.isFinite"
  case isInf = "math.isInf"
  case isNaN = "math.isNaN"
  case least = "math.least"
  case round = "math.round"
  case sign = "math.sign"
  case sqrt = "math.sqrt"
  case trunc = "math.trunc"

  // Bytes as text.
  case base64Decode = "base64.decode"
  case base64Encode = "base64.encode"

  // Values that may be missing.
  case optionalNone = "optional.none"
  case optionalOf = "optional.of"
  case optionalOfNonZero = "optional.ofNonZeroValue"
  case hasValue, or, orValue, value

  // Protocol buffers' own messages for plain values: made as `google.protobuf.Int32Value{value: 1}`, not called.
  case boolMessage = "google.protobuf.BoolValue"
  case bytesMessage = "google.protobuf.BytesValue"
  case doubleMessage = "google.protobuf.DoubleValue"
  case floatMessage = "google.protobuf.FloatValue"
  case int32Message = "google.protobuf.Int32Value"
  case int64Message = "google.protobuf.Int64Value"
  case listMessage = "google.protobuf.ListValue"
  case stringMessage = "google.protobuf.StringValue"
  case structMessage = "google.protobuf.Struct"
  case uint32Message = "google.protobuf.UInt32Value"
  case uint64Message = "google.protobuf.UInt64Value"
  case valueMessage = "google.protobuf.Value"

  /// As a person writes it: `+`, `contains()`, `math.abs()`.
  var words: String {
    if isOperator { return rawValue.filter { $0 != "_" && $0 != "@" } }
    return messageFields == nil ? "\(rawValue)()" : rawValue
  }

  var isOperator: Bool { self == .index || rawValue.hasPrefix("_") || rawValue == "-_" || rawValue == "@in" }
}
