import WorkflowSyntax

/// The documents that a workflow's words come from, its own changes merged in.
struct MessageSources {
  var libraries: [YAMLNode] = []
  var personas: [YAMLNode] = []

  var all: [YAMLNode] { libraries + personas }
}
