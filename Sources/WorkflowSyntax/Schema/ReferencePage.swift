extension DocumentSchema {
  /// The reference page of this kind of file, in Markdown, with headings from the second level.
  public var referencePage: String {
    var page = "## `\(kind)`\n\n\(about)\n\n"
    page += ReferenceSection(of: root, at: [], in: self).text
    for definition in definitions {
      page += "### \(definition.name)\n\n\(definition.about)\n\n"
      if !definition.shape.isRecord { page += "Takes \(definition.shape.summary).\n\n" }
      page += ReferenceSection(of: definition.shape, at: [definition.name], in: self).text
    }
    return page
  }
}

extension LanguageSchema {
  /// The reference page of the whole language, in Markdown.
  public static var referencePage: String {
    "# Language reference\n\nMade from the schema; version \(version).\n\n" + merging + "\n\n"
      + documents.map(\.referencePage).joined()
  }
}

/// What a file that changes another may leave out, in a paragraph.
private let merging = """
  A workflow that `extends` another is merged over it, and so is what `templates` and `personas` of a workflow change, as
  JSON Merge Patch (RFC 7396) says: maps merge key by key, `null` removes an entry, all else (texts, numbers, lists)
  replaces. New entries go last, or where `before` says. Where only one of several keys may stand, such as `text` and
  `variants`, the one that is given takes the place of the other. `nextier resolve` prints what comes of it.
  """

/// The table of one record, and those of the records within it.
private struct ReferenceSection {
  private(set) var text = ""

  /// The tables of all records in a shape, the shape's own first.
  init(of shape: Shape, at path: [String], in schema: DocumentSchema) {
    var written: Set<[String]> = []
    for (record, place) in shape.records(at: path) where written.insert(place).inserted {
      if place != path { text += "### `\(place.joined(separator: "."))`\n\n" }
      text += ReferenceSection(of: record, at: place, in: schema).text
    }
  }

  init(of record: RecordShape, at path: [String], in schema: DocumentSchema) {
    text = "| key | takes | |\n| --- | --- | --- |\n"
    for key in record.keys {
      let name = "`\(key.name)`" + (key.isRequired ? " (required)" : "")
      let example = "Example: `\(key.name): \(key.example)`"
      text += "| \(name) | \(cell(key.shape.summary)) | \(cell(key.about)) \(cell(example)) |\n"
    }
    text += "\n"
    for rule in record.rules { text += sentence(rule) + "\n\n" }
    for key in record.keys {
      var written: Set<[String]> = []
      for (record, place) in key.shape.records(at: path + [key.name]) where written.insert(place).inserted {
        text += "### `\(place.joined(separator: "."))`\n\n\(key.about)\n\n"
        text += ReferenceSection(of: record, at: place, in: schema).text
      }
    }
  }

  private func sentence(_ rule: KeyRule) -> String {
    switch rule {
    case .exactlyOne(let names): "Exactly one of \(list(names))."
    case .atMostOne(let names): "At most one of \(list(names))."
    case .needs(let name, let other): "`\(name)` needs `\(other)`."
    }
  }

  private func list(_ names: [String]) -> String { names.map { "`\($0)`" }.joined(separator: ", ") }

  private func cell(_ text: String) -> String {
    text.replacing("|", with: "\\|").replacing("\n", with: " ")
  }
}

extension Shape {
  fileprivate var isRecord: Bool {
    if case .record = form { true } else { false }
  }

  /// What it takes, in a few words.
  fileprivate var summary: String {
    switch form {
    case .choice(let choices): choices.map { "`\($0.name)`" }.joined(separator: ", ")
    case .template: "text with `{placeholders}`"
    case .expression(let type): type == "bool" ? "condition (CEL)" : "expression (CEL, \(type))"
    case .list(let item, _): "list: \(item.summary)"
    case .map(let keys, let values): "map: \(keys.keyWord): \(values.summary)"
    case .record: "map, below"
    case .oneOf(let shapes): shapes.map(\.summary).joined(separator: "; or ")
    case .shared(let name): name
    case .text: "text"
    case .scalar: "text, number, true or false"
    case .identifier: "name"
    case .environment: "`${NAME}`"
    case .reference(let kind): "\(kind) name"
    case .integer, .number, .percentage, .boolean, .money, .duration, .timeOfDay, .date, .color, .url,
      .sibling:
      phrase.hasPrefix("a ")
        ? String(phrase.dropFirst(2)) : phrase.hasPrefix("an ") ? String(phrase.dropFirst(3)) : phrase
    }
  }

  /// What stands for the keys of a map.
  private var keyWord: String {
    switch form {
    case .reference(let kind): kind.uppercased()
    case .duration: "DURATION"
    case .text: "TEXT"
    case .scalar, .identifier, .integer, .number, .percentage, .boolean, .money, .timeOfDay, .date, .color,
      .url,
      .environment, .expression, .template, .sibling, .choice, .list, .map, .record, .oneOf, .shared:
      "NAME"
    }
  }

  /// The records in it, with their places: `queues.NAME`.
  fileprivate func records(at path: [String]) -> [(RecordShape, [String])] {
    switch form {
    case .record(let record): [(record, path)]
    case .map(let keys, let values): values.records(at: path + [keys.keyWord])
    case .list(let item, _): item.records(at: path)
    case .oneOf(let shapes): shapes.flatMap { $0.records(at: path) }
    case .text, .scalar, .identifier, .integer, .number, .percentage, .boolean, .money, .duration, .timeOfDay,
      .date, .color, .url, .environment, .expression, .template, .reference, .sibling, .choice, .shared:
      []
    }
  }
}
