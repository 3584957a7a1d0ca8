/// Index of a template in its program.
public struct TemplateID: Hashable, Sendable {
  public let index: Int
  public init(index: Int) { self.index = index }
}

/// When a template is meant to be said; decides what the compiler asks of it.
public enum TemplateUse: String, Hashable, Sendable, CaseIterable {
  /// The first message of a campaign: names the sender and how to opt out.
  case opener
  /// A later message that no reply has come before.
  case followUp = "follow_up"
  /// An answer to something the lead wrote.
  case reply
  /// Keeps in touch over months; no reply has come before.
  case nurture
  /// Brings a deal to its end.
  case closing
  /// An answer to an objection.
  case objection
  /// Times, places, documents.
  case logistics
  /// Said because a law or a carrier asks for it: confirms an opt-out, answers HELP.
  case confirmation

  /// Whether it is said without being asked, to someone who may not know who writes.
  public var isUnprompted: Bool {
    switch self {
    case .opener, .followUp, .nurture: true
    case .reply, .closing, .objection, .logistics, .confirmation: false
    }
  }
}

/// One thing to say, in one or more weighted wordings.
public struct MessageTemplate: Hashable, Sendable {
  public private(set) var id: TemplateID
  public let library: String
  public let name: String
  /// The family that campaigns choose openers from; `nil` for templates that flows name.
  public let theme: String?
  public let use: TemplateUse
  /// The most SMS segments that any wording needs, whatever the lead's data.
  public let segmentBudget: Int
  /// In file order; at least one.
  public let variants: [MessageVariant]
  public let place: Place

  /// The sum of the variants' weights up to and including each; the last is at least 1.
  public let cumulativeWeights: [UInt64]
  /// A hash of library and name: what makes this template's draws its own.
  public let key: UInt64

  /// - Precondition: There is a variant, and weights are not negative.
  public init(
    id: TemplateID, library: String, name: String, theme: String?, use: TemplateUse, segmentBudget: Int,
    variants: [MessageVariant], place: Place
  ) {
    precondition(!variants.isEmpty, "a template says something")
    self.id = id
    self.library = library
    self.name = name
    self.theme = theme
    self.use = use
    self.segmentBudget = segmentBudget
    self.variants = variants
    self.place = place
    key = stableHash("\(library).\(name)".utf8)
    var sum: UInt64 = 0
    var sums = variants.map { variant in
      sum += UInt64(variant.weight)
      return sum
    }
    // Weights that are all zero mean that nothing was preferred.
    if sum == 0 { sums = variants.indices.map { UInt64($0) + 1 } }
    cumulativeWeights = sums
  }

  /// The same template under another number.
  public func numbered(_ id: TemplateID) -> MessageTemplate {
    var copy = self
    copy.id = id
    return copy
  }

  /// As flows name it: `library.name`.
  public var reference: String { "\(library).\(name)" }
}

/// One wording of a template, and how often it is chosen.
public struct MessageVariant: Hashable, Sendable {
  /// How reports name it (`a`, `b`, …, or as written).
  public let name: String
  /// Relative to the other variants; 0 switches it off; at most 1,000,000.
  public let weight: Int
  public let wording: Wording
  public let place: Place

  public static let heaviest = 1_000_000

  public init(name: String, weight: Int, wording: Wording, place: Place) {
    self.name = name
    self.weight = min(max(0, weight), MessageVariant.heaviest)
    self.wording = wording
    self.place = place
  }
}

/// A 64-bit hash that is the same in every run and on every machine (FNV-1a, then a finalizer).
///
/// For keyed draws, not for tables: it does not resist an attacker.
@inlinable
public func stableHash(_ bytes: some Sequence<UInt8>) -> UInt64 {
  var hash: UInt64 = 0xCBF2_9CE4_8422_2325
  for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
  return mixed(hash)
}

/// Spreads every bit of a word over all others (the finalizer of SplitMix64).
@inlinable
public func mixed(_ word: UInt64) -> UInt64 {
  var word = word
  word = (word ^ (word >> 30)) &* 0xBF58_476D_1CE4_E5B9
  word = (word ^ (word >> 27)) &* 0x94D0_49BB_1331_11EB
  return word ^ (word >> 31)
}
