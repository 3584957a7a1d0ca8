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
    let inner: Shape? =
      switch shape?.form {
      case .record(let record): record[key]?.shape
      case .map(_, let values): values
      case _: nil
      }
    guard let inner = inner.map(resolved) else { return nil }
    guard case .oneOf(let shapes) = inner.form else { return inner }
    let fitting = shapes.map(resolved).filter { $0.takesForm(of: value) }
    return fitting.first { $0.knowsKey(of: value) } ?? fitting.first
  }
}
