/// What a macro over a list or map has found so far.
struct ComprehensionRun {
  private let kind: SyntaxNode.Comprehension.Kind
  private var values: [CELValue] = []
  private var keys: [CELValue] = []
  private var count = 0
  private var isSettled = false
  private var failure: CELError?

  init(_ kind: SyntaxNode.Comprehension.Kind) { self.kind = kind }

  /// Takes the condition's truth for one element.
  ///
  /// - Returns: Whether the result is settled by it.
  mutating func settles(_ isTrue: Bool) -> Bool {
    switch kind {
    case .all: isSettled = !isTrue
    case .exists: isSettled = isTrue
    case .existsOne: count += isTrue ? 1 : 0
    case .map, .filter, .transformList, .transformMap: break
    }
    return isSettled
  }

  /// Takes the condition's error for one element: `all` and `exists` may still be settled by another.
  mutating func fail(_ error: CELError) throws(CELError) {
    switch kind {
    case .all, .exists:
      if error.kind == .tooCostly { throw error }
      failure = failure ?? error
    case .existsOne, .map, .filter, .transformList, .transformMap: throw error
    }
  }

  mutating func append(_ value: CELValue, key: CELValue) {
    values.append(value)
    if kind == .transformMap { keys.append(key) }
  }

  func result() throws(CELError) -> CELValue {
    switch kind {
    case .all, .exists:
      if isSettled { return .bool(kind == .exists) }
      if let failure { throw failure }
      return .bool(kind == .all)
    case .existsOne: return .bool(count == 1)
    case .map, .filter, .transformList: return .list(values)
    case .transformMap:
      guard let map = CELMap(zip(keys, values).map { CELMap.Entry($0, $1) }) else {
        throw CELError(.duplicateKey, "a key occurs twice in the map")
      }
      return .map(map)
    }
  }
}

extension SyntaxNode.Comprehension.Kind {
  /// As it is called.
  var name: String {
    switch self {
    case .all: "all"
    case .exists: "exists"
    case .existsOne: "exists_one"
    case .map: "map"
    case .filter: "filter"
    case .transformList: "transformList"
    case .transformMap: "transformMap"
    }
  }
}
