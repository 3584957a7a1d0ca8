import LeadModel

/// Judges columns by their values, for files without a header.
///
/// Only what can hardly be mistaken: phones, emails, web addresses, states and ZIP codes by their look; one column
/// of words as the business and one as the person, told apart by the words businesses have in their names.
enum ColumnGuess {
  static func fields(of sample: [[String]], width: Int) -> [Int: StandardField] {
    var guesses: [Int: StandardField] = [:]
    var words: [(column: Int, businesses: Int, persons: Int)] = []
    var wanted: [CellShape: [StandardField]] = [
      .phone: [.primaryPhone, .mobilePhone], .email: [.businessEmail], .website: [.website], .state: [.state],
      .zipCode: [.zipCode],
    ]
    for column in 0..<width {
      let cells = sample.compactMap { column < $0.count && !$0[column].isEmpty ? $0[column] : nil }
      guard !cells.isEmpty else { continue }
      var tally: [CellShape: Int] = [:]
      for cell in cells { tally[CellShape(cell), default: 0] += 1 }
      // Four of five, so that some bad cells do not hide a column.
      guard let shape = tally.first(where: { cells.count * 4 <= $0.value * 5 })?.key else { continue }
      if shape == .text {
        let businesses = cells.count(where: BusinessWords.contains)
        let persons = cells.count { isPersonLike($0) && !BusinessWords.contains(in: $0) }
        words.append((column, businesses * 100 / cells.count, persons * 100 / cells.count))
      } else if let field = wanted[shape]?.first {
        wanted[shape]?.removeFirst()
        guesses[column] = field
      }
    }
    let business = words.max { ($0.businesses, -$0.column) < ($1.businesses, -$1.column) }
    if let business, 20 <= business.businesses { guesses[business.column] = .businessName }
    let person = words.filter { guesses[$0.column] == nil }.max {
      ($0.persons, -$0.column) < ($1.persons, -$1.column)
    }
    if let person, 80 <= person.persons { guesses[person.column] = .ownerName }
    return guesses
  }

  /// Two to four words of letters, each with a capital: `Ann Lee`.
  private static func isPersonLike(_ cell: String) -> Bool {
    let words = cell.split(separator: " ")
    guard 2...4 ~= words.count else { return false }
    return words.allSatisfy { word in
      word.first?.isUppercase ?? false
        && word.allSatisfy { $0.isLetter || $0 == "." || $0 == "'" || $0 == "-" }
    }
  }
}
