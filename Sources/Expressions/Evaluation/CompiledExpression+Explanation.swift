extension CompiledExpression {
  /// The names the expression reads, each once, in order of first use, with the values an evaluation sees.
  ///
  /// A field without a value says `absent`; a name only tested is given as `has(name)`.
  public func explain(_ reader: some SlotReader) -> [(text: String, value: String)] {
    let names = names
    var seen: Set<String> = []
    var lines: [(text: String, value: String)] = []
    term.forEach { part in
      let line: (text: String, value: String)
      switch part.kind {
      case .variable(let slot), .field(let slot, _):
        line = (names[slot] ?? "", reader.has(slot) ? reader.value(slot).description : "absent")
      case .presence(let slot):
        line = ("has(\(names[slot] ?? ""))", reader.has(slot) ? "true" : "false")
      case .constant, .local, .select, .has, .index, .unary, .binary, .call, .matches, .member, .list, .map,
        .not,
        .and, .or, .conditional, .comprehension, .bind, .optionalMap, .failure:
        return
      }
      if seen.insert(line.text).inserted { lines.append(line) }
    }
    return lines
  }
}

extension CompiledExpression: CustomStringConvertible {
  /// The expression as checked: constants folded, written out in one form.
  public var description: String { TermText(names).text(of: term, above: 0) }
}
