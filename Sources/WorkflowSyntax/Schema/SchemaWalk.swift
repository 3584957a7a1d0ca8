public import Diagnostics

extension DocumentSchema {
  /// Visits every scalar the schema knows, in the order of the file, with the shape it is read by.
  ///
  /// For code that needs all values of a sort, such as references to resolve or expressions to check. Keys
  /// the author chose are visited as well; what does not fit the schema is passed over.
  public func forEachScalar(in node: YAMLNode, _ body: (SourceText, Shape.Form) -> Void) {
    walk(node, Shape(.record(root)), body)
  }

  private func walk(_ node: YAMLNode, _ shape: Shape, _ body: (SourceText, Shape.Form) -> Void) {
    let shape = resolved(shape)
    switch shape.form {
    case .list(let item, _):
      for element in node.items { walk(element, item, body) }
    case .map(let keys, let values):
      for entry in node.entries {
        body(SourceText(entry.key.name, at: entry.key.range), resolved(keys).form)
        walk(entry.value, values, body)
      }
    case .record(let record):
      for entry in node.entries {
        guard let key = record[entry.key.name] else { continue }
        walk(entry.value, key.shape, body)
      }
    case .oneOf(let shapes):
      guard let shape = alternative(for: node, in: shapes) else { return }
      walk(node, shape, body)
    case .text, .scalar, .identifier, .integer, .number, .percentage, .boolean, .money, .duration, .timeOfDay,
      .date, .color, .url, .environment, .expression, .template, .reference, .sibling, .choice, .shared:
      guard let scalar = node.scalar, !scalar.isNull else { return }
      body(scalar.sourceText, shape.form)
    }
  }

  /// The first of several shapes that takes a value.
  func alternative(for node: YAMLNode, in shapes: [Shape]) -> Shape? {
    let fitting = shapes.map(resolved).filter { $0.takesForm(of: node) }
    guard let scalar = node.scalar, 1 < fitting.count else {
      return fitting.first { $0.knowsKey(of: node) } ?? fitting.last
    }
    return fitting.first {
      ScalarProblem(scalar.text, scalar.style, as: $0, subject: "", siblings: nil)?.severity != .error
    }
  }
}
