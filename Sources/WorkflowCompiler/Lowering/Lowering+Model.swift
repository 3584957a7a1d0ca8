import Diagnostics
import LeadModel
import WorkflowProgram
import WorkflowSyntax

extension LoweringContext {
  /// Reads `model:`, and sees to it that whoever answers by it has one.
  mutating func languageModel(
    _ node: YAMLNode?, agents: YAMLNode?, schema: LeadSchema
  ) -> LanguageModelProgram? {
    guard let node else {
      for agent in agents?.entries ?? [] {
        guard let responder = agent.value["responder"], responder.text == Responder.model.rawValue else {
          continue
        }
        report(
          .missingModel, "'\(agent.key.name)' answers by a language model, and this workflow names none",
          at: responder.range,
          notes: [Diagnostic.Note("say which under 'model': its 'endpoint' and its 'name'")])
      }
      return nil
    }
    // All of them first, so that all that is wrong is told at once.
    let endpoint = endpoint(node["endpoint"])
    let timeout = timeout(node["timeout"])
    let visibleFields = visibleFields(node["sees"], schema: schema)
    guard let endpoint, let name = node["name"]?.text else { return nil }
    return LanguageModelProgram(
      endpoint: endpoint, name: name,
      keyVariable: node["api_key"].flatMap { ScalarText($0.text).environmentName },
      timeoutMilliseconds: timeout, maxTokens: node["max_tokens"]?.integer ?? 200,
      temperature: node["temperature"].flatMap { ScalarText($0.text).number } ?? 0.4,
      visibleFields: visibleFields)
  }

  private mutating func endpoint(_ node: YAMLNode?) -> String? {
    // What is missing or no address at all, the schema has reported.
    guard let node, ScalarText(node.text).isURL else { return nil }
    do {
      return try ModelEndpoint(node.text).address
    } catch {
      let fixIt = error.replacement.map {
        Diagnostic.FixIt("begin it with https", replace: node.range, with: "\"\($0)\"")
      }
      report(
        error.isSecret ? .secretInFile : .modelEndpoint, "'endpoint' \(error.message)", at: node.range,
        fixIts: fixIt.map { [$0] } ?? [])
      return nil
    }
  }

  private mutating func timeout(_ node: YAMLNode?) -> Int64 {
    let usual: Int64 = 8_000
    guard let node, let milliseconds = ScalarText(node.text).durationMilliseconds else { return usual }
    guard LanguageModelProgram.timeouts.contains(milliseconds) else {
      report(
        .wrongType, "'timeout' must be between 1s and 60s, not \(node.text); somebody waits for the answer",
        at: node.range)
      return usual
    }
    return milliseconds
  }

  private mutating func visibleFields(_ node: YAMLNode?, schema: LeadSchema) -> [Int] {
    var columns: [Int] = []
    for item in node?.items ?? [] {
      guard let column = schema.index(of: item.text) else {
        reportUnknown("field", item.text, at: item.range, known: schema.fields.map(\.name))
        continue
      }
      if !columns.contains(column) { columns.append(column) }
    }
    return columns
  }
}
