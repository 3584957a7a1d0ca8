/// The words of each carrier keyword: those that no file can take away, and what the law's file adds to them.
public struct CarrierWords: Hashable, Sendable {
  private var added: [CarrierKeyword: [String]] = [:]

  /// The words that stand without any file.
  public init() {}

  /// Why a word cannot be one of a keyword's.
  public enum Problem: Error, Hashable, Sendable {
    /// It has nothing that a reply is compared by, or an address, a number to call or more words than are compared.
    case noWord
    /// As a whole message it means this already.
    case isTaken(by: CarrierKeyword)
  }

  /// Lets a word mean a keyword when it is the whole message; one that does already changes nothing.
  public mutating func add(_ word: String, to keyword: CarrierKeyword) throws(Problem) {
    guard let form = Self.form(of: word) else { throw .noWord }
    for known in CarrierKeyword.allCases where self[known].contains(where: { Self.form(of: $0) == form }) {
      if known == keyword { return }
      throw .isTaken(by: known)
    }
    added[keyword, default: []].append(word)
  }

  /// The words of one keyword, those of the floor first.
  public subscript(keyword: CarrierKeyword) -> [String] { keyword.floor + (added[keyword] ?? []) }

  /// The words of the keyword that belongs to an intent; none for most.
  func words(of intent: String) -> [String] { CarrierKeyword(of: intent).map { self[$0] } ?? [] }

  /// What two spellings of one word have in common: "Opt-Out!" and "opt out".
  private static func form(of word: String) -> [[UInt8]]? {
    let scanned = ReplyText.scanning(word)
    var form: [[UInt8]] = []
    for token in scanned.tokens {
      switch token.kind {
      case .word, .number: form.append(Array(scanned.letters[Int(token.textStart)..<Int(token.textEnd)]))
      case .symbol, .question: continue
      case .email, .phone, .url, .clock, .date: return nil
      }
    }
    return form.isEmpty || ReplyText.longestKeyword < form.count ? nil : form
  }
}
