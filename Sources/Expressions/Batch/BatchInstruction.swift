/// One step of a batch program: reads registers, writes one register, for all rows of a batch.
///
/// There are two files of registers: bytes, which hold truth values as 0 and 1, and words, which hold the bits
/// of an `Int64` or a `Double`.
struct BatchInstruction: Hashable, Sendable {
  enum Operation: UInt8, Hashable, Sendable {
    // Words to bytes.
    case wordIsNotZero
    case compareDouble, compareDoubleConstant, compareInt, compareIntConstant
    /// From `constant` to `secondConstant`, both included.
    case isInDoubleRange, isInIntRange
    // Bytes to bytes.
    case not, and, or, isSame, isDifferent, selectByte
    // Words to words.
    case addDouble, subtractDouble, multiplyDouble, divideDouble, negateDouble
    case greatestDouble, leastDouble, greatestInt, leastInt
    case intToDouble, selectWord
    /// These flag the rows where they fail, in the byte register `c`.
    case addInt, subtractInt, multiplyInt, divideInt, remainderInt, negateInt, doubleToInt
    // Tables by interned text: `a` is the text column, `b` the table.
    case lookUpByte, lookUpWord, lookUpFlag
    /// `a` is the term; flags in `c`; where `b` is a register, only its rows equal to `constant` are needed.
    case generalByte, generalWord
  }

  enum Comparison: UInt8, Hashable, Sendable {
    case less, lessOrEqual, greater, greaterOrEqual, equal, notEqual

    /// The same comparison with its sides exchanged.
    var mirrored: Comparison {
      switch self {
      case .less: .greater
      case .lessOrEqual: .greaterOrEqual
      case .greater: .less
      case .greaterOrEqual: .lessOrEqual
      case .equal, .notEqual: self
      }
    }
  }

  var operation: Operation
  var comparison = Comparison.equal
  /// The register written.
  var d: Int32 = -1
  var a: Int32 = -1
  var b: Int32 = -1
  var c: Int32 = -1
  var constant: UInt64 = 0
  var secondConstant: UInt64 = 0
}

extension BatchInstruction.Operation {
  var writesBytes: Bool {
    switch self {
    case .wordIsNotZero, .compareDouble, .compareDoubleConstant, .compareInt, .compareIntConstant,
      .isInDoubleRange, .isInIntRange, .not, .and,
      .or,
      .isSame, .isDifferent, .selectByte, .lookUpByte, .lookUpFlag, .generalByte:
      true
    case .addDouble, .subtractDouble, .multiplyDouble, .divideDouble, .negateDouble, .greatestDouble,
      .leastDouble,
      .greatestInt, .leastInt, .intToDouble, .selectWord, .addInt, .subtractInt, .multiplyInt, .divideInt,
      .remainderInt, .negateInt, .doubleToInt, .lookUpWord, .generalWord:
      false
    }
  }
}

extension BatchInstruction {
  /// The registers the instruction reads.
  var operands: (bytes: [Int32], words: [Int32]) {
    switch operation {
    case .wordIsNotZero, .compareDoubleConstant, .compareIntConstant, .isInDoubleRange, .isInIntRange,
      .negateDouble, .negateInt, .intToDouble,
      .doubleToInt:
      ([], [a])
    case .compareDouble, .compareInt, .addDouble, .subtractDouble, .multiplyDouble, .divideDouble,
      .greatestDouble,
      .leastDouble, .greatestInt, .leastInt, .addInt, .subtractInt, .multiplyInt, .divideInt, .remainderInt:
      ([], [a, b])
    case .not: ([a], [])
    case .and, .or, .isSame, .isDifferent: ([a, b], [])
    case .selectByte: ([a, b, Int32(truncatingIfNeeded: constant)], [])
    case .selectWord: ([Int32(truncatingIfNeeded: constant)], [a, b])
    case .lookUpByte, .lookUpWord, .lookUpFlag: ([], [])
    case .generalByte, .generalWord: (0 <= b ? [b] : [], [])
    }
  }
}
