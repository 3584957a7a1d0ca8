import LeadImport
import TestSupport
import Testing

/// A row as a test compares it.
private struct Row: Equatable, CustomStringConvertible {
  var number = 0
  var line = 0
  var fields: [String]
  var trouble: RowTrouble = []
  var description: String { "\(number)/\(line) \(fields) \(trouble.rawValue)" }
}

/// Everything in `bytes`, fed in pieces of `chunk` bytes, in blocks of `rowCapacity` rows.
private func rows(
  _ bytes: [UInt8], delimiter: Character = ",", encoding: TextEncoding = .utf8, chunk: Int = .max,
  rowCapacity: Int = 1_024, readAhead: Int = 16_384
) -> [Row] {
  var reader = CSVReader(
    delimiter: delimiter.asciiValue ?? 0, encoding: encoding, rowCapacity: rowCapacity, readAhead: readAhead)
  var rows: [Row] = []
  var spare: RowBlock?
  func takeBlocks() {
    while let block = reader.nextBlock(reusing: spare) {
      for row in 0..<block.rowCount {
        rows.append(
          Row(
            number: block.firstRowNumber + row, line: block.rows[row].line, fields: block.texts(ofRow: row),
            trouble: block.rows[row].trouble))
      }
      spare = block
    }
  }
  var start = 0
  while start < bytes.count {
    let end = chunk < bytes.count - start ? start + chunk : bytes.count
    reader.feed(Array(bytes[start..<end]))
    takeBlocks()
    start = end
  }
  reader.finish()
  takeBlocks()
  return rows
}

/// One text and the rows it holds.
struct CSVCase: CustomTestStringConvertible, Sendable {
  let name: String
  let text: String
  let fields: [[String]]
  var lines: [Int]?
  var delimiter: Character = ","
  var trouble: [Int: RowTrouble] = [:]
  var testDescription: String { name }
}

private let cases: [CSVCase] = [
  CSVCase(name: "LF", text: "a,b\nc,d\n", fields: [["a", "b"], ["c", "d"]], lines: [1, 2]),
  CSVCase(name: "CRLF", text: "a,b\r\nc,d\r\n", fields: [["a", "b"], ["c", "d"]], lines: [1, 2]),
  CSVCase(name: "CR", text: "a,b\rc,d\r", fields: [["a", "b"], ["c", "d"]], lines: [1, 2]),
  CSVCase(name: "no final line end", text: "a,b\nc,d", fields: [["a", "b"], ["c", "d"]]),
  CSVCase(
    name: "mixed line ends", text: "a\rb\r\nc\nd", fields: [["a"], ["b"], ["c"], ["d"]], lines: [1, 2, 3, 4]),
  CSVCase(name: "empty fields", text: ",\n,,\n", fields: [["", ""], ["", "", ""]]),
  CSVCase(
    name: "blank lines are rows", text: "a\n\n\nb\n", fields: [["a"], [""], [""], ["b"]], lines: [1, 2, 3, 4]),
  CSVCase(
    name: "semicolon", text: "a;1,5\nb;\"2;5\"\n", fields: [["a", "1,5"], ["b", "2;5"]], delimiter: ";"),
  CSVCase(
    name: "tab", text: "a\tb c\n\"x\ty\"\tz\n", fields: [["a", "b c"], ["x\ty", "z"]], delimiter: "\t"),
  CSVCase(name: "tab inside a field stays", text: "a\tb,c\n", fields: [["a\tb", "c"]]),
  CSVCase(name: "quoted delimiter", text: "\"Acme, Inc.\",x\n", fields: [["Acme, Inc.", "x"]]),
  CSVCase(
    name: "quoted line ends", text: "\"Acme\r\n(East)\",1\r\n\"a\nb\rc\",2\r\nd,3\r\n",
    fields: [["Acme\r\n(East)", "1"], ["a\nb\rc", "2"], ["d", "3"]], lines: [1, 3, 6]),
  CSVCase(
    name: "doubled quotes", text: "\"The \"\"Best\"\" Bakery\",\"\"\"\"\n\"\",\"\"\"a\"\n",
    fields: [["The \"Best\" Bakery", "\""], ["", "\"a"]]),
  CSVCase(name: "quote within a field", text: "5\" pipe,a\"b\"\n", fields: [["5\" pipe", "a\"b\""]]),
  CSVCase(
    name: "blanks before a quote", text: "\"A, LLC\", \"1\",  \"NY, NY\"\n \"x\"\" y\",\n",
    fields: [["A, LLC", "1", "NY, NY"], ["x\" y", ""]]),
  CSVCase(name: "space behind a closing quote", text: "\"a\" ,b\n", fields: [["a", "b"]]),
  CSVCase(name: "text behind a closing quote", text: "\"a\"b\"c,d\n", fields: [["ab\"c", "d"]]),
  CSVCase(
    name: "unclosed quote, closed by a later row's", text: "x,1\n\"Acme,2\ny,\"3\"\nz,4\n",
    fields: [["x", "1"], ["\"Acme", "2"], ["y", "3"], ["z", "4"]], lines: [1, 2, 3, 4],
    trouble: [1: .unclosedQuote]),
  CSVCase(
    name: "unclosed quote to the end", text: "x,1\ny,\"2\nz,3\n",
    fields: [["x", "1"], ["y", "\"2"], ["z", "3"]],
    trouble: [1: .unclosedQuote]),
  CSVCase(name: "lone quote", text: "\"", fields: [["\""]], trouble: [0: .unclosedQuote]),
  CSVCase(
    name: "control characters", text: "Nul\u{0}LLC,Al\u{7}\n\"a\u{1}\nb\",\u{1B}\n",
    fields: [["NulLLC", "Al"], ["a\nb", ""]], lines: [1, 2],
    trouble: [0: .controlCharacters, 1: .controlCharacters]),
  CSVCase(name: "byte order mark", text: "\u{FEFF}a,b\n", fields: [["a", "b"]]),
  CSVCase(name: "byte order mark before a quote", text: "\u{FEFF}\"a,b\"\n", fields: [["a,b"]]),
  CSVCase(name: "UTF-8", text: "José,Zoë 𝛼\n", fields: [["José", "Zoë 𝛼"]]),
  CSVCase(name: "nothing", text: "", fields: []),
  CSVCase(name: "a byte order mark alone", text: "\u{FEFF}", fields: []),
]

private func utf16(_ text: String, bigEndian: Bool) -> [UInt8] {
  text.utf16.flatMap { unit -> [UInt8] in
    let (high, low) = (UInt8(unit >> 8), UInt8(unit & 0xFF))
    return bigEndian ? [high, low] : [low, high]
  }
}

@Suite struct CSVReaderTests {
  @Test(arguments: cases)
  func `splits text into rows and fields`(_ sample: CSVCase) {
    let found = rows(Array(sample.text.utf8), delimiter: sample.delimiter)
    #expect(found.map(\.fields) == sample.fields)
    #expect(found.map(\.number) == Array(1..<(sample.fields.count + 1)))
    if let lines = sample.lines { #expect(found.map(\.line) == lines) }
    for (index, row) in found.enumerated() { #expect(row.trouble == sample.trouble[index] ?? []) }
  }

  @Test(arguments: cases)
  func `reads the same however the bytes arrive`(_ sample: CSVCase) {
    let bytes = Array(sample.text.utf8)
    let whole = rows(bytes, delimiter: sample.delimiter)
    for chunk in [1, 2, 3, 7] {
      let pieces = rows(bytes, delimiter: sample.delimiter, chunk: chunk, rowCapacity: 2, readAhead: 1)
      #expect(pieces == whole, "in pieces of \(chunk)")
    }
  }

  @Test(arguments: cases)
  func `reads UTF-16 as it reads UTF-8`(_ sample: CSVCase) {
    let expected = rows(Array(sample.text.utf8), delimiter: sample.delimiter)
    for bigEndian in [false, true] {
      let bytes = utf16(sample.text, bigEndian: bigEndian)
      let encoding = bigEndian ? TextEncoding.utf16BigEndian : .utf16LittleEndian
      #expect(rows(bytes, delimiter: sample.delimiter, encoding: encoding) == expected)
      let bytewise = rows(bytes, delimiter: sample.delimiter, encoding: encoding, chunk: 1, readAhead: 1)
      #expect(bytewise == expected)
    }
  }

  @Test func `reads fields that are not UTF-8 as Windows-1252`() {
    // Joe's with 0x92, a dash 0x96, a no-break space 0xA0; and José in UTF-8 beside them.
    let bytes: [UInt8] =
      Array("Joe".utf8) + [0x92] + Array("s,José,a".utf8) + [0x96] + Array("b\n\"".utf8) + [0xA0]
      + Array("\"\"q\"\"\",ok\n".utf8)
    let expected = [
      Row(number: 1, line: 1, fields: ["Joe\u{2019}s", "José", "a\u{2013}b"], trouble: .windows1252),
      Row(number: 2, line: 2, fields: ["\u{A0}\"q\"", "ok"], trouble: .windows1252),
    ]
    #expect(rows(bytes) == expected)
    #expect(rows(bytes, chunk: 1, rowCapacity: 1, readAhead: 1) == expected)
  }

  @Test func `pads short rows so that every column can be read`() {
    var reader = CSVReader(delimiter: UInt8(ascii: ","), minimumFieldCount: 4)
    reader.feed(Array("a,b\n1,2,3,4,5\n".utf8))
    reader.finish()
    let block = reader.nextBlock()
    #expect(block?.rows[0].fieldCount == 2)
    #expect(block?.fieldCount == 9)
    #expect(block?.text(4, ofRow: 1) == "5")
    #expect(block?.text(3, ofRow: 0) == "")
  }

  @Test(arguments: ["a", "\"", "\"\n"], [1 << 16, 1 << 22])
  func `an endless row costs one row, and bounded memory`(unit: String, chunk: Int) {
    var reader = CSVReader(delimiter: UInt8(ascii: ","))
    let filler = [UInt8](repeating: UInt8(ascii: "a"), count: chunk)
    var rows: [Row] = []
    func takeBlocks() {
      while let block = reader.nextBlock() {
        for row in 0..<block.rowCount {
          rows.append(
            Row(
              number: block.firstRowNumber + row, line: block.rows[row].line,
              fields: block.texts(ofRow: row).map { String($0.prefix(3)) }, trouble: block.rows[row].trouble))
        }
      }
    }
    reader.feed(Array("h,i\n".utf8) + Array(unit.utf8))
    for _ in 0..<max(2, (8 << 20) / chunk) {
      reader.feed(filler)
      takeBlocks()
    }
    reader.feed(Array("\nx,y\n".utf8))
    reader.finish()
    takeBlocks()
    var expected = [
      Row(number: 1, line: 1, fields: ["h", "i"]),
      Row(number: 2, line: 2, fields: [unit == "a" ? "aaa" : "\"aa"], trouble: .tooLong),
      Row(number: 3, line: 3, fields: ["x", "y"]),
    ]
    if unit == "\"\n" {
      expected.replaceSubrange(
        1...,
        with: [
          Row(number: 2, line: 2, fields: ["\""], trouble: .unclosedQuote),
          Row(number: 3, line: 3, fields: ["aaa"], trouble: .tooLong),
          Row(number: 4, line: 4, fields: ["x", "y"]),
        ])
    }
    #expect(rows == expected)
  }

  @Test(arguments: UInt64(0)..<200)
  func `random bytes never trap, and read alike in any pieces`(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let alphabet: [UInt8] = [0x22, 0x22, 0x2C, 0x0A, 0x0D, 0x00, 0x20, 0x61, 0xC3, 0xA9, 0x92, 0x09]
    let bytes = (0..<Int.random(in: 0...400, using: &random)).map { _ in
      Bool.random(using: &random)
        ? alphabet[Int.random(in: 0..<alphabet.count, using: &random)]
        : UInt8.random(in: 0...255, using: &random)
    }
    let whole = rows(bytes, rowCapacity: 3)
    for chunk in [1, 5, 64] { #expect(rows(bytes, chunk: chunk, rowCapacity: 3, readAhead: 1) == whole) }
    for encoding in [TextEncoding.utf16LittleEndian, .utf16BigEndian] {
      let wide = rows(bytes, encoding: encoding)
      #expect(rows(bytes, encoding: encoding, chunk: 1, readAhead: 1) == wide)
    }
  }
}
