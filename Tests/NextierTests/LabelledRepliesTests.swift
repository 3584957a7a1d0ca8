import Testing

@testable import nextier

@Suite struct LabelledRepliesTests {
  @Test func `a label nobody knows is told, and does not count as missed`() throws {
    let text = "text\tintent\talso\nyes, how much?\tinterested\tquestion_price, intrested\nhm\tunclaer\t\n"
    let replies = try LabelledReplies(parsing: text, intents: ["interested", "question_price"])
    #expect(replies.replies.map(\.also) == [["question_price"]])
    #expect(
      replies.problems == [
        "line 2: 'intrested' in 'also' is no intent of the workflow, and is left out",
        "line 3: 'unclaer' is no intent of the workflow",
      ])
  }

  @Test(arguments: ["", "text\n", "text\tintent\nx\ty\n"])
  func `a file without replies is refused`(text: String) {
    #expect(throws: LabelledReplies.Refusal.self) {
      try LabelledReplies(parsing: text, intents: ["interested"])
    }
  }
}
