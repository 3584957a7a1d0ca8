import LeadModel

/// Whether a lead or a number must not be called, as lists say it.
enum DoNotCallText {
  case listed, notListed, empty
  /// Something stands there that is not clearly no: who may have asked for silence gets it.
  case unclear

  var isBarred: Bool { self == .listed || self == .unclear }

  /// Yes and no, and the words that lists use: `DNC`, `Litigator`, `Not on DNC`, `Clean`.
  static func read(_ cell: CellBytes) -> DoNotCallText {
    switch FlagText.read(cell) {
    case .value(let isListed): return isListed ? .listed : .notListed
    case .empty: return .empty
    case .unreadable: break
    }
    guard cell.count <= 64 else { return .unclear }
    let words = String(decoding: CellText.unwrapped(cell), as: UTF8.self).lowercased()
      .split { !$0.isLetter && !$0.isNumber }.joined(separator: " ")
    if denials.contains(words) || openDenials.contains(where: { words == $0 || words.hasPrefix($0 + " ") }) {
      return .notListed
    }
    return marks.contains { words.contains($0) } ? .listed : .unclear
  }

  private static let denials: Set<String> = [
    "not dnc", "not a litigator", "no dnc", "no litigator", "non dnc", "nondnc", "non litigator", "clean",
    "clear",
    "unlisted", "unregistered", "callable", "contactable", "ok", "okay", "ok to call", "safe", "allowed",
    "permitted",
    "opted in", "opt in", "subscribed", "0 hits", "0 matches",
  ]

  /// Denials that lists go on from: `Not on DNC`, `No match found`.
  private static let openDenials = [
    "not on", "not listed", "not registered", "not found", "no match", "no matches", "no hit", "no hits",
    "no record", "no records",
  ]

  private static let marks = [
    "dnc", "do not", "litigator", "opted out", "opt out", "blocked", "listed", "registered", "unsubscribed",
    "don t",
  ]
}
