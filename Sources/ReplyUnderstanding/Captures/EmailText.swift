/// An email address as people type it: "joe@example.com", "joe at example dot com", "mike@example,com".
struct EmailText {
  /// Lower case; empty when it is clearly meant as an address but cannot be told for certain.
  private(set) var address: [UInt8] = []
  private(set) var end: Int
  private let source: [UInt8]
  private let limit: Int

  /// Where the address that starts at `start` ends; nil when none starts there.
  static func end(in source: [UInt8], from start: Int, to end: Int) -> Int? {
    parse(source, from: start, to: end)?.end
  }

  static func parse(_ source: [UInt8], from start: Int, to end: Int) -> EmailText? {
    var text = EmailText(end: start, source: source, limit: min(end, start + 120))
    return text.readLocalPart() && text.readDomain() ? text : nil
  }

  private init(end: Int, source: [UInt8], limit: Int) {
    self.end = end
    self.source = source
    self.limit = limit
  }

  private mutating func readLocalPart() -> Bool {
    while true {
      let start = end
      while end < limit, isLocal(source[end]) {
        address.append(lower(source[end]))
        end += 1
      }
      guard end > start, address.count <= 64 else { return false }
      if readAt() { return true }
      // "b o b at …": spelt out.
      if end - start == 1, isLetterAlone(behind: end) {
        end += 1
        continue
      }
      // "joe underscore k at …"
      guard let joint = spoken([("underscore", 0x5F), ("dot", 0x2E), ("dash", 0x2D), ("hyphen", 0x2D)]) else {
        return false
      }
      address.append(joint)
    }
  }

  /// Whether one blank and a single letter stand behind a place.
  private func isLetterAlone(behind place: Int) -> Bool {
    guard place + 2 < limit, source[place] == 0x20, isLetter(source[place + 1] | 0x20) else { return false }
    return source[place + 2] == 0x20
  }

  private mutating func readAt() -> Bool {
    var place = end
    while place < limit, source[place] == 0x20 { place += 1 }
    if place < limit, source[place] == UInt8(ascii: "@") {
      place += 1
      while place < limit, source[place] == 0x20 { place += 1 }
      end = place
      address.append(UInt8(ascii: "@"))
      return true
    }
    if spoken([("(at)", 0x40), ("[at]", 0x40)]) == nil {
      // "at" is a word in its own right: only a spoken dot or a known ending makes it part of an address.
      guard spoken([("at", 0x40)]) != nil, isAddressBehindSpokenAt(end) else { return false }
    }
    address.append(UInt8(ascii: "@"))
    return true
  }

  private func isAddressBehindSpokenAt(_ place: Int) -> Bool {
    var index = place
    while index < limit, isLabel(source[index]) { index += 1 }
    guard index > place, index < limit else { return false }
    var copy = self
    copy.end = index
    if copy.spoken([("dot", 0x2E), ("(dot)", 0x2E), ("[dot]", 0x2E)]) != nil { return true }
    while index < limit, source[index] == 0x20 { index += 1 }
    guard index < limit, source[index] == UInt8(ascii: ".") else { return false }
    index += 1
    while index < limit, source[index] == 0x20 { index += 1 }
    // "look at example.com" names a site: only what follows "is", "to" or "mail" is an address.
    guard EmailText.isEnding(source[index..<endOfLabel(index)]) else { return false }
    return address.contains { !isLetter($0) } || isIntroduced
  }

  private var isIntroduced: Bool {
    var start = end
    // Back over " at " and the local part, to the word before.
    var words = 0
    while start > 0, words < 2 {
      start -= 1
      if source[start] == 0x20 { words += 1 }
    }
    while start > 0, source[start - 1] != 0x20, isLocal(source[start - 1]) { start -= 1 }
    let before = (max(0, start - 24)..<start).map { lower(source[$0]) }
    let text = String(decoding: before, as: UTF8.self)
    return ["is ", "to ", "mail ", "mail: ", "its "].contains { text.hasSuffix($0) }
  }

  private mutating func readDomain() -> Bool {
    var (labels, lastLabel, lastEnd) = (0, end, end)
    while true {
      let start = end
      let stop = endOfLabel(start)
      guard stop > start else { return labels >= 2 }
      let label = source[start..<stop]
      // "joe@example.com.Call me": the sentence ended and the blank is missing.
      if labels >= 2, EmailText.isEnding(source[lastLabel..<lastEnd]), !EmailText.isEnding(label) {
        address.removeLast()
        end = lastEnd
        return true
      }
      (lastLabel, lastEnd) = (start, stop)
      address.append(contentsOf: label.map(lower))
      end = stop
      labels += 1
      guard readDot() else { break }
    }
    if labels >= 2 { return true }
    // "steve@examplecom": an address with its dot missing.
    let isGlued = ["com", "net", "org"].contains { address.suffix(3).elementsEqual($0.utf8) }
    guard isGlued else { return false }
    address = []
    return true
  }

  private mutating func readDot() -> Bool {
    var place = end
    while place < limit, source[place] == 0x20 { place += 1 }
    if place < limit, source[place] == UInt8(ascii: ".") || source[place] == UInt8(ascii: ",") {
      let isTight = place == end && source[place] == UInt8(ascii: ".")
      place += 1
      while place < limit, source[place] == UInt8(ascii: ".") { place += 1 }
      let gap = place
      while place < limit, source[place] == 0x20 { place += 1 }
      let label = endOfLabel(place)
      // A full stop and the next sentence are no domain: behind a blank or a comma only a known ending is.
      guard label > place, isTight && gap == place || EmailText.isEnding(source[place..<label]) else {
        return false
      }
      end = place
      address.append(UInt8(ascii: "."))
      return true
    }
    guard spoken([("dot", 0x2E), ("(dot)", 0x2E), ("[dot]", 0x2E)]) != nil else { return false }
    address.append(UInt8(ascii: "."))
    return true
  }

  /// Reads one of some spoken signs between blanks.
  private mutating func spoken(_ signs: [(String, UInt8)]) -> UInt8? {
    var place = end
    while place < limit, source[place] == 0x20 { place += 1 }
    for (word, sign) in signs {
      let bytes = Array(word.utf8)
      let stop = place + bytes.count
      let isBracketed = bytes[0] == UInt8(ascii: "(") || bytes[0] == UInt8(ascii: "[")
      guard stop < limit, isBracketed || place > end && source[stop] == 0x20 else { continue }
      guard (0..<bytes.count).allSatisfy({ lower(source[place + $0]) == bytes[$0] }) else { continue }
      var next = stop
      while next < limit, source[next] == 0x20 { next += 1 }
      end = next
      return sign
    }
    return nil
  }

  private func endOfLabel(_ start: Int) -> Int {
    var index = start
    while index < limit, isLabel(source[index]) { index += 1 }
    return index
  }

  static func isEnding(_ label: ArraySlice<UInt8>) -> Bool {
    guard 2...4 ~= label.count else { return false }
    let text = String(decoding: label.map(lower), as: UTF8.self)
    return ["com", "net", "org", "edu", "gov", "us", "co", "biz", "info", "io", "me", "mx", "ca", "uk"]
      .contains(text)
  }

  private func isLocal(_ byte: UInt8) -> Bool {
    isLabel(byte) || [0x2E, 0x5F, 0x25, 0x2B, 0x27].contains(byte)
  }

  private func isLabel(_ byte: UInt8) -> Bool {
    isLetter(byte | 0x20) && byte >= 0x41 || isDigit(byte) || byte == UInt8(ascii: "-")
  }
}

/// A web address.
enum LinkText {
  static func end(in source: [UInt8], from start: Int, to end: Int) -> Int? {
    func hasPrefix(_ prefix: StaticString) -> Bool {
      let count = prefix.utf8CodeUnitCount
      guard start + count < end else { return false }
      return (0..<count).allSatisfy { lower(source[start + $0]) == prefix.utf8Start[$0] }
    }
    var stop = start
    while stop < end, source[stop] > 0x20 { stop += 1 }
    if hasPrefix("http://") || hasPrefix("https://") || hasPrefix("www.") { return stop }
    // "example.com" or "example.com/menu", nothing shorter.
    guard let dot = (start..<stop).first(where: { source[$0] == UInt8(ascii: ".") }), dot > start + 1 else {
      return nil
    }
    let label = (dot + 1..<stop).prefix { isLetter(source[$0] | 0x20) }
    let after = dot + 1 + label.count
    guard after == stop || !isDigit(source[after]) else { return nil }
    return ["com", "net", "org", "gov", "edu", "io", "co", "ly"].contains(
      String(decoding: label.map { lower(source[$0]) }, as: UTF8.self))
      ? (source[after...].first == UInt8(ascii: "/") ? stop : after) : nil
  }
}

@inline(__always)
func lower(_ byte: UInt8) -> UInt8 { isUpper(byte) ? byte | 0x20 : byte }
