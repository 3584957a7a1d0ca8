/// A pattern laid out as a program that goes through a text once, whatever the pattern.
///
/// All ways to match are followed side by side (K. Thompson, 1968; R. Cox, "Regular Expression Matching Can Be
/// Simple And Fast", 2007), so time is at most the text's length times the program's.
struct Regex: Sendable {
  enum Instruction: Sendable {
    case scalars(ScalarSet)
    case assertion(RegexNode.Assertion)
    case split(Int, Int)
    case jump(Int)
    case match
  }

  /// Long enough for any list of words; a pattern given as data must not cost more to read than to match.
  static let patternLimit = 4_096
  /// Repetitions multiply: `((a{100}){100}){100}` is refused by this.
  static let programLimit = 8_192

  let pattern: String
  let program: [Instruction]

  init(_ pattern: String) throws(RegexError) {
    var effort = 0
    try self.init(pattern, effort: &effort)
  }

  /// - Parameter effort: Grows by the steps it took, other than going through the pattern; also when it fails.
  init(_ pattern: String, effort: inout Int) throws(RegexError) {
    guard pattern.utf8.count <= Self.patternLimit else {
      throw RegexError(message: "the pattern is longer than \(Self.patternLimit) bytes")
    }
    self.pattern = pattern
    var layout = Layout()
    defer { effort += layout.program.count }
    try layout.append(RegexParser.parse(pattern, effort: &effort))
    try layout.emit(.match)
    program = layout.program
  }

  private struct Layout {
    var program: [Instruction] = []

    mutating func emit(_ instruction: Instruction) throws(RegexError) {
      guard program.count < Regex.programLimit else {
        throw RegexError(message: "the pattern's repetitions make it too large")
      }
      program.append(instruction)
    }

    mutating func append(_ node: RegexNode) throws(RegexError) {
      switch node {
      case .empty: break
      case .scalars(let set): try emit(.scalars(set))
      case .assertion(let assertion): try emit(.assertion(assertion))
      case .sequence(let parts):
        for part in parts { try append(part) }
      case .alternatives(let branches):
        var jumps: [Int] = []
        for (place, branch) in branches.enumerated() {
          guard place < branches.count - 1 else {
            try append(branch)
            break
          }
          let split = program.count
          try emit(.split(split + 1, 0))
          try append(branch)
          jumps.append(program.count)
          try emit(.jump(0))
          program[split] = .split(split + 1, program.count)
        }
        for jump in jumps { program[jump] = .jump(program.count) }
      case .repeated(let inner, let least, let most):
        for _ in 0..<least { try append(inner) }
        guard let most else { return try appendLoop(inner) }
        var splits: [Int] = []
        for _ in least..<max(least, most) {
          splits.append(program.count)
          try emit(.split(program.count + 1, 0))
          try append(inner)
        }
        for split in splits { program[split] = .split(split + 1, program.count) }
      }
    }

    private mutating func appendLoop(_ inner: RegexNode) throws(RegexError) {
      let split = program.count
      try emit(.split(split + 1, 0))
      try append(inner)
      try emit(.jump(split))
      program[split] = .split(split + 1, program.count)
    }
  }
}
