/// Whether a text is one XML element with balanced tags, quoted attributes and known entities only.
///
/// As much of XML 1.0 as our own writers use.
func isWellFormedXML(_ text: String) -> Bool {
  var rest = text[...]
  if rest.hasPrefix("<?xml") {
    guard let end = rest.firstRange(of: "?>") else { return false }
    rest = rest[end.upperBound...]
  }
  var open: [Substring] = []
  var elements = 0
  while let start = rest.firstIndex(of: "<") {
    guard isText(rest[..<start]), let end = rest[start...].firstIndex(of: ">") else { return false }
    if open.isEmpty, rest[..<start].contains(where: { !$0.isWhitespace }) { return false }
    var tag = rest[rest.index(after: start)..<end]
    rest = rest[rest.index(after: end)...]
    if tag.hasPrefix("/") {
      guard open.popLast() == tag.dropFirst() else { return false }
      continue
    }
    if open.isEmpty { elements += 1 }
    let isClosed = tag.hasSuffix("/")
    if isClosed { tag = tag.dropLast() }
    let name = tag.prefix { $0.isLetter }
    guard !name.isEmpty, hasSoundAttributes(tag.dropFirst(name.count)) else { return false }
    if !isClosed { open.append(name) }
  }
  return open.isEmpty && elements == 1 && rest.allSatisfy(\.isWhitespace)
}

/// Whether ` name="value"` repeats to the end, no name twice.
private func hasSoundAttributes(_ text: Substring) -> Bool {
  var rest = text
  var names: Set<Substring> = []
  while !rest.isEmpty {
    guard rest.first == " " else { return false }
    rest = rest.dropFirst()
    let name = rest.prefix { $0.isLetter }
    rest = rest.dropFirst(name.count)
    guard !name.isEmpty, names.insert(name).inserted, rest.hasPrefix("=\"") else { return false }
    rest = rest.dropFirst(2)
    guard let quote = rest.firstIndex(of: "\""), isText(rest[..<quote]) else { return false }
    rest = rest[rest.index(after: quote)...]
  }
  return true
}

private func isText(_ text: Substring) -> Bool {
  var rest = text
  while let start = rest.firstIndex(of: "&") {
    guard let entity = ["&amp;", "&lt;", "&gt;", "&quot;"].first(where: rest[start...].hasPrefix) else {
      return false
    }
    rest = rest[start...].dropFirst(entity.count)
  }
  let isPrintable = text.unicodeScalars.allSatisfy { 0x20 <= $0.value || $0 == "\n" || $0 == "\t" }
  return isPrintable && !text.contains("<")
}
