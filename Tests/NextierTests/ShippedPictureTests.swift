import Testing
import WorkflowCompiler
import WorkflowDiagrams
import WorkflowProgram
import WorkflowTestSupport

@testable import nextier

@Suite struct ShippedPictureTests {
  private static let path = "Sources/WorkflowEngine/WorkflowEngine.docc/Resources/ecbb.svg"

  @Test func `the README's picture is what the command draws`() throws {
    let program = try #require(try ShippedProject.compile("ecbb").program)
    let drawn = Diagram(of: program.machine, words: GraphCommand.words(of: program), flows: .overview).svg()
    let shown = String(decoding: ShippedProject.bytes(of: Self.path) ?? [], as: UTF8.self)
    #expect(
      withoutLineNumbers(drawn) == withoutLineNumbers(shown),
      "nextier graph workflows/ecbb.yaml --out \(Self.path) draws it anew")
  }

  /// A line more in a file is no other picture.
  private func withoutLineNumbers(_ svg: String) -> [Substring] {
    svg.split(separator: ".yaml:", omittingEmptySubsequences: false).map { part in
      part.drop { $0.isNumber }
    }
  }
}
