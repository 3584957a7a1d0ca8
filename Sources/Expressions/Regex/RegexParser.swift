/// Reads RE2's syntax, as far as it matters to whether a text matches.
///
/// Captures are groups without memory. Back references and look-around do not exist, as in RE2: nothing that
/// could take more than linear time. Unicode classes are general categories and scripts.
struct RegexParser {
  let scalars: [Unicode.Scalar]
  var position = 0
  private(set) var flags = Flags()
  private var depth = 0
  /// Scalars looked at so far for their other case.
  private var folded = 0

  struct Flags {
    var ignoresCase = false
    var dotTakesNewline = false
    var isMultiline = false
  }

  static let depthLimit = 64
  /// RE2's own limit.
  static let repetitionLimit = 1_000

  /// The most scalars looked at for their other case; a whole alphabet has a few hundred.
  static let foldingLimit = 16_384

  private init(_ pattern: String) { scalars = Array(pattern.unicodeScalars) }

  /// - Parameter effort: Grows by the steps that reading took, other than going through the pattern.
  static func parse(_ pattern: String, effort: inout Int) throws(RegexError) -> RegexNode {
    var parser = RegexParser(pattern)
    defer { effort += parser.folded }
    let node = try parser.alternatives()
    if parser.position < parser.scalars.count { throw RegexError(message: "')' closes nothing") }
    return node
  }

  var next: Unicode.Scalar? { position < scalars.count ? scalars[position] : nil }

  func scalar(at offset: Int) -> Unicode.Scalar? {
    position + offset < scalars.count ? scalars[position + offset] : nil
  }

  /// Steps over a text of ASCII that comes next; `false` when another does.
  mutating func take(_ text: StaticString) -> Bool {
    let length = text.withUTF8Buffer { wanted in
      guard position + wanted.count <= scalars.count else { return 0 }
      for (offset, byte) in wanted.enumerated() where scalars[position + offset].value != byte { return 0 }
      return wanted.count
    }
    position += length
    return 0 < length
  }

  private mutating func alternatives() throws(RegexError) -> RegexNode {
    depth += 1
    defer { depth -= 1 }
    if Self.depthLimit < depth {
      throw RegexError(message: "groups are nested more than \(Self.depthLimit) levels deep")
    }
    var branches = [try sequence()]
    while take("|") { branches.append(try sequence()) }
    return branches.count == 1 ? branches[0] : .alternatives(branches)
  }

  private mutating func sequence() throws(RegexError) -> RegexNode {
    var parts: [RegexNode] = []
    while let scalar = next, scalar != "|", scalar != ")" {
      if take("\\Q") {
        let before = parts.count
        while position < scalars.count, !take("\\E") {
          parts.append(literal(scalars[position]))
          position += 1
        }
        // What repeats stands behind the last of them.
        if before < parts.count, let last = parts.popLast() { parts.append(try repetitions(of: last)) }
        continue
      }
      guard let atom = try atom() else { continue }
      let part = try repetitions(of: atom)
      if case .empty = part { continue }
      parts.append(part)
    }
    return parts.count == 1 ? parts[0] : parts.isEmpty ? .empty : .sequence(parts)
  }

  mutating func fold(_ count: Int) throws(RegexError) {
    folded += count
    guard folded <= Self.foldingLimit else {
      throw RegexError(message: "the pattern's classes are too large to be taken in both cases")
    }
  }

  func literal(_ scalar: Unicode.Scalar) -> RegexNode {
    .scalars(flags.ignoresCase ? ScalarSet.bothCases(of: scalar) : ScalarSet(scalar))
  }

  // MARK: Repetition

  private mutating func repetitions(of atom: RegexNode) throws(RegexError) -> RegexNode {
    var node = atom
    var count = 0
    while let scalar = next {
      switch scalar {
      case "*": node = .repetition(of: node, least: 0, most: nil)
      case "+": node = .repetition(of: node, least: 1, most: nil)
      case "?": node = .repetition(of: node, least: 0, most: 1)
      case "{":
        guard let (bounds, end) = try bounds() else { return node }
        node = .repetition(of: node, least: bounds.least, most: bounds.most)
        position = end - 1
      default: return node
      }
      position += 1
      // Whether it takes much or little first makes no difference to whether it matches.
      _ = take("?")
      count += 1
      if 1 < count { throw RegexError(message: "a repetition of a repetition needs a group, as in (?:a*)*") }
    }
    return node
  }

  /// `{2}`, `{2,}` or `{2,5}` at the current position, and where it ends; `nil` when it is none, so that the
  /// brace stands for itself.
  private func bounds() throws(RegexError) -> ((least: Int, most: Int?), Int)? {
    var place = position + 1
    func number() -> Int? {
      var value: Int?
      while place < scalars.count, let digit = scalars[place].decimalDigit {
        value = min((value ?? 0) * 10 + digit, 100_000)
        place += 1
      }
      return value
    }
    guard let least = number() else { return nil }
    var most: Int? = least
    if place < scalars.count, scalars[place] == "," {
      place += 1
      most = number()
    }
    guard place < scalars.count, scalars[place] == "}" else { return nil }
    guard max(least, most ?? 0) <= Self.repetitionLimit else {
      throw RegexError(message: "a repetition counts to \(Self.repetitionLimit) at most")
    }
    if let most, most < least {
      throw RegexError(message: "a repetition's bounds {\(least),\(most)} are reversed")
    }
    return ((least, most), place + 1)
  }

  // MARK: Atoms

  /// - Returns: `nil` for what matches nothing of its own, such as a change of flags.
  private mutating func atom() throws(RegexError) -> RegexNode? {
    guard let scalar = next else { return nil }
    position += 1
    switch scalar {
    case "(": return try group()
    case "[": return try characterClass()
    case ".": return .scalars(flags.dotTakesNewline ? .any : .notNewline)
    case "^": return .assertion(flags.isMultiline ? .lineStart : .textStart)
    case "$": return .assertion(flags.isMultiline ? .lineEnd : .textEnd)
    case "\\": return try escape()
    case "*", "+", "?": throw RegexError(message: "'\(scalar)' repeats nothing")
    default: return literal(scalar)
    }
  }

  private mutating func group() throws(RegexError) -> RegexNode? {
    let saved = flags
    if take("?") {
      if take("P<") || take("<") {
        if next == "=" || next == "!" { throw RegexError(message: "look-behind is not supported") }
        while let scalar = next, scalar != ">" {
          guard scalar.isASCII, scalar == "_" || scalar.properties.isAlphabetic || scalar.decimalDigit != nil
          else {
            throw RegexError(message: "a group's name holds letters, digits and '_' only")
          }
          position += 1
        }
        guard take(">") else { throw RegexError(message: "a group's name must end with '>'") }
      } else if next == "=" || next == "!" {
        throw RegexError(message: "look-ahead is not supported")
      } else if try !flagsOpenGroup() {
        return nil
      }
    }
    let inner = try alternatives()
    guard take(")") else { throw RegexError(message: "'(' must be closed by ')'") }
    flags = saved
    return inner
  }

  /// Reads `i`, `-s` and the like; whether a group follows them, rather than the rest of this one.
  private mutating func flagsOpenGroup() throws(RegexError) -> Bool {
    var isOn = true
    while let scalar = next {
      position += 1
      switch scalar {
      case "i": flags.ignoresCase = isOn
      case "s": flags.dotTakesNewline = isOn
      case "m": flags.isMultiline = isOn
      case "U": break
      case "-": isOn = false
      case ":": return true
      case ")": return false
      default: throw RegexError(message: "'\(scalar)' is not a flag; flags are i, m, s and U")
      }
    }
    throw RegexError(message: "'(' must be closed by ')'")
  }
}

extension Unicode.Scalar {
  /// The value of an ASCII digit, or `nil`.
  var decimalDigit: Int? { "0" <= self && self <= "9" ? Int(value - 0x30) : nil }
}
