import Diagnostics
import WorkflowSyntax

extension YAMLNode {
  /// Of a merged workflow, the file that was asked for: its author can change what stands there.
  var ownFile: SourceFileID? { self["workflow"]?.range.file }
}
