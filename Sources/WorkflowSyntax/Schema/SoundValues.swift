public import Diagnostics

/// Values of shared documents that a schema has nothing to say about, so that the next workflow that has them is
/// not asked again.
public struct SoundValues: Sendable {
  /// Documents whose values are the same whenever they are met: a place in one stands for one value.
  public var files: Set<SourceFileID> = []
  var ranges: Set<SourceRange> = []

  public init() {}

  /// So deep are values remembered within each other: sections, and the entries of a section.
  static let depthLimit = 2

  /// Whether a value's soundness is its own, and worth remembering.
  ///
  /// Whether an entry may stand `before` another depends on the map around it.
  func mayKnow(_ node: YAMLNode) -> Bool {
    guard node.isMapping || node.isSequence else { return false }
    return files.contains(node.range.file) && !node.has("before")
  }
}
