extension DocumentSchema {
  /// A part of such a document that is merged over one, as a workflow changes a persona: nothing is required,
  /// but what stands there is as it is in the document.
  ///
  /// - Precondition: No definition of the schema holds itself.
  public var changes: Shape { Shape(.record(changing(root, without: [kind, "language"]))) }

  private func changing(_ shape: Shape) -> Shape {
    switch shape.form {
    case .record(let record): Shape(.record(changing(record)))
    case .map(let keys, let values): Shape(.map(keys: keys, values: changing(values)))
    case .oneOf(let shapes): Shape(.oneOf(shapes.map(changing)))
    case .shared: changing(resolved(shape))
    // A list replaces the one it changes.
    case .list, .text, .scalar, .identifier, .integer, .number, .percentage, .boolean, .money, .duration,
      .timeOfDay, .date, .color, .url, .environment, .expression, .template, .reference, .sibling, .choice:
      shape
    }
  }

  private func changing(_ record: RecordShape, without names: Set<String> = []) -> RecordShape {
    RecordShape(
      record.keys.filter { !names.contains($0.name) }.map {
        SchemaKey.optional($0.name, changing($0.shape), $0.about, example: $0.example)
      },
      rules: record.rules.compactMap { rule in
        switch rule {
        case .exactlyOne(let names), .atMostOne(let names): .atMostOne(names)
        case .needs: nil
        }
      }, isChange: true)
  }
}
