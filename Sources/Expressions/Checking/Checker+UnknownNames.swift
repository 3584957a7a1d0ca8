import Diagnostics

extension Checker {
  /// Explains a name that nothing declares.
  mutating func unknown(_ parts: [SyntaxNode.Name], _ range: Range<Int>) -> Term {
    let name = parts.map(\.text).joined(separator: ".")
    guard isChecked else {
      return invalid(range, CELError(.unbound, "'\(parts[0].text)' is not defined"))
    }
    // `reply.intnt`: other names share its first word, so the rest is what is wrong.
    let siblings = environment.declarations.keys.filter { $0.hasPrefix(parts[0].text + ".") }.sorted()
    if !siblings.isEmpty, 1 < parts.count {
      let candidates = siblings.map { String($0.dropFirst(parts[0].text.utf8.count + 1)) }
      let wrong = parts[1]
      let rest = parts.dropFirst().map(\.text).joined(separator: ".")
      let near = nearestName(to: rest, in: candidates)
      report(
        .unknownField, "'\(parts[0].text)' has no field '\(rest)'",
        at: wrong.range.lowerBound..<range.upperBound,
        notes: near == nil ? ["there are \(Self.sample(candidates))"] : [],
        fix: near.map { ($0, wrong.range.lowerBound..<range.upperBound) })
      return invalid(range)
    }
    let word = parts[0]
    if let owner = environment.record(with: word.text) {
      report(
        .unknownField, "'\(word.text)' is not defined; it is a field of '\(owner)'", at: word.range,
        fix: ("\(owner).\(word.text)", word.range))
      return invalid(range)
    }
    let roots = Set(environment.declarations.keys.map { String($0.split(separator: ".").first ?? "") })
    let known = scope.map(\.name) + environment.declarations.keys.sorted() + roots.sorted()
    // Names are in lower case: `NO` and `FL` are texts, not slips of `now`.
    let isCapital = !word.text.contains(where: \.isLowercase)
    let near = (nearestName(to: name, in: known) ?? nearestName(to: word.text, in: known)).flatMap {
      isCapital && $0 != word.text.lowercased() ? nil : $0
    }
    if let value = Self.conditions[word.text.lowercased()], parts.count == 1 {
      report(.unknownField, "'\(word.text)' is not defined", at: word.range, fix: (value, word.range))
      return invalid(range)
    }
    let wrong = near.map { $0.contains(".") && 1 < parts.count ? range : word.range } ?? word.range
    report(
      .unknownField, "'\(word.text)' is not defined", at: word.range,
      notes: near == nil && parts.count == 1 ? ["a text stands in quotes, as \"\(word.text)\""] : [],
      fix: near.map { ($0, wrong) })
    return invalid(range)
  }

  mutating func unknownField(
    _ field: SyntaxNode.Name, of record: ExpressionEnvironment.Record, _ range: Range<Int>
  ) -> Term {
    guard isChecked else {
      return invalid(range, CELError(.noSuchKey, "'\(record.name)' has no field '\(field.text)'"))
    }
    let near = nearestName(to: field.text, in: record.fields.map(\.name))
    report(
      .unknownField, "'\(record.name)' has no field '\(field.text)'", at: field.range,
      notes: near.map { ["did you mean '\(record.name).\($0)'"] } ?? [
        "there are \(Self.sample(record.fields.map(\.name)))"
      ],
      fix: near.map { ($0, field.range) })
    return invalid(range)
  }

  mutating func unknownKey(_ field: SyntaxNode.Name, of map: CELMap, _ range: Range<Int>) -> Term {
    let keys = map.entries.compactMap { if case .string(let key) = $0.key { key } else { nil } }
    let near = nearestName(to: field.text, in: keys)
    let owner = written(range.lowerBound..<max(range.lowerBound, field.range.lowerBound - 1))
    report(
      .unknownField, "'\(owner)' has no '\(field.text)'", at: field.range,
      notes: near == nil ? [keys.isEmpty ? "it is empty" : "there are \(Self.sample(keys))"] : [],
      fix: near.map { ($0, field.range) })
    return invalid(range)
  }

  mutating func unknownFunction(_ name: SyntaxNode.Name, isMember: Bool, _ range: Range<Int>) -> Term {
    guard isChecked else {
      return invalid(range, CELError(.noSuchFunction, "'\(name.text)()' is not a function"))
    }
    let meant = Function.meant(by: name.text, isMember: isMember)
    let other = meant == nil ? Function.meant(by: name.text, isMember: !isMember) : nil
    report(
      .unknownFunction, "'\(name.text)()' is not a function\(isMember ? " of values" : "")", at: name.range,
      notes: other.map { [isMember ? "there is \($0)(value)" : "there is value.\($0)()"] } ?? [],
      fix: meant.map { ($0, name.range) })
    return invalid(range)
  }

  /// What other languages write for `true` and `false`.
  private static let conditions = [
    "yes": "true", "on": "true", "always": "true", "true": "true", "no": "false", "off": "false",
    "never": "false",
    "false": "false",
  ]

  private static func sample(_ names: [String]) -> String {
    let shown = names.prefix(8).map { "'\($0)'" }.joined(separator: ", ")
    return names.count <= 8 ? shown : "\(shown) and \(names.count - 8) more"
  }
}

extension ExpressionEnvironment {
  /// The only record that has a field of this name.
  fileprivate func record(with field: String) -> String? {
    var found: String?
    for case .record(let record) in declarations.values where record.places[field] != nil {
      if found != nil { return nil }
      found = record.name
    }
    return found
  }
}

extension Function {
  /// Names other languages give to functions that exist here.
  private static let synonyms: [String: String] = [
    "lower": "lowerAscii", "toLower": "lowerAscii", "toLowerCase": "lowerAscii", "lowercase": "lowerAscii",
    "upper": "upperAscii", "toUpper": "upperAscii", "toUpperCase": "upperAscii", "uppercase": "upperAscii",
    "len": "size", "length": "size", "count": "size", "includes": "contains", "has": "contains",
    "strip": "trim", "regex": "matches", "match": "matches", "like": "matches", "any": "exists",
    "some": "exists",
    "every": "all", "indexof": "indexOf", "substr": "substring", "slice": "substring", "concat": "join",
    "float": "double", "str": "string", "bool": "bool", "date": "timestamp", "datetime": "timestamp",
    "min": "math.least", "max": "math.greatest", "abs": "math.abs", "ceil": "math.ceil",
    "floor": "math.floor",
    "round": "math.round", "sqrt": "math.sqrt", "year": "getFullYear", "getYear": "getFullYear",
    "month": "getMonth", "day": "getDate", "getDay": "getDayOfWeek", "hour": "getHours",
    "getHour": "getHours",
    "weekday": "getDayOfWeek",
  ]

  /// The function a person probably meant.
  static func meant(by name: String, isMember: Bool) -> String? {
    var names = allCases.filter { function in
      !function.isOperator && function.signatures.contains { $0.isMember == isMember }
    }.map(\.rawValue)
    names +=
      isMember ? ["all", "exists", "exists_one", "filter", "map"] : ["has", "math.greatest", "math.least"]
    if let synonym = synonyms[name], names.contains(synonym) { return synonym }
    if let same = names.first(where: { $0.lowercased() == name.lowercased() }) { return same }
    return nearestName(to: name, in: names)
  }
}
