extension Regex {
  /// Whether some part of the text matches.
  ///
  /// - Throws: The cost limit.
  func matches(_ text: String, _ meter: inout Meter) throws(CELError) -> Bool {
    try meter.charge(bytes: program.count)
    var run = Run(program: program)
    run.restart(before: nil, after: text.unicodeScalars.first)
    if run.isMatch { return true }
    var previous: Unicode.Scalar?
    var iterator = text.unicodeScalars.makeIterator()
    var current = iterator.next()
    while let scalar = current {
      let following = iterator.next()
      try meter.charge(1 + run.visited / 8)
      run.step(over: scalar, before: previous, after: following)
      if run.isMatch { return true }
      previous = scalar
      current = following
    }
    return false
  }

  /// The places in the program that have been reached, all at the same place in the text.
  private struct Run {
    let program: [Instruction]
    private var threads: [Int] = []
    private var nextThreads: [Int] = []
    /// For each instruction, the step that last reached it: no instruction is entered twice in one step.
    private var reachedAt: [Int]
    private var stepNumber = 0
    private var stack: [Int] = []
    private(set) var isMatch = false

    init(program: [Instruction]) {
      self.program = program
      reachedAt = Array(repeating: -1, count: program.count)
      threads.reserveCapacity(program.count)
      nextThreads.reserveCapacity(program.count)
    }

    /// Instructions reached in the last step, those that only lead on to others included.
    private(set) var visited = 0

    mutating func restart(before: Unicode.Scalar?, after: Unicode.Scalar?) {
      add(0, before, after)
      swap(&threads, &nextThreads)
    }

    mutating func step(over scalar: Unicode.Scalar, before: Unicode.Scalar?, after: Unicode.Scalar?) {
      stepNumber += 1
      visited = 0
      nextThreads.removeAll(keepingCapacity: true)
      for place in threads {
        if case .scalars(let set) = program[place], set.contains(scalar) { add(place + 1, scalar, after) }
      }
      // A match may start anywhere.
      add(0, scalar, after)
      swap(&threads, &nextThreads)
    }

    /// Follows jumps and assertions from a place to the instructions that take a scalar.
    private mutating func add(_ start: Int, _ before: Unicode.Scalar?, _ after: Unicode.Scalar?) {
      stack.append(start)
      while let place = stack.popLast() {
        guard reachedAt[place] != stepNumber else { continue }
        reachedAt[place] = stepNumber
        visited += 1
        switch program[place] {
        case .scalars: nextThreads.append(place)
        case .split(let first, let second):
          stack.append(second)
          stack.append(first)
        case .jump(let target): stack.append(target)
        case .assertion(let assertion):
          if assertion.holds(between: before, and: after) { stack.append(place + 1) }
        case .match: isMatch = true
        }
      }
    }
  }
}

extension RegexNode.Assertion {
  fileprivate func holds(between before: Unicode.Scalar?, and after: Unicode.Scalar?) -> Bool {
    func isWord(_ scalar: Unicode.Scalar?) -> Bool { scalar.map { ScalarSet.word.contains($0) } ?? false }
    switch self {
    case .textStart: return before == nil
    case .textEnd: return after == nil
    case .lineStart: return before == nil || before == "\n"
    case .lineEnd: return after == nil || after == "\n"
    case .wordBoundary: return isWord(before) != isWord(after)
    case .noWordBoundary: return isWord(before) == isWord(after)
    }
  }
}
