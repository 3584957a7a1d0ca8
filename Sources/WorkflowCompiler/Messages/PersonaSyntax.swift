import Diagnostics
public import WorkflowSyntax

/// A `persona:` document, a client's changes merged in, with its names and scales read; texts are as written.
public struct PersonaSyntax: Sendable {
  public let name: String
  public let document: YAMLNode

  public init(_ document: YAMLNode) {
    self.document = document
    name = document["persona"]?.scalar?.text ?? ""
  }

  var displayName: String { document["name"]?.scalar?.text ?? name }
  var role: String { document["role"]?.scalar?.text ?? "" }
  var archetype: String { document["archetype"]?.scalar?.text ?? "" }
  var samples: [String] { document["samples"]?.items.compactMap { $0.scalar?.text } ?? [] }

  /// Each intent with its texts, in file order; one that a client removed is not there.
  var replies: [TemplateSyntax] {
    (document["replies"]?.entries ?? []).filter { !$0.value.isNull }.map {
      TemplateSyntax(library: name, name: $0.key.name, nameRange: $0.key.range, use: "reply", texts: $0.value)
    }
  }

  /// The same without its replies to other intents.
  func keepingReplies(to intents: Set<String>) -> PersonaSyntax {
    let entries = document.entries.map { entry in
      guard entry.key.name == "replies" else { return entry }
      let kept = entry.value.entries.filter { intents.contains($0.key.name) }
      return YAMLEntry(key: entry.key, value: YAMLNode(.mapping(kept), at: entry.value.range))
    }
    return PersonaSyntax(YAMLNode(.mapping(entries), at: document.range))
  }

  /// A text of the document's own under the name of its key.
  func text(_ key: String, in node: YAMLNode?) -> TemplateSyntax? {
    guard let entry = node?.entry(key), !entry.value.isNull else { return nil }
    return TemplateSyntax(
      library: name, name: key, nameRange: entry.key.range, use: "reply", texts: entry.value)
  }
}

extension YAMLNode {
  /// The texts of a list, or of a single text.
  var texts: [YAMLScalar] { scalar.map { $0.isNull ? [] : [$0] } ?? items.compactMap(\.scalar) }

  func text(_ key: String) -> String? { self[key]?.scalar?.text }

  func number(_ key: String) -> Int? { self[key].flatMap { $0.isNull ? nil : $0.integer } }
}
