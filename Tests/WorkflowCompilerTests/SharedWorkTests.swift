import Diagnostics
import TestSupport
import Testing
import Threads
import Workers
import WorkflowCompiler
import WorkflowProgram
import WorkflowSyntax
import WorkflowTestSupport

/// A client file, as small as those that most clients have.
private func client(
  _ name: String, _ profile: String, _ rest: String = "", extends: String = "deal-origination"
)
  -> DocumentFile
{
  let text = """
    workflow: \(name)
    language: 1
    extends: \(extends)
    client:
      name: \(profile)
      domain: \(name).example
      timezone: America/New_York
    \(rest)

    """
  return DocumentFile(path: "workflows/\(name).yaml", bytes: Array(text.utf8))
}

/// Clients that share a base and differ in all that a shared result could depend on; some have mistakes.
private let clients = [
  client("plain", "Acme"),
  client("again", "Acme"),
  client("phone", "Acme", "  phone: (212) 555-0142\n  calendar: https://acme.example/calendar"),
  client("long", "\"The Very Long and Distinguished Name of a Brokerage That Nobody Could Fit in a Text\""),
  client("costly", "\"Žižek [and] Söhne {}~\""),
  client("facts", "Acme", "  facts: { years: 12, deals: 50+ }"),
  client("fields", "Acme", "lead: { fields: { sde: { type: money } } }"),
  client("defined", "Acme", "define: { big: client.tier == \"growth\" && priority > 3 }"),
  client(
    "spoken", "Acme",
    "personas: { gianna: { voice: { formality: formal, avoid: [thanks, business, you] } } }"),
  client(
    "texts", "Acme",
    """
    templates:
      general:
        texts:
          opener_general: { use: opener, text: "Hi {firstName|there}, {agentName} of {brandName}, {fact.years}. {optOut}" }
    """),
  client("wordless", "Acme", "templates: { general: { texts: { opener_general: { variants: null } } } }"),
  client("flows", "Acme", "flows: { price_question: { states: { explain: { say: general.nothing } } } }"),
  client(
    "unknown", "Acme", "statez: {}\nflows: { opening: { states: { extra: { before: nobody, on: 3 } } } }"),
  client("removed", "Acme", "states: { upset: null, nowhere: null }"),
  client("conversations", "Acme"),
  client("lost", "Acme", extends: "nothing"),
  client("last", "Acme"),
]

/// What became of a client, without the numbers that its files have.
private func story(_ compilation: Compilation) -> String {
  // In no order: findings are sorted by the numbers of files.
  var lines = compilation.diagnostics.map { TextRenderer(files: compilation.files).render([$0]) }.sorted()
  lines += compilation.changes.map { "\($0.kind) \($0.path.joined(separator: "."))" }
  guard let program = compilation.program else { return lines.joined(separator: "\n") }
  lines.append(program.hash)
  lines += program.conditions.map { "\(program.line(of: $0.place)) \($0.expression)" }
  for template in program.messages.templates {
    lines.append("\(template.id.index) \(template.reference) \(program.line(of: template.place))")
    lines += template.variants.map { "\($0.wording.description) \(program.line(of: $0.place))" }
    for speech in program.messages.speakers {
      lines += speech.voiced(template).patterns.map { String(decoding: $0.text, as: UTF8.self) }
    }
  }
  lines += program.messages.speakers.flatMap { speech in
    speech.replies.map { "\(speech.persona.name) \($0?.reference ?? "-") \($0?.id.index ?? 0)" }
  }
  lines += program.machine.states.map { "\($0.path) \(program.line(of: $0.place))" }
  lines += program.machine.transitions.map { "\($0.target) \(program.line(of: $0.place))" }
  return lines.joined(separator: "\n")
}

/// What becomes of each client by itself.
private let stories = clients.map { file in
  var compiler = WorkflowCompiler(provider: ShippedProject())
  return story(compiler.compile(file))
}

@Suite struct SharedWorkTests {
  @Test(arguments: 0..<2)
  func `a client becomes the same whoever was compiled before it`(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    var compiler = WorkflowCompiler(provider: ShippedProject())
    for index in clients.indices.shuffled(using: &random) {
      #expect(story(compiler.compile(clients[index])) == stories[index], "\(clients[index].path)")
    }
  }

  /// Two workers, of whom the second is always first.
  private static let backwards = WorkerPool(count: 2) { count, body in
    for index in (0..<count).reversed() { body(index % 2, index) }
  }

  @Test(arguments: [WorkerPool.threads(2), .threads(5), backwards])
  func `a client becomes the same whoever does which part of the work`(pool: WorkerPool) {
    for (file, alone) in zip(clients, stories) {
      var compiler = WorkflowCompiler(provider: ShippedProject(), pool: pool)
      var serial = WorkflowCompiler(provider: ShippedProject())
      let (compilation, expected) = (compiler.compile(file), serial.compile(file))
      #expect(compilation.diagnostics == expected.diagnostics, "\(file.path)")
      #expect(compilation.files.files.map(\.path) == expected.files.files.map(\.path), "\(file.path)")
      #expect(story(compilation) == alone, "\(file.path)")
    }
  }

  @Test func `a copied compiler goes its own way`() throws {
    var one = WorkflowCompiler(provider: ShippedProject())
    _ = one.compile(clients[0])
    var other = one
    #expect([5, 8].map { story(one.compile(clients[$0])) } == [5, 8].map { stories[$0] })
    #expect([8, 5].map { story(other.compile(clients[$0])) } == [8, 5].map { stories[$0] })
  }
}
