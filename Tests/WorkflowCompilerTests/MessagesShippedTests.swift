import Diagnostics
import TestSupport
import Testing
import WorkflowCompiler
import WorkflowProgram

@Suite struct MessagesShippedTests {
  @Test func `the shipped texts have no findings, whoever speaks them`() throws {
    let shipped = try MessagesShipped(MessagesShipped.root())
    var findings = shipped.diagnostics
    for persona in shipped.personas {
      let check = SpokenCheck(persona, speaker: Speaker(MessagesShipped.constants))
      for template in shipped.libraries.flatMap(\.templates) { findings += check.findings(in: template) }
    }
    let lines = findings.sortedByPlace().map { finding in
      "\(finding.range.map { shipped.files.place($0) } ?? "-"): \(finding.severity) \(finding.message) [\(finding.id.rawValue)]"
    }
    #expect(lines.joined(separator: "\n") == "")
  }

  @Test func `what is sent often has more than one wording, and every library a dozen texts`() throws {
    let shipped = try MessagesShipped(MessagesShipped.root())
    for library in shipped.libraries {
      // The direct library is a manner of speaking, not a trade.
      #expect(12 <= library.templates.count || library.name == "ny_direct", "\(library.name)")
      for template in library.templates.map(\.template) {
        switch template.use {
        case .opener, .followUp, .objection, .closing:
          #expect(1 < template.variants.count, "\(template.reference)")
        // A month of the exit program is written to one person once.
        case .nurture:
          #expect(1 < template.variants.count || template.theme == "program", "\(template.reference)")
        case .reply, .logistics, .confirmation: break
        }
      }
    }
  }

  @Test func `the exit program welcomes and takes leave in each persona's own voice`() throws {
    let shipped = try MessagesShipped(MessagesShipped.root())
    let library = try #require(shipped.libraries.first { $0.name == "exit_prep" })
    let speaker = Speaker(MessagesShipped.constants)
    var lines: [String] = []
    for name in ["welcome", "complete"] {
      let template = try #require(library.templates.first { $0.template.name == name }).template
      for persona in shipped.personas {
        let wording = template.wording(0, in: persona.voice, for: speaker)
        let text = wording.parts.map { part in
          switch part {
          case .text(let text): text
          case .variable(let variable, _): "{\(variable)}"
          case .slot(let slot): "{\(slot)}"
          }
        }.joined()
        lines.append("\(persona.name): \(text)")
        if persona.voice.contractions == .never { #expect(!text.contains("'"), "\(persona.name)") }
      }
    }
    expectGolden(lines.joined(separator: "\n"), "exit-program-voices.txt")
  }
}
