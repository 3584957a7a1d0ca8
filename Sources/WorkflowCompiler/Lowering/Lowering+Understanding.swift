import ReplyUnderstanding
import WorkflowSyntax

/// Reads `words:`, `ordinary_words:` and `intents:`: what replies can mean, and how it shows.
func understandingDefinition(_ root: YAMLNode) -> UnderstandingDefinition {
  let words = (root["words"]?.entries ?? []).map { entry in
    UnderstandingDefinition.WordClass(name: entry.key.name, entries: entry.value.itemsOrSelf.map(\.text))
  }
  let intents = (root["intents"]?.entries ?? []).map { entry in
    func texts(_ key: String) -> [String] { (entry.value[key]?.itemsOrSelf ?? []).map(\.text) }
    return IntentDefinition(
      name: entry.key.name, phrases: texts("phrases"), except: texts("except"), cues: texts("cues"),
      whole: texts("whole"), examples: texts("examples"), threshold: entry.value["threshold"]?.percentage)
  }
  return UnderstandingDefinition(
    intents: intents, words: words, ordinaryWords: (root["ordinary_words"]?.itemsOrSelf ?? []).map(\.text))
}
