/// An element of a well-formed XML text, read strictly enough to catch what a browser would refuse.
struct XMLElement: Sendable {
  var name: String
  var attributes: [String: String]
  var children: [XMLElement] = []
  /// All characters directly inside, unescaped.
  var text = ""

  struct Malformed: Error, CustomStringConvertible {
    var description: String
  }

  init(parsing document: String) throws {
    var reader = Reader(bytes: Array(document.utf8))
    self = try reader.element()
    guard reader.bytes[reader.next...].allSatisfy({ $0 == UInt8(ascii: "\n") }) else {
      throw Malformed(description: "text after the root")
    }
  }

  fileprivate init(name: String, attributes: [String: String]) {
    self.name = name
    self.attributes = attributes
  }

  func first(_ name: String) -> XMLElement? { children.first { $0.name == name } }
  func number(_ attribute: String) -> Double? { attributes[attribute].flatMap(Double.init) }
  func has(kind: String) -> Bool {
    attributes["class", default: ""].split(separator: " ").contains { $0 == kind }
  }
}

private struct Reader {
  let bytes: [UInt8]
  var next = 0

  mutating func take(_ expected: StaticString) throws {
    let count = expected.utf8CodeUnitCount
    for index in 0..<count {
      guard next < bytes.count, bytes[next] == expected.utf8Start[index] else {
        throw XMLElement.Malformed(description: "expected \(expected) at byte \(next)")
      }
      next += 1
    }
  }

  func peek(_ byte: Unicode.Scalar, ahead: Int = 0) -> Bool {
    next + ahead < bytes.count && bytes[next + ahead] == UInt8(ascii: byte)
  }

  mutating func until(_ a: Unicode.Scalar, _ b: Unicode.Scalar? = nil, _ c: Unicode.Scalar? = nil) throws
    -> String
  {
    let (first, second, third) = (
      UInt8(ascii: a), b.map { UInt8(ascii: $0) } ?? 0, c.map { UInt8(ascii: $0) } ?? 0
    )
    let start = next
    while next < bytes.count, bytes[next] != first, bytes[next] != second, bytes[next] != third { next += 1 }
    guard next < bytes.count else { throw XMLElement.Malformed(description: "ends too early") }
    return String(decoding: bytes[start..<next], as: UTF8.self)
  }

  mutating func element() throws -> XMLElement {
    try take("<")
    let name = try until(" ", "/", ">")
    guard !name.isEmpty, name.allSatisfy(\.isLetter) else {
      throw XMLElement.Malformed(description: "name '\(name)'")
    }
    var element = XMLElement(name: name, attributes: [:])
    while peek(" ") {
      next += 1
      let key = try until("=")
      guard key.allSatisfy({ $0.isLetter || $0 == "-" }), element.attributes[key] == nil else {
        throw XMLElement.Malformed(description: "attribute '\(key)'")
      }
      try take("=\"")
      element.attributes[key] = try unescaped(until("\"", "<"))
      try take("\"")
    }
    if peek("/") {
      try take("/>")
      return element
    }
    try take(">")
    while true {
      element.text += try unescaped(until("<"))
      if peek("/", ahead: 1) { break }
      element.children.append(try self.element())
    }
    try take("</")
    guard try until(">") == name else { throw XMLElement.Malformed(description: "'\(name)' is not closed") }
    try take(">")
    return element
  }

  /// Resolves entities, and refuses characters that XML 1.0 does not have.
  func unescaped(_ text: String) throws -> String {
    let isAllowed = { (character: Unicode.Scalar) in
      (0x20 <= character.value || character == "\n") && character.value & 0xFFFE != 0xFFFE
    }
    guard text.unicodeScalars.allSatisfy(isAllowed) else {
      throw XMLElement.Malformed(description: "control character in '\(text)'")
    }
    guard text.utf8.contains(UInt8(ascii: "&")) else { return text }
    var parts = text.split(separator: "&", omittingEmptySubsequences: false)
    var result = String(parts.removeFirst())
    for part in parts {
      guard let end = part.firstIndex(of: ";") else {
        throw XMLElement.Malformed(description: "bare & in '\(text)'")
      }
      switch part[..<end] {
      case "amp": result += "&"
      case "lt": result += "<"
      case "gt": result += ">"
      case "quot": result += "\""
      case "#39": result += "'"
      case "#10": result += "\n"
      default: throw XMLElement.Malformed(description: "entity '\(part[..<end])'")
      }
      result += part[part.index(after: end)...]
    }
    return result
  }
}
