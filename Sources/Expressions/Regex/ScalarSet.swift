/// A set of Unicode scalars: what one step of a pattern takes.
struct ScalarSet: Hashable, Sendable {
  /// Closed ranges, ascending, apart from each other.
  private(set) var ranges: [ClosedRange<UInt32>] = []
  /// General categories, by bit; besides `ranges`.
  private(set) var categories: UInt32 = 0
  /// Whether the set is everything that `ranges` and `categories` are not.
  private(set) var isComplement = false
  private var ascii: (low: UInt64, high: UInt64) = (0, 0)

  static let last: UInt32 = 0x10_FFFF

  init() {}

  init(_ ranges: [ClosedRange<UInt32>], categories: UInt32 = 0) {
    self.categories = categories
    add(ranges)
  }

  init(_ scalar: Unicode.Scalar) { self.init([scalar.value...scalar.value]) }

  static let any = ScalarSet([0...last])
  static let notNewline = ScalarSet([0...0x09, 0x0B...last])
  static let digits = ScalarSet([0x30...0x39])
  static let spaces = ScalarSet([0x09...0x0A, 0x0C...0x0D, 0x20...0x20])
  static let wordInBothCases = word.withBothCases
  static let word = ScalarSet([0x30...0x39, 0x41...0x5A, 0x5F...0x5F, 0x61...0x7A])

  static func == (a: ScalarSet, b: ScalarSet) -> Bool {
    a.ranges == b.ranges && a.categories == b.categories && a.isComplement == b.isComplement
  }
  func hash(into hasher: inout Hasher) { hasher.combine(ranges) }

  mutating func add(_ added: [ClosedRange<UInt32>]) {
    let sorted = (ranges + added).sorted { $0.lowerBound < $1.lowerBound }
    var merged: [ClosedRange<UInt32>] = []
    for range in sorted {
      if let last = merged.last, range.lowerBound <= last.upperBound &+ 1 {
        merged[merged.count - 1] = last.lowerBound...max(last.upperBound, range.upperBound)
      } else {
        merged.append(range)
      }
    }
    ranges = merged
    ascii = (0, 0)
    for range in merged where range.lowerBound < 128 {
      for value in range.lowerBound...min(range.upperBound, 127) {
        if value < 64 { ascii.low |= 1 << UInt64(value) } else { ascii.high |= 1 << UInt64(value - 64) }
      }
    }
  }

  /// - Precondition: Neither is a complement; brackets are turned over as a whole, when all is in them.
  mutating func add(_ other: ScalarSet) {
    precondition(!isComplement && !other.isComplement, "a complement is not added to")
    categories |= other.categories
    add(other.ranges)
  }

  /// Every scalar that is not in the set.
  var inverted: ScalarSet {
    if categories != 0 || isComplement {
      // Every scalar has exactly one category.
      if ranges.isEmpty, !isComplement { return ScalarSet([], categories: ~categories) }
      var set = self
      set.isComplement.toggle()
      return set
    }
    var gaps: [ClosedRange<UInt32>] = []
    var start: UInt32 = 0
    for range in ranges {
      if start < range.lowerBound { gaps.append(start...range.lowerBound - 1) }
      start = range.upperBound + 1
    }
    if start <= Self.last { gaps.append(start...Self.last) }
    return ScalarSet(gaps)
  }

  /// The set of one scalar in both cases.
  static func bothCases(of scalar: Unicode.Scalar) -> ScalarSet {
    scalar.value < 0x80 ? asciiInBothCases[Int(scalar.value)] : ScalarSet(scalar).withBothCases
  }

  private static let asciiInBothCases = (UInt32(0)..<0x80).map { ScalarSet([$0...$0]).withBothCases }

  /// The set with the other case of each of its letters.
  var withBothCases: ScalarSet {
    var set = self
    // A letter's other case may have another one yet: the Kelvin sign is a k, whose other case is K.
    for _ in 0..<2 { set.add(set.otherCases) }
    return set
  }

  /// Longer ranges are not looked through: they hold both cases of what is in them.
  private static let foldedRangeLimit = 2_048

  /// How many scalars are looked at for their other case.
  var foldedCount: Int {
    ranges.reduce(0) { $0 + ($1.count <= Self.foldedRangeLimit ? $1.count : 0) }
  }

  private var otherCases: [ClosedRange<UInt32>] {
    var added: [ClosedRange<UInt32>] = []
    for range in ranges where range.count <= Self.foldedRangeLimit {
      for value in range {
        if value < 0x80 {
          // What Unicode says of ASCII, without asking it letter by letter.
          if (value | 0x20) &- 0x61 < 26 { added.append(value ^ 0x20...value ^ 0x20) }
          if value | 0x20 != 0x6B, value | 0x20 != 0x73 { continue }
        }
        if let forms = Self.forms[value] { added += forms.map { $0...$0 } }
        guard let scalar = Unicode.Scalar(value) else { continue }
        let properties = scalar.properties
        for mapping in [
          properties.lowercaseMapping, properties.uppercaseMapping, properties.titlecaseMapping,
        ] {
          if let other = mapping.unicodeScalars.first, mapping.unicodeScalars.count == 1, other != scalar {
            added.append(other.value...other.value)
          }
        }
      }
    }
    return added
  }

  /// Letters whose forms no mapping leads to from each of them, all by each: the Kelvin sign is a k, the micro sign a
  /// mu (Unicode's simple case folding).
  private static let forms: [UInt32: [UInt32]] = {
    let groups = """
      kK\u{212A} sSſ µμΜ åÅ\u{212B} ßẞ Ǆǅǆ Ǉǈǉ Ǌǋǌ Ǳǲǳ \u{345}ιΙ\u{1FBE} ΐ\u{1FD3} ΰ\u{1FE3} βΒϐ εΕϵ θΘϑϴ κΚϰ πΠϖ
      ρΡϱ σΣς φΦϕ ωΩ\u{2126} вВ\u{1C80} дД\u{1C81} оО\u{1C82} сС\u{1C83} тТ\u{1C84}\u{1C85} ъЪ\u{1C86} ѣѢ\u{1C87}
      ꙋꙊ\u{1C88} ṡṠẛ ﬅﬆ
      """
    var forms: [UInt32: [UInt32]] = [:]
    for group in groups.unicodeScalars.split(whereSeparator: { $0 == " " || $0 == "\n" }) {
      let values = group.map(\.value)
      for value in values { forms[value] = values }
    }
    return forms
  }()

  func contains(_ scalar: Unicode.Scalar) -> Bool { holds(scalar) != isComplement }

  private func holds(_ scalar: Unicode.Scalar) -> Bool {
    let value = scalar.value
    if value < 64 {
      if ascii.low & (1 << UInt64(value)) != 0 { return true }
    } else if value < 128 {
      if ascii.high & (1 << UInt64(value - 64)) != 0 { return true }
    }
    if value >= 128 {
      var low = 0
      var high = ranges.count
      while low < high {
        let middle = (low + high) / 2
        if ranges[middle].upperBound < value { low = middle + 1 } else { high = middle }
      }
      if low < ranges.count, ranges[low].lowerBound <= value { return true }
    }
    return categories != 0 && categories & scalar.properties.generalCategory.bit != 0
  }
}

extension Unicode.GeneralCategory {
  /// The two-letter names of Unicode's table of categories, in one fixed order.
  private var place: UInt32 {
    switch self {
    case .uppercaseLetter: 0
    case .lowercaseLetter: 1
    case .titlecaseLetter: 2
    case .modifierLetter: 3
    case .otherLetter: 4
    case .nonspacingMark: 5
    case .spacingMark: 6
    case .enclosingMark: 7
    case .decimalNumber: 8
    case .letterNumber: 9
    case .otherNumber: 10
    case .connectorPunctuation: 11
    case .dashPunctuation: 12
    case .openPunctuation: 13
    case .closePunctuation: 14
    case .initialPunctuation: 15
    case .finalPunctuation: 16
    case .otherPunctuation: 17
    case .mathSymbol: 18
    case .currencySymbol: 19
    case .modifierSymbol: 20
    case .otherSymbol: 21
    case .spaceSeparator: 22
    case .lineSeparator: 23
    case .paragraphSeparator: 24
    case .control: 25
    case .format: 26
    case .surrogate: 27
    case .privateUse: 28
    case .unassigned: 29
    @unknown default: 29
    }
  }

  fileprivate var bit: UInt32 { 1 << place }

  /// Categories by bit, with all three of letters that have case where one is among them.
  static func inAllCases(_ bits: UInt32) -> UInt32 {
    let letters = Self.uppercaseLetter.bit | Self.lowercaseLetter.bit | Self.titlecaseLetter.bit
    return bits & letters == 0 ? bits : bits | letters
  }

  private static let names = [
    "Lu", "Ll", "Lt", "Lm", "Lo", "Mn", "Mc", "Me", "Nd", "Nl", "No", "Pc", "Pd", "Ps", "Pe", "Pi", "Pf",
    "Po",
    "Sm", "Sc", "Sk", "So", "Zs", "Zl", "Zp", "Cc", "Cf", "Cs", "Co", "Cn",
  ]

  /// The bits of a category such as `Lu`, or of a group of them such as `L`; `nil` for another name.
  static func bits(named name: String) -> UInt32? {
    var bits: UInt32 = 0
    for (place, category) in names.enumerated()
    where category == name || (name.count == 1 && category.hasPrefix(name)) {
      bits |= 1 << UInt32(place)
    }
    return bits == 0 ? nil : bits
  }
}
