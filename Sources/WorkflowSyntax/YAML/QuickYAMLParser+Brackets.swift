/// Lists and maps in brackets and braces.
extension QuickYAMLParser {
  mutating func flowKey(_ level: Level) throws(YAMLProblem) {
    if try isClosed(by: UInt8(ascii: "}"), level) { return try closeBracket(.mappingEnd) }
    guard try scanKey(isInFlow: true) else { throw Self.unusual }
    levels[levels.count - 1].awaitsValue = true
  }

  mutating func flowValue() throws(YAMLProblem) {
    levels[levels.count - 1].awaitsValue = false
    try skipToContent()
    try flowNode()
  }

  mutating func flowItem(_ level: Level) throws(YAMLProblem) {
    if try isClosed(by: UInt8(ascii: "]"), level) { return try closeBracket(.sequenceEnd) }
    try flowNode()
  }

  /// Passes the comma before the next entry; `true` at the bracket behind the last.
  private mutating func isClosed(by bracket: UInt8, _ level: Level) throws(YAMLProblem) -> Bool {
    try skipToContent()
    guard index < bytes.count else { throw Self.unusual }
    if !level.isEmpty, bytes[index] == UInt8(ascii: ",") {
      index += 1
      try skipToContent()
      guard index < bytes.count else { throw Self.unusual }
    } else if !level.isEmpty, bytes[index] != bracket {
      throw Self.unusual
    }
    levels[levels.count - 1].isEmpty = false
    return bytes[index] == bracket
  }

  private mutating func flowNode() throws(YAMLProblem) {
    guard index < bytes.count else { throw Self.unusual }
    switch bytes[index] {
    case UInt8(ascii: "{"), UInt8(ascii: "["): return openBracket()
    case UInt8(ascii: "*"): try scanAlias()
    case UInt8(ascii: "&"):
      let start = index
      let name = try scanName()
      try skipToContent()
      try flowNode()
      guard event.anchor == nil, event.kind != .alias else { throw Self.unusual }
      event.start = start
      event.anchor = name
      return
    case UInt8(ascii: "\""), UInt8(ascii: "'"): try scanQuoted()
    case _: try scanPlain(inside: 0, isInFlow: true)
    }
    try refuseColon()
  }

  mutating func openBracket() {
    let isMapping = bytes[index] == UInt8(ascii: "{")
    open(
      isMapping ? .mappingStart : .sequenceStart,
      Level(kind: isMapping ? .flowMapping : .flowSequence, indentation: 0), isFlow: true)
    index += 1
  }

  private mutating func closeBracket(_ kind: YAMLEvent.Kind) throws(YAMLProblem) {
    levels.removeLast()
    event = YAMLEvent(kind: kind, start: index, end: index + 1)
    index += 1
    switch levels.last?.kind {
    case .flowMapping, .flowSequence: try refuseColon()
    case .blockMapping, .blockSequence, nil: try endValueOfBlock()
    }
  }

  /// Leaves it to libyaml where a value turns out to be a key.
  private func refuseColon() throws(YAMLProblem) {
    var index = index
    while index < bytes.count, bytes[index] == 0x20 { index += 1 }
    if index < bytes.count, bytes[index] == UInt8(ascii: ":") { throw Self.unusual }
  }
}
