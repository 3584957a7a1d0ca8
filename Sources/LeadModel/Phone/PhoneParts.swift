/// One written number, taken apart into its digits, its extension and what its words say.
struct PhoneParts {
  private let text: CellBytes
  private var index = 0
  private var digits: UInt64 = 0
  private var count = 0
  private var hasPlus = false
  private var isFax = false
  private var hasStrayLetters = false
  private var phoneExtension: PhoneExtension?

  /// - Parameter text: Plain lower-case ASCII, trimmed.
  init(_ text: CellBytes) {
    self.text = text
    scan()
  }

  var reading: PhoneReading {
    if count == 0 || (hasStrayLetters && count < 10) { return .unusable(.letters) }
    if isFax { return .unusable(.fax) }
    if hasPlus {
      guard leadingDigit == 1 else { return .unusable(.notNorthAmerican) }
      guard count == 11 else { return .unusable(count < 11 ? .tooShort : .tooLong) }
      return PhoneReading(tenDigits: digits % 10_000_000_000, phoneExtension: phoneExtension)
    }
    if 11 <= count, startsAbroad { return .unusable(.international) }
    switch count {
    case 10: return PhoneReading(tenDigits: digits, phoneExtension: phoneExtension)
    case 11 where digits / 10_000_000_000 == 1:
      return PhoneReading(tenDigits: digits - 10_000_000_000, phoneExtension: phoneExtension)
    default: return .unusable(count < 10 ? .tooShort : .tooLong)
    }
  }

  private var leadingDigit: UInt64 {
    var rest = digits
    for _ in 1..<max(count, 1) { rest /= 10 }
    return rest
  }

  /// Whether the first digits are 011; as a number they have lost their zero.
  private var startsAbroad: Bool {
    var seen = 0
    for byte in text where byte.isDigit {
      guard byte == (seen == 0 ? 0x30 : 0x31) else { return false }
      seen += 1
      if seen == 3 { return true }
    }
    return false
  }

  /// Enough digits for a whole number, so that what follows is a remark.
  private var isComplete: Bool { 11 <= count || (count == 10 && leadingDigit != 1 && !hasPlus) }

  private mutating func scan() {
    while index < text.count, count < 18 {
      let byte = text[index]
      if byte.isDigit {
        add(UInt64(byte & 15))
        index += 1
      } else if PhoneParts.startsExtension(text, at: index), 7 <= count {
        readExtension()
        return
      } else if byte.isLetter {
        readWord()
      } else {
        if byte == 0x2B, count == 0 { hasPlus = true }
        index += 1
      }
    }
  }

  private mutating func add(_ digit: UInt64) {
    digits = digits * 10 + digit
    count += 1
  }

  private mutating func readWord() {
    var end = index
    while end < text.count, text[end].isLetter { end += 1 }
    let word = text.slice(index, end)
    if word.equals("fax") || word.equals("facsimile") {
      isFax = true
    } else if PhoneParts.isLabel(word) {
      // Says what the number is for; which column it stands in says it too.
    } else if isVanity {
      for letter in word where !isComplete { add(PhoneParts.key(letter)) }
    } else if !isComplete {
      hasStrayLetters = true
    }
    index = end
  }

  /// Whether letters here stand for digits: only after an area code, or "call office" would be a number.
  private var isVanity: Bool {
    guard !isComplete else { return false }
    return 3 <= (0 < count && leadingDigit == 1 ? count - 1 : count)
  }

  /// The digit a letter shares a key with.
  private static func key(_ letter: UInt8) -> UInt64 {
    let keys: StaticString = "22233344455566677778889999"
    return UInt64(keys.utf8Start[Int(letter - 97)] & 15)
  }

  private static func isLabel(_ word: CellBytes) -> Bool {
    switch word.count {
    case 1: "chmoptwd".utf8.contains(word[0])
    case 2: word.equals("ph") || word.equals("hm") || word.equals("wk") || word.equals("no")
    case 3: word.equals("tel") || word.equals("mob") || word.equals("dir") || word.equals("biz")
    case 4:
      word.equals("cell") || word.equals("home") || word.equals("work") || word.equals("main")
        || word.equals("text") || word.equals("call") || word.equals("line") || word.equals("desk")
    case 5: word.equals("phone") || word.equals("other")
    case 6:
      word.equals("mobile") || word.equals("office") || word.equals("direct") || word.equals("number")
    case 8: word.equals("business") || word.equals("personal") || word.equals("landline")
    case 9: word.equals("telephone") || word.equals("corporate") || word.equals("alternate")
    default: false
    }
  }
}

extension PhoneParts {
  /// Whether an extension is announced at `start`: `x12`, `ext. 204`, `Ext:7`, `#9`, `;ext=55`.
  static func startsExtension(_ text: CellBytes, at start: Int) -> Bool {
    extensionDigits(text, at: start) != nil
  }

  private static func extensionDigits(_ text: CellBytes, at start: Int) -> Int? {
    var index = start
    while index < text.count, text[index] == 0x20 || text[index] == 0x3B { index += 1 }
    let wordStart = index
    while index < text.count, text[index].isLetter { index += 1 }
    let word = text.slice(wordStart, index)
    if word.isEmpty {
      guard index < text.count, text[index] == 0x23 else { return nil }
      index += 1
    } else {
      guard
        word.equals("x") || word.equals("ext") || word.equals("extn") || word.equals("exten")
          || word.equals("extension")
      else { return nil }
    }
    while index < text.count, " .:=#".utf8.contains(text[index]) { index += 1 }
    return index < text.count && text[index].isDigit ? index : nil
  }

  private mutating func readExtension() {
    guard var place = PhoneParts.extensionDigits(text, at: index) else { return }
    var (value, length) = (UInt32(0), 0)
    while place < text.count, text[place].isDigit, length < PhoneExtension.maxDigits {
      value = value * 10 + UInt32(text[place] & 15)
      length += 1
      place += 1
    }
    phoneExtension = PhoneExtension(value: value, count: UInt8(length))
    index = text.count
  }
}
