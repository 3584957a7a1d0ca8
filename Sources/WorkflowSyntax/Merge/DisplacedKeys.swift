extension RecordShape {
  /// Keys of a record that go when an overlay gives another in their place.
  ///
  /// Of `text` and `variants` one may stand, so the one that is given takes the other's place; what only the other
  /// needs goes with it.
  ///
  /// - Returns: Names with the overlay's entry that takes their place; none of them is in the overlay.
  func displacedKeys(by overlaid: [YAMLEntry]) -> [(name: String, entry: YAMLEntry)] {
    var displaced: [(name: String, entry: YAMLEntry)] = []
    for rule in rules {
      let names: [String]
      switch rule {
      case .exactlyOne(let group), .atMostOne(let group): names = group
      case .needs: continue
      }
      let given = overlaid.filter { names.contains($0.key.name) }
      guard given.count == 1, let entry = given.first, !entry.value.isNull else { continue }
      displaced += names.filter { $0 != entry.key.name }.map { ($0, entry) }
    }
    for (name, entry) in displaced {
      for case .needs(let other, let needed) in rules
      where other == name && !rules.contains(.needs(entry.key.name, needed)) {
        displaced.append((needed, entry))
      }
    }
    return displaced.filter { name, entry in
      name != entry.key.name && !overlaid.contains { $0.key.name == name }
    }
  }
}

extension DocumentSchema {
  /// The shape of the value of a key.
  func shape(of key: String, within shape: Shape?, for value: YAMLNode) -> Shape? {
    guard let inner = self.shape(of: key, within: shape) else { return nil }
    guard case .oneOf = inner.form else { return inner }
    let fitting = alternatives(in: inner).filter { $0.takesForm(of: value) }
    return fitting.first { $0.knowsKey(of: value) } ?? fitting.first(where: \.isMap) ?? fitting.first
  }

  private func shape(of key: String, within shape: Shape?) -> Shape? {
    let inner: Shape? =
      switch shape?.form {
      case .record(let record): record[key]?.shape
      case .map(_, let values): values
      case _: nil
      }
    return inner.map(resolved)
  }

  private func alternatives(in shape: Shape) -> [Shape] {
    let shape = resolved(shape)
    guard case .oneOf(let shapes) = shape.form else { return [shape] }
    return shapes.flatMap(alternatives(in:))
  }

  /// Whether an overlay's map is of another form than the base's, where the schema lets a map be one thing or several
  /// by name: together they would be neither.
  func changesForm(of key: String, within shape: Shape?, from base: YAMLNode, to overlay: YAMLNode) -> Bool {
    guard let inner = self.shape(of: key, within: shape), case .oneOf = inner.form else { return false }
    let forms = alternatives(in: inner)
    guard let one = forms.first(where: \.isRecord), forms.contains(where: \.isMap) else { return false }
    // What only takes entries away says nothing of the form.
    guard !overlay.entries.isEmpty, !overlay.entries.contains(where: { $0.value.isNull }) else {
      return false
    }
    return one.knowsKey(of: base) != one.knowsKey(of: overlay)
  }
}

extension Shape {
  fileprivate var isRecord: Bool { if case .record = form { true } else { false } }
  fileprivate var isMap: Bool { if case .map = form { true } else { false } }
}
