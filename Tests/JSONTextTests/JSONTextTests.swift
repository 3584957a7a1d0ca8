import JSONText
import Testing

@Suite struct JSONTextTests {
  @Test(arguments: [
    #"{"a":[1,-2,3.5,true,null,"x\"\\\né"],"b":{}}"#, "[]", "\"\"", "18446744073709551615",
    "-9223372036854775808",
    #"{"":""}"#, "[[[[1]]]]", #""😀 \u0001""#,
  ])
  func `what is read is written again`(text: String) throws {
    var writer = JSONWriter()
    writer.value(try JSONValue(parsing: text))
    #expect(try JSONValue(parsing: writer.text) == JSONValue(parsing: text))
  }

  @Test(arguments: [
    "": "the text ends where a value was expected at byte 1",
    "[1,]": "expected a value at byte 4",
    "{\"a\" 1}": "expected ':' after a name at byte 6",
    "01": "a number must not start with 0 at byte 3",
    "\"\n\"": "a control character in a string must be escaped at byte 2",
    "\"\\u+041\"": "expected four hexadecimal digits at byte 4",
    "\"\\u00-1\"": "expected four hexadecimal digits at byte 6",
    "\"\\u00": "expected four hexadecimal digits at byte 6",
    "1e999": "a number out of range at byte 6",
    "\"\\ud800\"": "half a surrogate pair at byte 8",
    "nul": "expected a value at byte 1",
    "1 2": "unexpected text after the value at byte 3",
  ])
  func `what is no JSON is told with its place`(text: String, message: String) {
    #expect(throws: JSONError.self) { try JSONValue(parsing: text) }
    do throws(JSONError) {
      _ = try JSONValue(parsing: text)
    } catch {
      #expect(error.description == message)
    }
  }

  @Test(
    arguments: [
      ([0x22, 0x61, 0xFF, 0x22], "a byte that is not UTF-8 at byte 3"),
      ([0x22, 0x5C, 0x6E, 0xC3, 0xA9, 0xC3, 0x22], "a byte that is not UTF-8 at byte 6"),
      ([0x22, 0xED, 0xA0, 0x80, 0x22], "a byte that is not UTF-8 at byte 2"),
    ] as [([UInt8], String)])
  func `a text that is no UTF-8 is refused with its place`(bytes: [UInt8], message: String) {
    #expect { try JSONValue(parsing: bytes) } throws: { ($0 as? JSONError)?.description == message }
  }

  @Test func `a byte order mark is passed over`() throws {
    #expect(try JSONValue(parsing: "\u{FEFF}[1]") == .array([.int(1)]))
  }

  @Test func `ten thousand brackets are refused, not recursed into`() {
    let text = String(repeating: "[", count: 10_000)
    #expect(throws: JSONError.self) { try JSONValue(parsing: text) }
  }

  @Test func `indented text puts each member on its line`() {
    var writer = JSONWriter(indented: true)
    writer.object {
      $0.member("name", "a")
      $0.member("list", array: { $0.int(1) })
      $0.member("none", array: { _ in })
    }
    #expect(writer.text == "{\n  \"name\": \"a\",\n  \"list\": [\n    1\n  ],\n  \"none\": []\n}")
  }
}
