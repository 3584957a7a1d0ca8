public import Diagnostics
import JSONText

/// Writes a tree for programs: each value with its path and the file and line it came from, in the order of the tree.
///
/// Values are texts as they were written; what a text means, the schema says. Empty lists and maps are `[]` and `{}`.
///
/// - Parameter changes: Of the merge that gave the tree; entries it removed are listed at the end.
public func resolvedJSON(
  _ node: YAMLNode, changes: [YAMLMerge.Change] = [], in files: SourceFiles
) -> String {
  var writer = JSONWriter(indented: true)
  writer.object { object in
    object.member("values", array: { write(node, [], node.range, in: files, to: &$0) })
    object.member(
      "removed",
      array: { array in
        for change in changes where change.kind == .removed {
          array.object { object in
            object.member("path", array: { path in for name in change.path { path.string(name) } })
            writePlace(change.overlay, in: files, to: &object)
          }
        }
      })
  }
  writer.newline()
  return writer.text
}

private func write(
  _ node: YAMLNode, _ path: [String], _ place: SourceRange, in files: SourceFiles, to writer: inout JSONWriter
) {
  switch node.content {
  case .mapping(let entries) where !entries.isEmpty:
    for entry in entries {
      // A value that was left out stands nowhere, but its key does.
      let isWritten = entry.value.range.start < entry.value.range.end
      write(
        entry.value, path + [entry.key.name], isWritten ? entry.value.range : entry.key.range, in: files,
        to: &writer)
    }
  case .sequence(let items) where !items.isEmpty:
    for (index, item) in items.enumerated() {
      write(item, path + [String(index)], item.range, in: files, to: &writer)
    }
  case .scalar, .sequence, .mapping:
    writer.object { object in
      object.member("path", array: { array in for name in path { array.string(name) } })
      switch node.content {
      case .scalar where node.isNull:
        object.name("value")
        object.null()
      case .scalar(let scalar): object.member("value", scalar.text)
      case .sequence: object.member("value", array: { _ in })
      case .mapping: object.member("value", object: { _ in })
      }
      writePlace(place, in: files, to: &object)
    }
  }
}

private func writePlace(_ range: SourceRange, in files: SourceFiles, to writer: inout JSONWriter) {
  let file = files[range.file]
  writer.member("file", file.path)
  writer.member("line", file.position(ofByte: Int(range.start)).line)
}
