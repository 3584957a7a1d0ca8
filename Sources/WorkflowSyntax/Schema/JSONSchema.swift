internal import JSONText

extension DocumentSchema {
  /// The schema as JSON Schema 2020-12, for editors that complete and underline.
  ///
  /// It is a little more lenient than the check: JSON Schema sees values as YAML 1.2 types them. A document
  /// that may extend another need not have its required keys, and may remove entries with null.
  public var jsonSchema: String {
    var json = JSONWriter(indented: true)
    json.object { json in
      json.member("$schema", "https://json-schema.org/draft/2020-12/schema")
      json.member("title", "nextier \(kind)")
      json.member("description", about)
      write(root, required: isMergeable ? [kind] : root.requiredNames, to: &json)
      guard !definitions.isEmpty else { return }
      json.member(
        "$defs",
        object: { json in
          for definition in definitions {
            json.member(
              definition.name,
              object: { json in
                json.member("description", definition.about)
                write(definition.shape, to: &json)
              })
          }
        })
    }
    json.newline()
    return json.text
  }

  /// Writes the members that say what a shape takes.
  private func write(_ shape: Shape, to json: inout JSONWriter) {
    switch shape.form {
    case .text, .template: types(["string", "number"], to: &json)
    case .scalar, .expression: types(["string", "number", "boolean"], to: &json)
    case .reference, .sibling: json.member("type", "string")
    case .identifier(let style): pattern(style.pattern, to: &json)
    case .integer(let range):
      json.member("type", "integer")
      if range.lowerBound != .min { json.member("minimum", range.lowerBound) }
      if range.upperBound != .max { json.member("maximum", range.upperBound) }
    case .number(let range):
      json.member("type", "number")
      if -.greatestFiniteMagnitude < range.lowerBound { json.member("minimum", range.lowerBound) }
      if range.upperBound < .greatestFiniteMagnitude { json.member("maximum", range.upperBound) }
    case .percentage: pattern("^0*([0-9]{1,2}(\\.[0-9]+)?|100(\\.0+)?) ?%$", to: &json)
    case .boolean:
      enumeration([.bool(true), .bool(false)] + ["yes", "no", "on", "off"].map(JSONValue.string), to: &json)
    case .money:
      types(["number", "string"], to: &json)
      json.member("pattern", "^-?\\$?[0-9][0-9,_]*(\\.[0-9]+)?[kKmMbB]?$")
    case .duration: pattern("^([0-9]+(ms|w|d|h|m|s))+$", to: &json)
    case .timeOfDay: pattern("^[0-9]{1,2}(:[0-9]{2})?( ?[aApP][mM])?$", to: &json)
    case .date: pattern("^[0-9]{4}-[0-9]{2}-[0-9]{2}$", to: &json)
    case .color: pattern("^#([0-9A-Fa-f]{3}){1,2}$", to: &json)
    case .url: pattern("^https?://[^ ]+$", to: &json)
    case .environment: pattern("^\\$\\{[A-Z][A-Z0-9_]*\\}$", to: &json)
    case .choice(let choices):
      // YAML 1.2 has a type of its own for these two words.
      let words = ["true": true, "false": false]
      enumeration(
        choices.map { .string($0.name) } + choices.compactMap { words[$0.name].map(JSONValue.bool) },
        to: &json)
    case .list(let item, let count):
      json.member("type", "array")
      json.member("items", object: { json in write(item, to: &json) })
      if 0 < count.lowerBound { json.member("minItems", count.lowerBound) }
      if count.upperBound != .max { json.member("maxItems", count.upperBound) }
    case .map(let keys, let values):
      json.member("type", "object")
      json.member("propertyNames", object: { json in write(keys.asKey, to: &json) })
      json.member("additionalProperties", object: { json in writeRemovable(values, to: &json) })
    case .record(let record):
      write(record, required: isMergeable ? [] : record.requiredNames, to: &json)
    case .oneOf(let shapes):
      json.member(
        "anyOf", array: { json in for shape in shapes { json.object { json in write(shape, to: &json) } } })
    case .shared(let name): json.member("$ref", "#/$defs/\(name)")
    }
  }

  private func write(_ record: RecordShape, required: [String], to json: inout JSONWriter) {
    json.member("type", "object")
    json.member(
      "properties",
      object: { json in
        for key in record.keys {
          json.member(
            key.name,
            object: { json in
              json.member("description", key.description)
              writeRemovable(key.shape, to: &json)
            })
        }
      })
    if !required.isEmpty {
      json.member("required", array: { json in for name in required { json.string(name) } })
    }
    // What a key needs may stand in the file that this one changes.
    let rules = isMergeable ? record.rules.filter { !$0.isNeed } : record.rules
    if !rules.isEmpty {
      json.member(
        "allOf",
        array: { json in for rule in rules { json.object { json in write(rule, to: &json) } } })
    }
    json.member("additionalProperties", false)
  }

  private func write(_ rule: KeyRule, to json: inout JSONWriter) {
    switch rule {
    case .exactlyOne(let names) where !isMergeable:
      json.member("oneOf", array: { json in for name in names { json.object { $0.required([name]) } } })
    case .exactlyOne(let names), .atMostOne(let names):
      json.member(
        "not",
        object: { json in
          json.member(
            "anyOf",
            array: { json in
              for (index, name) in names.enumerated() {
                for other in names[(index + 1)...] { json.object { writeBoth(name, other, to: &$0) } }
              }
            })
        })
    case .needs(let name, let other):
      json.member(
        "dependentRequired",
        object: { json in json.member(name, array: { json in json.string(other) }) })
    }
  }

  /// Two keys, neither of which only removes what another file has.
  private func writeBoth(_ name: String, _ other: String, to json: inout JSONWriter) {
    json.required([name, other])
    guard isMergeable else { return }
    json.member(
      "properties",
      object: { json in
        for name in [name, other] {
          json.member(
            name,
            object: { $0.member("not", object: { $0.member("type", "null") }) })
        }
      })
  }

  /// A value that may be null where null removes it.
  private func writeRemovable(_ shape: Shape, to json: inout JSONWriter) {
    guard isMergeable else { return write(shape, to: &json) }
    json.member(
      "anyOf",
      array: { json in
        json.object { json in write(shape, to: &json) }
        json.object { json in json.member("type", "null") }
      })
  }

  private func types(_ names: [String], to json: inout JSONWriter) {
    json.member("type", array: { json in for name in names { json.string(name) } })
  }

  private func pattern(_ pattern: String, to json: inout JSONWriter) {
    json.member("type", "string")
    json.member("pattern", pattern)
  }

  private func enumeration(_ values: [JSONValue], to json: inout JSONWriter) {
    json.member("enum", array: { json in for value in values { json.value(value) } })
  }
}

extension JSONWriter {
  fileprivate mutating func required(_ names: [String]) {
    member("required", array: { json in for name in names { json.string(name) } })
  }
}

extension KeyRule {
  fileprivate var isNeed: Bool { if case .needs = self { true } else { false } }
}

extension RecordShape {
  fileprivate var requiredNames: [String] { keys.filter(\.isRequired).map(\.name) }
}

extension SchemaKey {
  /// For an editor's hover: what it does, its words, an example.
  fileprivate var description: String {
    var text = about
    if case .choice(let choices) = shape.form {
      for choice in choices where !choice.about.isEmpty { text += "\n\(choice.name): \(choice.about)" }
    }
    return text + "\nExample: \(name): \(example)"
  }
}

extension Shape {
  /// The shape of a key: always a string to JSON.
  fileprivate var asKey: Shape {
    switch form {
    case .text, .scalar, .template, .expression, .integer, .number, .boolean, .money: Shape(.reference("key"))
    case .identifier, .percentage, .duration, .timeOfDay, .date, .color, .url, .environment, .reference,
      .sibling,
      .choice, .list, .map, .record, .oneOf, .shared:
      self
    }
  }
}

extension Shape.IdentifierStyle {
  /// As `ScalarText.isIdentifier` reads it.
  fileprivate var pattern: String {
    switch self {
    case .any: "^([a-z][a-z0-9_-]*|[A-Z][A-Z0-9_-]*)$"
    case .lower: "^[a-z][a-z0-9_]*$"
    }
  }
}
