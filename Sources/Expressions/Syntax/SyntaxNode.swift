/// An expression as written: names not yet resolved, types not yet known, macros already recognised.
struct SyntaxNode: Sendable {
  let kind: Kind
  /// The bytes of the source it covers.
  let range: Range<Int>
  /// How many nodes its longest path down has, itself included.
  let height: Int

  indirect enum Kind: Sendable {
    case literal(CELValue)
    /// A leading dot makes it global: `.x` is never a macro's variable.
    case name(String, isGlobal: Bool)
    case select(SyntaxNode, field: Name, isOptional: Bool)
    /// `has(operand.field)`.
    case has(SyntaxNode, field: Name)
    case index(SyntaxNode, SyntaxNode, isOptional: Bool)
    case call(Name, target: SyntaxNode?, [SyntaxNode])
    case list([Element])
    case map([Entry])
    case message(String, [Field])
    case not(SyntaxNode)
    case and([SyntaxNode])
    case or([SyntaxNode])
    case conditional(SyntaxNode, SyntaxNode, SyntaxNode)
    case comprehension(Comprehension)
    /// `cel.bind(name, value, body)`; names are those of a `cel.block` too.
    case bind(Name, SyntaxNode, SyntaxNode)
    /// `operand.optMap(name, body)` or `optFlatMap`.
    case optionalMap(SyntaxNode, Name, SyntaxNode, isFlat: Bool)
  }

  /// A word and where it stands.
  struct Name: Sendable {
    let text: String
    let range: Range<Int>
  }

  struct Element: Sendable {
    let value: SyntaxNode
    /// `?` before it: an optional, left out when it has no value.
    let isOptional: Bool
  }

  struct Entry: Sendable {
    let key: SyntaxNode
    let value: SyntaxNode
    let isOptional: Bool
  }

  struct Field: Sendable {
    let name: Name
    let value: SyntaxNode
  }

  /// A macro that goes through a list or the keys of a map.
  struct Comprehension: Sendable {
    enum Kind: Sendable { case all, exists, existsOne, map, filter, transformList, transformMap }
    let kind: Kind
    let operand: SyntaxNode
    let first: Name
    /// The second variable of the forms with an index or key and a value.
    let second: Name?
    /// The condition of `map` and `transform…` with three parts; the body of `all`, `exists`, `existsOne` and `filter`.
    let condition: SyntaxNode?
    /// What `map` and `transform…` make of each element.
    let result: SyntaxNode?
  }

  init(_ kind: Kind, _ range: Range<Int>) {
    self.kind = kind
    self.range = range
    height = 1 + kind.children.reduce(0) { max($0, $1.height) }
  }
}

extension SyntaxNode.Kind {
  /// The nodes directly below, in order of writing.
  var children: [SyntaxNode] {
    switch self {
    case .literal, .name: []
    case .select(let operand, _, _), .has(let operand, _), .not(let operand): [operand]
    case .index(let operand, let index, _): [operand, index]
    case .call(_, let target, let arguments): (target.map { [$0] } ?? []) + arguments
    case .list(let elements): elements.map(\.value)
    case .map(let entries): entries.flatMap { [$0.key, $0.value] }
    case .message(_, let fields): fields.map(\.value)
    case .and(let parts), .or(let parts): parts
    case .conditional(let condition, let first, let second): [condition, first, second]
    case .comprehension(let macro): [macro.operand] + [macro.condition, macro.result].compactMap(\.self)
    case .bind(_, let value, let body): [value, body]
    case .optionalMap(let operand, _, let body, _): [operand, body]
    }
  }
}
