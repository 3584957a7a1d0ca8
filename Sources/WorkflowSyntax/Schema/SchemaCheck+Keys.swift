internal import Diagnostics

/// Keys that are unknown, missing, or do not go together, and values that are not there.
extension SchemaCheck {
  /// - Parameter missing: The record's keys that the map does not have, one of which may be meant.
  mutating func unknownKey(
    _ entry: YAMLEntry, in record: RecordShape, missing: [String], of owner: Owner,
    around outer: [(owner: Owner, shape: RecordShape)]
  ) {
    let name = entry.key.name
    var notes: [Diagnostic.Note] = []
    var fixIts: [Diagnostic.FixIt] = []
    if let holder = outer.last(where: { $0.shape[name] != nil }) {
      let place = holder.owner.isDocument ? "at the file's top" : "in '\(holder.owner.name)'"
      notes.append(Diagnostic.Note("'\(name)' is a key \(place); is it indented too deep?"))
    } else if let holder = record.keys.first(where: { self.key(name, isIn: $0.shape) }) {
      notes.append(Diagnostic.Note("'\(name)' is a key of '\(holder.name)'"))
    } else if let meant = nearestName(to: name, in: missing) {
      fixIts.append(Diagnostic.FixIt("replace with '\(meant)'", replace: entry.key.range, with: meant))
    } else {
      let names = record.keys.map(\.name)
      let more = names.count <= 12 ? "" : ", …"
      notes.append(Diagnostic.Note("known keys: \(names.prefix(12).joined(separator: ", "))\(more)"))
    }
    let place = owner.isDocument ? "\(Shape.article(schema.kind)) \(schema.kind) file" : "'\(owner.name)'"
    report(
      .unknownKey, .error, "\(place) has no key '\(name)'", at: entry.key.range, notes: notes, fixIts: fixIts)
  }

  private func key(_ name: String, isIn shape: Shape) -> Bool {
    if case .record(let record) = schema.resolved(shape).form { record[name] != nil } else { false }
  }

  mutating func checkKeys(of node: YAMLNode, _ record: RecordShape, for owner: Owner) {
    // Said only when something is wrong, which it rarely is.
    var subject: String { owner.isDocument ? "the file" : "'\(owner.name)'" }
    let place = owner.range
    /// Tells what a whole document must have.
    func reportMissing(
      _ message: @autoclosure () -> String, at place: SourceRange, notes: [Diagnostic.Note] = [],
      fixIts: [Diagnostic.FixIt] = []
    ) {
      if mode == .whole {
        report(.missingKey, .error, message(), at: place, notes: notes, fixIts: fixIts)
      } else {
        letOff()
      }
    }
    for key in record.keys where key.isRequired && !node.has(key.name) {
      reportMissing(
        "\(subject) must have a key '\(key.name)': \(schema.resolved(key.shape).phrase)",
        at: place, notes: [Diagnostic.Note("for example, \(key.name): \(key.example)")],
        fixIts: insertion(of: key, into: node, for: owner))
    }
    for rule in record.rules {
      switch rule {
      case .exactlyOne(let names):
        if !names.contains(where: { node.has($0) }) {
          reportMissing("\(subject) must have \(Shape.alternatives(names.map { "'\($0)'" }))", at: place)
        }
        exclude(names, in: node)
      case .atMostOne(let names):
        exclude(names, in: node)
      case .needs(let name, let other):
        if let entry = node.entry(name), !node.has(other) {
          reportMissing("'\(name)' means nothing without '\(other)'", at: entry.key.range)
        }
      }
    }
  }

  private mutating func exclude(_ names: [String], in node: YAMLNode) {
    guard case .mapping(let entries) = node.content else { return }
    var count = 0
    for entry in entries where names.contains(entry.key.name) { count += 1 }
    guard 1 < count else { return }
    let present = entries.filter { names.contains($0.key.name) && !$0.value.isNull }
    guard let first = present.first else { return }
    for entry in present.dropFirst() {
      report(
        .conflictingKeys, .error, "'\(entry.key.name)' and '\(first.key.name)' exclude each other",
        at: entry.key.range,
        notes: [Diagnostic.Note("'\(first.key.name)' is given here", at: first.key.range)])
    }
  }

  /// The line to add for a missing key whose value can only be one: the language's version.
  private func insertion(of key: SchemaKey, into node: YAMLNode, for owner: Owner) -> [Diagnostic.FixIt] {
    guard owner.isDocument, case .integer(let range) = key.shape.form, range.lowerBound == range.upperBound,
      let first = node.entries.first, first.value.range.end > first.key.range.end
    else { return [] }
    let end = Int(first.value.range.end)
    let place = SourceRange(file: first.key.range.file, start: end, end: end)
    return [
      Diagnostic.FixIt("add the line", replace: place, with: "\n\(key.name): \(range.lowerBound)")
    ]
  }

  /// Entries that each want to stand before the next, and the last before the first.
  mutating func checkOrder(of entries: [YAMLEntry]) {
    var told: Set<String> = []
    for entry in entries where entry.value["before"] != nil && !told.contains(entry.key.name) {
      var round = [entry]
      while round.count <= entries.count, let next = round.last?.value["before"]?.scalar?.text,
        let found = entries.first(where: { $0.key.name == next })
      {
        if found.key.name == entry.key.name {
          // One that wants to stand before itself is told as no other entry.
          guard 1 < round.count else { break }
          told.formUnion(round.map(\.key.name))
          let names = (round + [entry]).map { "'\($0.key.name)'" }.joined(separator: " before ")
          report(
            .conflictingKeys, .error, "no order fits: \(names)",
            at: entry.value["before"]?.range ?? entry.key.range)
          break
        }
        round.append(found)
      }
    }
  }

  // MARK: Empty values

  /// A key with nothing behind it, or null.
  mutating func empty(_ node: YAMLNode, as shape: Shape, for owner: Owner) {
    let isWritten = node.range.start < node.range.end
    if let comment = commentTakenForValue(node, as: shape) {
      return report(
        .expressionCutShort, .error, "YAML takes '\(comment.text)' for a comment; put it in quotes",
        at: comment.range,
        fixIts: [
          Diagnostic.FixIt(
            "put it in quotes", replace: comment.range,
            with: String(decoding: quoted(comment.text.utf8), as: UTF8.self))
        ])
    }
    if mode == .overlay, !owner.isItem, !owner.isDocument {
      letOff()
      guard !isWritten else { return }  // "null", in so many words, removes the entry.
      return report(
        .emptyValue, .warning,
        "'\(owner.name)' is left empty, which removes it from what this file extends", at: owner.range,
        notes: [Diagnostic.Note("write '\(owner.name): null' if it is to go")], fixIts: braces(node, shape))
    }
    if mode == .whole, !isWritten, acceptsNothing(shape) {
      return report(
        .emptyValue, .error, "'\(owner.name)' is left empty; was '{}', with nothing special in it, meant?",
        at: owner.range, fixIts: braces(node, shape))
    }
    report(
      .emptyValue, .error, "\(owner.subject) must be \(shape.phrase), not \(isWritten ? "null" : "empty")",
      at: isWritten ? node.range : owner.range)
  }

  private func braces(_ node: YAMLNode, _ shape: Shape) -> [Diagnostic.FixIt] {
    guard acceptsNothing(shape), node.range.start == node.range.end else { return [] }
    return [Diagnostic.FixIt("write '{}' to keep it with nothing special", replace: node.range, with: " {}")]
  }

  /// Whether `{}` is a value of the shape.
  private func acceptsNothing(_ shape: Shape) -> Bool {
    switch schema.resolved(shape).form {
    case .map: true
    case .record(let record): !record.keys.contains { $0.isRequired } && record.rules.allSatisfy(\.isOptional)
    case .oneOf(let shapes): shapes.contains { acceptsNothing($0) }
    case .text, .scalar, .identifier, .integer, .number, .percentage, .boolean, .money, .duration, .timeOfDay,
      .date, .color, .url, .environment, .expression, .template, .reference, .sibling, .choice, .list,
      .shared:
      false
    }
  }

  /// `color: #0b3d5c`: to YAML, a key with nothing behind it but a comment.
  private func commentTakenForValue(_ node: YAMLNode, as shape: Shape) -> (text: String, range: SourceRange)?
  {
    guard node.range.start == node.range.end, isWordy(shape) else { return nil }
    let bytes = files[node.range.file].bytes
    var start = Int(node.range.start)
    while start < bytes.count, bytes[start] == 0x20 { start += 1 }
    guard start + 1 < bytes.count, bytes[start] == UInt8(ascii: "#"), isWordByte(bytes[start + 1]) else {
      return nil
    }
    var end = start + 1
    // A text may hold anything up to the line's end; a color is one word.
    while end < bytes.count, !isBreak(bytes[end]), isText(shape) || isWordByte(bytes[end]) { end += 1 }
    while bytes[end - 1] == 0x20 { end -= 1 }
    let text = String(decoding: bytes[start..<end], as: UTF8.self)
    return (text, SourceRange(file: node.range.file, start: start, end: end))
  }

  private func isText(_ shape: Shape) -> Bool {
    if case .color = schema.resolved(shape).form { false } else { true }
  }

  private func isWordy(_ shape: Shape) -> Bool {
    switch schema.resolved(shape).form {
    case .color, .text, .template, .scalar: true
    case .oneOf(let shapes): shapes.contains { isWordy($0) }
    case .identifier, .integer, .number, .percentage, .boolean, .money, .duration, .timeOfDay, .date, .url,
      .environment, .expression, .reference, .sibling, .choice, .list, .map, .record, .shared:
      false
    }
  }

  // MARK: Values of another form

  /// A list or map where a scalar is wanted: often a text or expression that YAML took apart.
  mutating func notScalar(_ node: YAMLNode, as shape: Shape, for owner: Owner) {
    let raw = rawText(node.range)
    guard raw.hasPrefix("{") || raw.hasPrefix("["), !raw.contains(where: \.isNewline),
      startsLikeText(shape, node)
    else {
      return wrongType(node, shape.phrase, for: owner, fixIts: conditionWithin(node, shape))
    }
    let kind = node.isMapping ? "map" : "list"
    let words = String(decoding: quoted(raw.utf8), as: UTF8.self)
    report(
      .expressionCutShort, .error,
      "\(owner.subject) must be \(shape.phrase); without quotes YAML takes '\(shortened(raw))' for a \(kind)",
      at: node.range, fixIts: [Diagnostic.FixIt("put the value in quotes", replace: node.range, with: words)])
  }

  /// The edit that takes a condition out of the map around it: `{ when: a > 1 }`.
  private func conditionWithin(_ node: YAMLNode, _ shape: Shape) -> [Diagnostic.FixIt] {
    guard case .expression = shape.form, node.entries.count == 1, let entry = node.entries.first,
      ["when", "if", "expression", "value"].contains(entry.key.name), entry.value.scalar != nil
    else { return [] }
    let condition = rawText(entry.value.range)
    return [Diagnostic.FixIt("write the condition itself", replace: node.range, with: condition)]
  }

  /// Whether what YAML took for a list or map may well be a text: an expression may start with either, a
  /// message with a word in brackets.
  private func startsLikeText(_ shape: Shape, _ node: YAMLNode) -> Bool {
    switch shape.form {
    // With names for keys it is a map that is meant: `{ when: a > 1 }`, `{ field: a, equals: b }`.
    case .expression: node.entries.allSatisfy { !ScalarText($0.key.name).isIdentifier(.any) }
    case .template: node.isSequence
    case .text, .scalar, .identifier, .integer, .number, .percentage, .boolean, .money, .duration, .timeOfDay,
      .date, .color, .url, .environment, .reference, .sibling, .choice, .list, .map, .record, .oneOf, .shared:
      false
    }
  }

  /// A scalar or list where a map is wanted: perhaps `tier:growth`, without the space.
  mutating func wrongForm(_ node: YAMLNode, as shape: Shape, for owner: Owner) {
    guard let scalar = node.scalar, scalar.style == .plain else {
      return wrongType(node, shape.phrase, for: owner)
    }
    let text = Array(scalar.text.utf8)
    let word = text.prefix { isWordByte($0) }
    guard !word.isEmpty, word.count + 1 < text.count, text[word.count] == UInt8(ascii: ":") else {
      return wrongType(node, shape.phrase, for: owner)
    }
    let colon = scalar.sourceText.range(word.count, word.count + 1)
    let behind = SourceRange(file: colon.file, start: Int(colon.end), end: Int(colon.end))
    report(
      .missingSpace, .error,
      "a space is missing behind the colon of '\(String(decoding: word, as: UTF8.self))'", at: colon,
      fixIts: [Diagnostic.FixIt("put a space behind the colon", replace: behind, with: " ")])
  }
}

extension Shape {
  /// Whether this is a record and the node a map with at least one of its keys.
  func knowsKey(of node: YAMLNode) -> Bool {
    guard case .record(let record) = form else { return false }
    guard case .mapping(let entries) = node.content else { return false }
    return entries.indices.contains { record.index(of: entries[$0].key.name) != nil }
  }

  /// Whether a node is a scalar, list or map as the shape is.
  func takesForm(of node: YAMLNode) -> Bool {
    switch form {
    case .list: node.isSequence
    case .map, .record: node.isMapping
    case .oneOf(let shapes): shapes.contains { $0.takesForm(of: node) }
    case .shared: true
    case .text, .scalar, .identifier, .integer, .number, .percentage, .boolean, .money, .duration, .timeOfDay,
      .date, .color, .url, .environment, .expression, .template, .reference, .sibling, .choice:
      !node.isMapping && !node.isSequence
    }
  }
}
