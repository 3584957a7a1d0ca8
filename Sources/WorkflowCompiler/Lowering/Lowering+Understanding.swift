import Diagnostics
import ReplyUnderstanding
import WorkflowProgram
import WorkflowSyntax

/// Reads `words:`, `ordinary_words:` and `intents:`: what replies can mean, and how it shows.
func understandingDefinition(_ root: YAMLNode) -> UnderstandingDefinition {
  let words = (root["words"]?.entries ?? []).map { entry in
    UnderstandingDefinition.WordClass(
      name: entry.key.name,
      entries: entry.value.itemsOrSelf.map(\.text)
        + (entry.key.name == UnderstandingDefinition.fillerClass ? agentNames(root["agents"]) : []))
  }
  let intents = (root["intents"]?.entries ?? []).map { entry in
    func texts(_ key: String) -> [String] { (entry.value[key]?.itemsOrSelf ?? []).map(\.text) }
    return IntentDefinition(
      name: entry.key.name, phrases: texts("phrases"), except: texts("except"), cues: texts("cues"),
      whole: texts("whole"), examples: texts("examples"), threshold: entry.value["threshold"]?.percentage)
  }
  let mentions = (root["mentions"]?.entries ?? []).map { entry in
    let phrases = entry.value.isMapping ? entry.value["phrases"] : entry.value
    return MentionDefinition(
      name: entry.key.name, phrases: (phrases?.itemsOrSelf ?? []).map(\.text),
      whole: (entry.value["whole"]?.itemsOrSelf ?? []).map(\.text))
  }
  return UnderstandingDefinition(
    intents: intents, words: words, ordinaryWords: (root["ordinary_words"]?.itemsOrSelf ?? []).map(\.text),
    mentions: mentions)
}

/// What people call the agents: "ok Gianna no more" says no more than "ok no more".
private func agentNames(_ agents: YAMLNode?) -> [String] {
  let names = (agents?.entries ?? []).flatMap { [$0.key.name, $0.value["persona"]?.text].compactMap(\.self) }
  return Set(names).sorted().map { $0.replacing("_", with: " ") }
}

extension LoweringContext {
  /// The names of `mentions:`, as far as there are bits for them.
  mutating func mentions(_ understanding: UnderstandingDefinition, _ node: YAMLNode?) -> [String] {
    let names = understanding.mentions.map(\.name)
    if SlotLayout.mentionLimit < names.count {
      report(.tooLarge, "more than \(SlotLayout.mentionLimit) mentions", at: node?.range)
    }
    return Array(names.prefix(SlotLayout.mentionLimit))
  }
}
