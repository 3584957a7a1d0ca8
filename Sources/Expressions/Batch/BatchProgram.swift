/// Several expressions laid out as one list of steps over columns: what makes rules fast.
///
/// Whatever the layout does not cover, and whatever may fail for a row, is left to `CompiledExpression.evaluate`,
/// so that there is one meaning: values and errors are those of the single expressions.
public struct BatchProgram: Sendable {
  /// Rows a batch may have at most: registers of this many rows stay in the processor's nearest memory.
  public static let widthLimit = 1_024

  /// Where an expression's values are.
  struct Output: Sendable {
    enum Place: Sendable {
      case byte(Int32)
      case word(Int32)
      /// The expression gives texts or lists; it has values one by one only.
      case none
    }
    let place: Place
    /// The byte register that marks rows the layout could not settle.
    let flag: Int32?
  }

  /// What a text column's values are looked up for.
  struct Table: Sendable {
    let term: Term
    let isBool: Bool
    /// The same as `term`, on bytes; `nil` when only the evaluator can tell.
    let test: TextTest?
  }

  /// A part left to the evaluator of single expressions.
  struct General: Sendable {
    let term: Term
    /// Those it reads or tests.
    let slots: [Int]
  }

  struct TextColumn: Sendable {
    let slot: Int
    let kind: ColumnKind
    var tables: [Table] = []
  }

  /// What a register holds from the start of a run on, before any instruction.
  enum Source: Hashable, Sendable {
    case computed
    case constant(UInt64)
    /// The cells of a slot.
    case column(slot: Int)
    /// Whether a slot's rows have values.
    case presence(slot: Int)
  }

  public let expressions: [CompiledExpression]
  let kinds: [Int: ColumnKind]
  let instructions: [BatchInstruction]
  let byteSources: [Source]
  let wordSources: [Source]
  let texts: [TextColumn]
  let terms: [General]
  let outputs: [Output]
  /// Slots that must be bound: rows where they are not fail.
  let variables: [(slot: Int, flag: Int32)]

  /// - Parameters:
  ///   - expressions: In the order in which results are asked for; parts they share are computed once.
  ///   - columns: The kind of each slot's column; a slot without one never has a value.
  public init(compiling expressions: [CompiledExpression], columns: [Int: ColumnKind]) {
    self.expressions = expressions
    for case .category(let labels) in columns.values {
      precondition(labels.count <= TextInterner.countLimit, "a category has at most 8,192 labels")
    }
    kinds = columns
    var lowering = BatchLowering(columns)
    let outputs = expressions.map { lowering.output(of: $0) }
    self.outputs = outputs
    instructions = lowering.instructions(for: outputs)
    byteSources = lowering.byteSources
    wordSources = lowering.wordSources
    texts = lowering.texts
    terms = lowering.terms
    variables = lowering.variables
  }

  /// How many parts are left to the evaluator of single expressions, which is about a hundred times slower.
  public var generalTermCount: Int {
    instructions.count { $0.operation == .generalByte || $0.operation == .generalWord }
  }
}
