/// A condition on one text, evaluated on its bytes.
indirect enum TextTest: Sendable {
  case isPresent
  case constant(Bool)
  case not(TextTest)
  case and([TextTest])
  case or([TextTest])
  case check([Change], Check)

  /// What is done to the text before it is checked, in order.
  enum Change: Sendable { case lowerASCII, upperASCII, trim }

  enum Check: Sendable {
    case equals([UInt8])
    case isIn(ByteSet)
    case contains([UInt8])
    case startsWith([UInt8])
    case endsWith([UInt8])
    case isBefore([UInt8])
  }

  /// Texts as bytes.
  struct ByteSet: Sendable {
    private let members: Set<[UInt8]>
    private let longest: Int
    init(_ texts: [[UInt8]]) {
      members = Set(texts)
      longest = texts.map(\.count).max() ?? 0
    }
    func contains(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
      bytes.count <= longest && members.contains { $0.count == bytes.count && bytes.elementsEqual($0) }
    }
  }

  /// - Returns: `nil` when the term is more than conditions on the text of its one slot.
  init?(_ term: Term) {
    switch term.kind {
    case .constant(.bool(let value)): self = .constant(value)
    case .presence: self = .isPresent
    case .not(let operand):
      guard let inner = TextTest(operand) else { return nil }
      self = .not(inner)
    case .and(let parts), .or(let parts):
      let tests = parts.compactMap { TextTest($0) }
      guard tests.count == parts.count else { return nil }
      if case .and = term.kind { self = .and(tests) } else { self = .or(tests) }
    case .member(let operand, let set):
      guard let changes = Self.changes(operand) else { return nil }
      let texts = set.values.compactMap { if case .string(let text) = $0 { Array(text.utf8) } else { nil } }
      guard texts.count == set.values.count else { return nil }
      self = .check(changes, .isIn(ByteSet(texts)))
    case .binary(let function, let a, let b):
      guard let test = Self.comparison(function, a, b) else { return nil }
      self = test
    case .constant, .variable, .field, .local, .select, .has, .index, .unary, .call, .matches, .list, .map,
      .conditional, .comprehension, .bind, .optionalMap, .failure:
      return nil
    }
  }

  private static func comparison(_ function: Function, _ a: Term, _ b: Term) -> TextTest? {
    if case .string(let text)? = b.constant, let changes = changes(a) {
      let bytes = Array(text.utf8)
      switch function {
      case .equal: return .check(changes, .equals(bytes))
      case .notEqual: return .not(.check(changes, .equals(bytes)))
      case .contains: return .check(changes, .contains(bytes))
      case .startsWith: return .check(changes, .startsWith(bytes))
      case .endsWith: return .check(changes, .endsWith(bytes))
      case .less: return .check(changes, .isBefore(bytes))
      case .greaterOrEqual: return .not(.check(changes, .isBefore(bytes)))
      default: return nil
      }
    }
    if case .string(let text)? = a.constant, let changes = changes(b) {
      switch function {
      case .equal: return .check(changes, .equals(Array(text.utf8)))
      case .notEqual: return .not(.check(changes, .equals(Array(text.utf8))))
      default: return nil
      }
    }
    return nil
  }

  /// The changes that lead from the slot's text to a term.
  private static func changes(_ term: Term) -> [Change]? {
    switch term.kind {
    case .field, .variable: return term.type == .string ? [] : nil
    case .unary(let function, let operand):
      let change: Change
      switch function {
      case .lowerAscii: change = .lowerASCII
      case .upperAscii: change = .upperASCII
      case .trim: change = .trim
      default: return nil
      }
      return changes(operand).map { $0 + [change] }
    case .constant, .presence, .local, .select, .has, .index, .binary, .call, .matches, .member, .list, .map,
      .not,
      .and, .or, .conditional, .comprehension, .bind, .optionalMap, .failure:
      return nil
    }
  }

  /// - Parameters:
  ///   - text: The text; `nil` when there is none, which reads as empty.
  ///   - scratch: As many bytes as the text has.
  /// - Returns: `nil` when the text has white space outside ASCII at an end, which the evaluator must judge.
  func holds(_ text: UnsafeBufferPointer<UInt8>?, _ scratch: UnsafeMutablePointer<UInt8>) -> Bool? {
    switch self {
    case .isPresent: return text != nil
    case .constant(let value): return value
    case .not(let inner): return inner.holds(text, scratch).map { !$0 }
    case .and(let tests):
      var result: Bool? = true
      for test in tests {
        guard let holds = test.holds(text, scratch) else { return nil }
        if !holds { result = false }
      }
      return result
    case .or(let tests):
      var result: Bool? = false
      for test in tests {
        guard let holds = test.holds(text, scratch) else { return nil }
        if holds { result = true }
      }
      return result
    case .check(let changes, let check):
      var current = text ?? UnsafeBufferPointer(start: nil, count: 0)
      for change in changes {
        guard let changed = change.applied(to: current, scratch) else { return nil }
        current = changed
      }
      return check.holds(current)
    }
  }
}

extension TextTest.Change {
  fileprivate func applied(
    to text: UnsafeBufferPointer<UInt8>, _ scratch: UnsafeMutablePointer<UInt8>
  ) -> UnsafeBufferPointer<UInt8>? {
    switch self {
    case .lowerASCII, .upperASCII:
      let first = self == .lowerASCII ? UInt8(ascii: "A") : UInt8(ascii: "a")
      // In place is fine: each byte is read before it is written.
      for place in text.indices {
        let byte = text[place]
        scratch[place] = byte &- first < 26 ? byte ^ 0x20 : byte
      }
      return UnsafeBufferPointer(start: scratch, count: text.count)
    case .trim:
      var start = 0
      var end = text.count
      while start < end, text[start].isASCIISpace { start += 1 }
      while start < end, text[end - 1].isASCIISpace { end -= 1 }
      if start < end, 0x80 <= text[start] || 0x80 <= text[end - 1] { return nil }
      return UnsafeBufferPointer(rebasing: text[start..<end])
    }
  }
}

extension TextTest.Check {
  fileprivate func holds(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    switch self {
    case .equals(let bytes): text.count == bytes.count && text.elementsEqual(bytes)
    case .isIn(let set): set.contains(text)
    case .contains(let bytes):
      bytes.withUnsafeBufferPointer { TextSearch.first(of: $0, in: text, from: 0) != nil }
    case .startsWith(let bytes): text.starts(with: bytes)
    case .endsWith(let bytes): bytes.count <= text.count && text.suffix(bytes.count).elementsEqual(bytes)
    case .isBefore(let bytes): text.lexicographicallyPrecedes(bytes)
    }
  }
}

extension UInt8 {
  /// The white space of Unicode that is ASCII.
  fileprivate var isASCIISpace: Bool { self == 0x20 || (0x09 <= self && self <= 0x0D) }
}
