import Diagnostics
import TestSupport
import Testing
import WorkflowSyntax

/// Two or more files, each applied to the one before.
struct MergeFixture {
  private(set) var files = SourceFiles()
  private(set) var trees: [YAMLNode] = []
  private(set) var changes: [YAMLMerge.Change] = []

  init(_ texts: (path: String, text: String)...) throws {
    for (path, text) in texts {
      let file = files.add(SourceFile(path: path, bytes: Array(text.utf8)))
      let (value, diagnostics) = readYAML(file, in: files)
      #expect(diagnostics.isEmpty)
      trees.append(try #require(value))
    }
  }

  mutating func merged() throws -> YAMLNode {
    var result = try #require(trees.first)
    for overlay in trees.dropFirst() {
      let merge = mergePatch(base: result, overlay: overlay)
      result = merge.value
      changes += merge.changes
    }
    return result
  }
}

/// A tree without places, for comparing: maps as `{a: 1, …}`, null as `null`.
func plain(_ node: YAMLNode) -> String {
  switch node.content {
  case .scalar(let scalar): scalar.isNull ? "null" : "'\(scalar.text)'"
  case .sequence(let items): "[" + items.map(plain).joined(separator: ", ") + "]"
  case .mapping(let entries):
    "{" + entries.map { "\($0.key.name): \(plain($0.value))" }.joined(separator: ", ") + "}"
  }
}

@Suite struct MergeTests {
  /// The examples of RFC 7396, appendix A, as far as they are about objects; order as ours has it.
  @Test(arguments: [
    ("{a: b}", "{a: c}", "{a: 'c'}"),
    ("{a: b}", "{b: c}", "{a: 'b', b: 'c'}"),
    ("{a: b}", "{a: null}", "{}"),
    ("{a: b, b: c}", "{a: null}", "{b: 'c'}"),
    ("{a: [b]}", "{a: c}", "{a: 'c'}"),
    ("{a: c}", "{a: [b]}", "{a: ['b']}"),
    ("{a: {b: c}}", "{a: {b: d, c: null}}", "{a: {b: 'd'}}"),
    ("{a: [{b: c}]}", "{a: [1]}", "{a: ['1']}"),
    ("[a, b]", "[c, d]", "['c', 'd']"),
    ("{a: b}", "[c]", "['c']"),
    ("{a: foo}", "null", "null"),
    ("{a: foo}", "bar", "'bar'"),
    ("{e: null}", "{a: 1}", "{e: null, a: '1'}"),
    ("[1, 2]", "{a: b, c: null}", "{a: 'b'}"),
    ("{}", "{a: {bb: {ccc: null}}}", "{a: {bb: {}}}"),
    ("{a: {b: 1, c: 2}, d: 3}", "{d: 4, a: {c: 5, e: 6}}", "{a: {b: '1', c: '5', e: '6'}, d: '4'}"),
    ("{a: {}, b: {}}", "{c: {before: b, x: 1}}", "{a: {}, c: {x: '1'}, b: {}}"),
    ("{a: {}, b: {}}", "{b: {before: a}}", "{b: {}, a: {}}"),
    ("{a: {}, b: {}}", "{c: {before: a}, d: {before: c}}", "{d: {}, c: {}, a: {}, b: {}}"),
    ("{a: {}, b: {}}", "{c: {before: nobody}}", "{a: {}, b: {}, c: {before: 'nobody'}}"),
    ("{a: {}, b: {}}", "{a: {before: a}}", "{a: {before: 'a'}, b: {}}"),
    ("{a: {}, b: {}}", "{c: {before: a}, a: null}", "{b: {}, c: {before: 'a'}}"),
  ])
  func `an overlay changes its base as JSON Merge Patch says`(base: String, overlay: String, result: String)
    throws
  {
    var fixture = try MergeFixture(("base", base), ("overlay", overlay))
    #expect(plain(try fixture.merged()) == result)
  }

  private static let alternatives = DocumentSchema(
    kind: "workflow", "",
    keys: [
      .optional("rules", .map(of: .shared("rule")), "", example: "{}"),
      .optional(
        "say",
        .oneOf(
          .text,
          .record(
            [
              .optional("text", .text, "", example: "a"),
              .optional("variants", .map(of: .text), "", example: "{}"),
            ], rules: [.exactlyOne(["text", "variants"])])), "", example: "a"),
      .optional(
        "first", .oneOf(.record([.required("say", .text, "", example: "a")]), .map(of: .text)), "",
        example: "{}"),
    ],
    definitions: [
      .init(
        "rule", "",
        .record(
          [
            .optional("when", .text, "", example: "a"), .optional("choose", .text, "", example: "a"),
            .optional("first", .list(of: .text), "", example: "[]"),
            .optional("add", .text, "", example: "a"),
          ],
          rules: [.atMostOne(["when", "choose", "first"]), .needs("when", "add"), .needs("choose", "add")]))
    ])

  @Test(arguments: [
    ("{say: {text: a}}", "{say: {variants: {a: b}}}", "{say: {variants: {a: 'b'}}}"),
    ("{say: {variants: {a: b}}}", "{say: {text: a}}", "{say: {text: 'a'}}"),
    ("{say: {text: a}}", "{say: {text: b, variants: {a: b}}}", "{say: {text: 'b', variants: {a: 'b'}}}"),
    ("{say: {text: a}}", "{say: {variants: null}}", "{say: {text: 'a'}}"),
    ("{first: {short: a}}", "{first: {say: b}}", "{first: {say: 'b'}}"),
    ("{first: {say: a}}", "{first: {short: b}}", "{first: {short: 'b'}}"),
    ("{first: {short: a}}", "{first: {short: null, say: b}}", nil),
    ("{first: {short: a}}", "{first: {long: b}}", nil),
    ("{rules: {x: {when: a, add: 1}}}", "{rules: {x: {first: [b]}}}", "{rules: {x: {first: ['b']}}}"),
    ("{rules: {x: {when: a, add: 1}}}", "{rules: {x: {choose: b}}}", "{rules: {x: {add: '1', choose: 'b'}}}"),
    (
      "{rules: {x: {when: a, add: 1}}}", "{rules: {x: {first: [b], add: 2}}}",
      "{rules: {x: {add: '2', first: ['b']}}}"
    ),
    ("{rules: {x: {first: [a]}}}", "{rules: {y: {when: b, add: 1}}}", nil),
  ])
  func `of keys of which one may stand, the overlay's takes the base's place`(
    base: String, overlay: String, result: String?
  ) throws {
    let fixture = try MergeFixture(("base", base), ("overlay", overlay))
    let merge = mergePatch(
      base: fixture.trees[0], overlay: fixture.trees[1], schema: MergeTests.alternatives)
    let result = result ?? plain(mergePatch(base: fixture.trees[0], overlay: fixture.trees[1]).value)
    #expect(plain(merge.value) == result)
  }

  private static let base = """
    workflow: base
    queues:
      high_priority: { when: priority >= 80 }
      standard:
        when: priority >= 60
        note: "say \\"hi\\""
      follow_up: {}
    agents: { sabrina: { persona: sabrina, days: [mon, tue] } }
    """
  private static let client = """
    workflow: ecbb
    extends: base
    queues:
      vip: { before: high_priority, when: 'priority >= 95' }
      standard: { when: priority >= 50 }
      follow_up: null
      nobody: null
    agents:
      sabrina: { days: [] }
    text: |
      two
      lines: really
    zip: '01234'
    """

  @Test func `the resolved whole names the file and line of each line`() throws {
    var fixture = try MergeFixture(("base/base.yaml", MergeTests.base), ("ecbb.yaml", MergeTests.client))
    let merged = try fixture.merged()
    expectGolden(resolvedListing(merged, changes: fixture.changes, in: fixture.files), "resolved.txt")
    #expect(
      fixture.changes.map { "\($0.kind) \($0.path.joined(separator: "."))" } == [
        "replaced workflow", "added extends", "added queues.vip", "replaced queues.standard.when",
        "removed queues.follow_up", "removedNothing queues.nobody", "replaced agents.sabrina.days",
        "added text",
        "added zip",
      ])
  }

  @Test(arguments: UInt64(0)..<200)
  func `a listing reads back as the same tree`(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let words = [
      "a", "", " ", "null", "~", "NO", "012", "- x", "-", "?", ": ", "a: b", "a:", "#x", "a #b", "'", "\"",
      "it's", "\\n",
      "two\nlines", "tab\there", "é日😀", "\u{85}", "\u{2028}x", "&a", "*a", "!t", "%x", "@x", "[a", "{a", "|",
      ">-", "---", "...",
      "<<", "a\\\"b'c", "trailing ", " leading", "key: 'x'", "\u{7F}", "1e3", "true", "--- a", "a\n", "\n",
    ]
    func tree(_ depth: Int) -> String {
      switch depth < 4 ? Int.random(in: 0..<4, using: &random) : 0 {
      case 1:
        "[" + (0..<Int.random(in: 0..<4, using: &random)).map { _ in tree(depth + 1) }.joined(separator: ",")
          + "]"
      case 2, 3:
        "{"
          + (0..<Int.random(in: 0..<4, using: &random)).map { index in
            "\(quotedJSON((words.randomElement(using: &random) ?? "") + "\(index)")): \(tree(depth + 1))"
          }.joined(separator: ",") + "}"
      case _: quotedJSON(words.randomElement(using: &random) ?? "")
      }
    }
    let fixture = YAMLFixture(tree(0))
    let value = try #require(fixture.value)
    let listing = resolvedListing(value, in: fixture.files)
    let again = YAMLFixture(listing)
    #expect(again.diagnostics.isEmpty, "\(listing)")
    #expect(again.value.map(plain) == plain(value), "\(listing)")
    #expect(listing.split(separator: "\n").allSatisfy { $0.contains("# test.yaml:1") })
  }

  private func quotedJSON(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"", "\\": result += "\\\(scalar)"
      case _ where scalar.value < 0x20 || (0x7F..<0xA0).contains(scalar.value) || scalar.value == 0x2028:
        let digits = String(scalar.value, radix: 16)
        result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      case _: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }
}
