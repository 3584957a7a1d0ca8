import TestSupport
import Testing
import WorkflowCompiler

@Suite struct VocabularyPageTests {
  @Test func `the reference says what expressions and texts may name`() {
    expectGolden(VocabularyPage.expressions + VocabularyPage.variables, "vocabulary.md")
  }
}
