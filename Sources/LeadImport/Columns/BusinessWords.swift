/// Words that businesses have in their names and persons have not.
enum BusinessWords {
  private static let words: Set<String> = [
    "llc", "inc", "corp", "corporation", "co", "company", "ltd", "lp", "llp", "pc", "pllc", "group",
    "services",
    "service", "associates", "partners", "enterprises", "holdings", "restaurant", "cafe", "pizza", "deli",
    "grill",
    "bar", "store", "shop", "auto", "construction", "plumbing", "cleaners", "salon", "market", "systems",
    "solutions", "consulting", "the", "and", "of",
  ]

  static func contains(in name: String) -> Bool {
    if name.utf8.contains(where: { $0 == UInt8(ascii: "&") || $0 == UInt8(ascii: "@") }) { return true }
    return name.split { !$0.isLetter }.contains { words.contains($0.lowercased()) }
  }
}
