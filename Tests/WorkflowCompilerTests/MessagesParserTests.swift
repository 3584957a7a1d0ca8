import Diagnostics
import TestSupport
import Testing
import WorkflowCompiler
import WorkflowProgram

@Suite struct MessagesParserTests {
  @Test(arguments: [
    ("Hi {firstName|there}, ok", "Hi {firstName|there}, ok"),
    ("{ firstName | there }", "{firstName| there }"),  // Spaces around the name only.
    ("{city|}", "{city|}"),
    ("{{owner_name}} of {{business_name}}", "{ownerName|there} of {companyName|your business}"),
    ("{{industry}} {{city}} {{state}}", "{industry|your industry} {city|} {state|}"),
    ("{{city|Reno}}", "{city|Reno}"),
    ("{fact.years_in_business} years", "12 years"),
    ("{fact.unknown|some} years", "some years"),
    ("{lead.sde|your earnings}", "{lead.22|your earnings}"),
    ("{capture.time|then}", "{capture.time|then}"),
    ("{greeting} {ask} {giveUp} {signOff}", "{greeting} {ask} {giveUp} {signOff}"),
    ("a \\{b\\} c\\\\d \\e", "a \\{b} c\\\\d \\\\e"),
    ("{city|a \\} b}", "{city|a } b}"),
    ("“It’s” – fine…", "\"It's\" - fine..."),
    ("", ""),
  ])
  func `reads the template language`(_ text: String, _ expected: String) {
    let (wording, diagnostics) = MessagesFixture.text(text)
    #expect(wording.wording.description == expected)
    #expect(diagnostics.map(\.message) == [])
  }

  @Test func `says what is wrong, where, and what to write`() {
    let texts = [
      "Hi {firstName, how are you", "Hi {firstName|there, ok", "Hi {, ok", "a } b", "a {} b", "{{city} now",
      "{{firstName}} now", "{{ownr_name}}", "{firstname|x}", "{business_name|x}", "{nonsense|x}",
      "{lead.sdee|x}",
      "{lead.nothing_like_it|x}", "{fact.years|x} {fact.year_in_business} {fact.offices}", "{capture.tiem|x}",
      "{firstName} {state} {lead.city} {capture.email}", "{calendarLink}", "{a{b}", "{firstName|a{b}c}",
    ]
    var listing = ""
    for text in texts {
      var files = SourceFiles()
      _ = files.add(SourceFile(path: "t", bytes: Array(text.utf8)))
      let (wording, diagnostics) = MessagesFixture.text(text)
      listing +=
        "\(text)\n\(MessagesFixture.listing(diagnostics, in: files))\n    reads: \(wording.wording)\n\n"
    }
    expectGolden(listing, "messages-syntax.txt")
  }

  @Test(arguments: [
    "Hi {firstName, how are you", "a } b", "{{firstName}} now", "{{ownr_name}}", "{firstname|x}",
    "{business_name|x}",
    "{fact.year_in_business} years", "{firstName} hi", "{capture.tiem|x}",
  ])
  func `a fix-it leaves nothing to say`(_ text: String) {
    var text = text
    // A fix may bring the next thing to light (a variable that may be empty), but not the same again.
    for _ in 0..<3 { text = MessagesFixture.fixed(text, MessagesFixture.text(text).diagnostics) }
    #expect(MessagesFixture.text(text).diagnostics.map(\.message) == [])
  }

  @Test func `a place inside a quoted scalar is the file's`() throws {
    let yaml = "templates: t\ntexts:\n  a: { use: reply, text: \"It\\\"s {oops} here\" }\n"
    let (node, files) = MessagesFixture.document(yaml)
    let compiler = MessagesFixture.compiler(MessagesFixture.context())
    let (_, diagnostics) = compiler.compile(TemplateLibrarySyntax(try #require(node)))
    #expect(diagnostics.compactMap(\.range).map { files.place($0) } == ["messages.yaml:3:34"])
  }

  @Test(arguments: UInt64(0)..<200)
  func `any text can be read, and what is read has no markup left`(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let pieces = [
      "{", "}", "{{", "}}", "|", "\\", "firstName", "city", "lead.", "fact.", "é", " ", "a", "“", "\n",
    ]
    for _ in 0..<20 {
      let text = (0..<Int.random(in: 0...12, using: &random)).compactMap { _ in
        pieces.randomElement(using: &random)
      }
      .joined()
      let (wording, diagnostics) = MessagesFixture.text(text)
      for finding in diagnostics {
        let range = finding.range.map { Int($0.start)...Int($0.end) }
        #expect(range.map { 0 <= $0.lowerBound && $0.upperBound <= text.utf8.count } ?? false, "\(text)")
      }
      // Read again as written, a wording is itself.
      let again = MessagesFixture.text(wording.wording.description)
      if diagnostics.isEmpty { #expect(again.wording.wording == wording.wording, "\(text)") }
    }
  }
}
