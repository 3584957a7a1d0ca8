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
