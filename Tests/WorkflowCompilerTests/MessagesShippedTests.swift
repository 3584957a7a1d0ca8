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
}
