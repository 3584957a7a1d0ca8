/// Some examples, split into words.
struct ScannedExamples: Sendable {
  let texts: [ReplyText]
  /// The few words that the table did not know for sure, to be entered in order.
  private let doubtful: [(text: Int, token: Token)]

  init(_ texts: ArraySlice<String>, known table: WordTable) {
    let scanned = texts.map { ReplyText.scanning($0) }
    self.texts = scanned
    doubtful = scanned.indices.flatMap { text in
      scanned[text].tokens.lazy.filter { table.mayTeach($0, of: scanned[text]) }.map { (text, $0) }
    }
  }

  /// Enters the examples' words.
  func intern(into table: inout WordTable) {
    for (text, token) in doubtful { table.internExample(token, of: texts[text]) }
  }
}
