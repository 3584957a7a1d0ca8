/// All a model knows about words, in one place that is never copied.
final class ReplyWords: Sendable {
  let table: WordTable
  let fillers: FillerWords
  let captures: CaptureWords
  let names: NameWords
  let clauses: Clauses

  /// - Parameter table: Has all words of all phrases; this adds the others and finishes it.
  init(
    _ table: consuming WordTable, fillers: [String], ordinary: [String], keywords: CarrierWords,
    examples: [ScannedExamples]
  ) {
    captures = CaptureWords(into: &table)
    names = NameWords(into: &table)
    clauses = Clauses(into: &table)
    self.fillers = FillerWords(fillers, into: &table)
    for word in ordinary { _ = table.internProtected(word) }
    for piece in examples { piece.intern(into: &table) }
    table.finish(keywords: keywords)
    self.table = table
  }

  /// Reads scanned tokens as known words and marks what the phrases ask for.
  func read(_ scanned: consuming ReplyText) -> (reply: ReplyText, captures: Captures, language: ReplyLanguage)
  {
    var reply = ReplyReader.read(scanned, with: self)
    fillers.mark(&reply.tokens)
    let language = names.language(of: reply.tokens)
    let found = CaptureReader.read(&reply, words: self, language: language)
    return (reply, found, language)
  }

  /// Reads as much of a scanned example as the classifier learns from.
  func readExample(_ scanned: consuming ReplyText) -> ReplyText {
    var reply = ReplyReader.read(scanned, with: self)
    CaptureReader.markMoney(in: &reply, words: self)
    return reply
  }
}
