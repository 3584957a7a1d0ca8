import Diagnostics
import WorkflowSyntax

/// The template libraries that a workflow's rules name, each once, in order of appearance.
///
/// What is no name of a library is told where the rule is read.
func libraryReferences(in root: YAMLNode, shared: SharedWork) -> [YAMLNode] {
  let isShared = shared.isShared(root.range)
  var found: [YAMLNode] = []
  var names: Set<String> = []
  func add(_ node: YAMLNode, _ library: String) {
    guard let scalar = node.scalar, DocumentName(.templates, library) != nil, names.insert(library).inserted
    else { return }
    let text = SourceText(library, at: scalar.sourceText.range(0, library.utf8.count))
    found.append(YAMLNode(.scalar(YAMLScalar(text, style: scalar.style)), at: text.range))
  }
  func addLibrary(ofTemplate node: YAMLNode) { add(node, TemplateReference(node.text).library) }
  func visit(_ node: YAMLNode) {
    if !isShared, shared.isShared(node.range) {
      for reference in shared.libraries(namedIn: node) where names.insert(reference.text).inserted {
        found.append(reference)
      }
      return
    }
    let entries = node.entries
    for index in entries.indices {
      // Most values are scalars, and few keys of scalars name a template.
      let isCollection = entries[index].value.isCollection
      switch entries[index].key.name.utf8.first {
      case UInt8(ascii: "s"), UInt8(ascii: "o"), UInt8(ascii: "l"): break
      case _ where isCollection: break
      case _: continue
      }
      let entry = entries[index]
      guard isCollection else {
        switch entry.key.name {
        case "say", "opener": addLibrary(ofTemplate: entry.value)
        case "library": add(entry.value, entry.value.text)
        default: break
        }
        continue
      }
      switch entry.key.name {
      case "templates":
        for library in entry.value.entries { add(YAMLNode(naming: library.key), library.key.name) }
      case "messages":
        for text in entry.value.entries {
          addLibrary(ofTemplate: text.value)
          for language in text.value.entries { addLibrary(ofTemplate: language.value) }
        }
      case "opener" where entry.value["say"] == nil && entry.value["library"] == nil:
        // Choices by name, of which each may be a template's name alone.
        for choice in entry.value.entries where choice.value.scalar != nil {
          addLibrary(ofTemplate: choice.value)
        }
        visit(entry.value)
      case "simulation", "intents", "client", "personas", "library": break
      default: visit(entry.value)
      }
    }
    for item in node.items where item.isCollection { visit(item) }
  }
  visit(root)
  return found
}
