public import Diagnostics
public import WorkflowSyntax

/// A `templates:` document with its names and numbers read; texts are still as written.
///
/// The schema has checked the shape: what does not fit it has been reported and is left out here.
public struct TemplateLibrarySyntax: Sendable {
  public let name: String
  /// What the library is for, in a sentence; empty when it does not say.
  public let about: String
  /// In file order.
  public let templates: [TemplateSyntax]

  public init(_ document: YAMLNode) {
    name = document["templates"]?.scalar?.text ?? ""
    about = document["about"]?.scalar?.text ?? ""
    let library = name
    templates = (document["texts"]?.entries ?? []).map { TemplateSyntax($0, library: library) }
  }
}

/// One entry of a library.
public struct TemplateSyntax: Sendable {
  public let library: String
  public let name: String
  public let nameRange: SourceRange
  public let theme: String?
  public let use: String?
  /// SMS segments; `nil` when it does not say.
  public let segments: Int?
  /// In file order; empty when it has no text.
  public let variants: [TextSyntax]

  init(_ entry: YAMLEntry, library: String) {
    self.library = library
    name = entry.key.name
    nameRange = entry.key.range
    theme = entry.value["theme"]?.scalar?.text
    use = entry.value["use"]?.scalar?.text
    segments = entry.value.number("segments")
    if let text = entry.value["text"]?.scalar {
      variants = [TextSyntax(name: "a", text: text)]
    } else {
      variants = TextSyntax.all(entry.value["variants"])
    }
  }

  /// A template that is a text or a list of texts, such as a persona's reply.
  init(library: String, name: String, nameRange: SourceRange, use: String, texts: YAMLNode) {
    self.library = library
    self.name = name
    self.nameRange = nameRange
    theme = nil
    self.use = use
    segments = TemplateCompiler.personaBudget
    variants = texts.scalar.map { [TextSyntax(name: "a", text: $0)] } ?? TextSyntax.all(texts)
  }

  /// As flows name it.
  public var reference: String { "\(library).\(name)" }
}

/// One text, its weight among others, and how the file quotes it.
public struct TextSyntax: Sendable {
  public let name: String
  public let weight: Int
  public let text: YAMLScalar

  init(name: String, weight: Int = 1, text: YAMLScalar) {
    self.name = name
    self.weight = weight
    self.text = text
  }

  /// The texts of a map by name, or of a list, which are called a, b, c and so on.
  static func all(_ node: YAMLNode?) -> [TextSyntax] {
    guard let node else { return [] }
    if node.isMapping {
      return node.entries.compactMap { TextSyntax(name: $0.key.name, node: $0.value) }
    }
    return node.items.enumerated().compactMap {
      TextSyntax(name: TextSyntax.letter($0.offset), node: $0.element)
    }
  }

  private init?(name: String, node: YAMLNode) {
    guard let text = node.scalar ?? node["text"]?.scalar, !text.isNull else { return nil }
    self.init(name: name, weight: node.number("weight") ?? 1, text: text)
  }

  private static func letter(_ index: Int) -> String {
    index < 26 ? String(UnicodeScalar(UInt8(ascii: "a") + UInt8(index))) : "v\(index + 1)"
  }
}
