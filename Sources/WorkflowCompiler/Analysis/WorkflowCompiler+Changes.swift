import Diagnostics
import WorkflowSyntax

/// What a file does to the one it extends that no line of either shows alone.
extension WorkflowCompiler {
  /// What no workflow works without, taken out of a base; all else that is wrong then follows from it.
  func removedNecessity(_ root: YAMLNode) -> Diagnostic? {
    let necessities = [
      ["client"]: "messages say who sends them",
      ["client", "name"]: "messages say who sends them",
      ["states"]: "leads go from state to state",
      ["states", "imported"]: "every lead begins there",
    ]
    for change in changes where change.kind == .removed {
      guard let reason = necessities[change.path],
        change.path.reduce(root as YAMLNode?, { $0?[$1] }) == nil
      else { continue }
      return Diagnostic(
        .missingKey, "'\(change.path.joined(separator: "."))' cannot be removed; \(reason)",
        at: change.overlay)
    }
    return nil
  }

  /// A queue that took every lead is gone, and none is left that does.
  func removedQueueFindings(_ root: YAMLNode) -> [Diagnostic] {
    guard let queues = root["queues"]?.entries, !queues.isEmpty,
      queues.allSatisfy({ $0.value["when"] != nil }),
      let change = changes.last(where: { $0.kind == .removed && $0.path.starts(with: ["queues"]) })
    else { return [] }
    return [
      Diagnostic(
        .missingKey, .warning,
        "without '\(change.path.last ?? "")' a lead that no other queue takes waits in none",
        at: change.overlay, notes: [Diagnostic.Note("a last queue without 'when' takes all others")])
    ]
  }

  /// A client's file that leaves its texts signed with what a shared base is called.
  func borrowedNameFindings(_ root: YAMLNode) -> [Diagnostic] {
    guard let own = root.ownFile, !isBase(own), let place = root.entry("workflow")?.value.range else {
      return []
    }
    let borrowed = ["name", "domain", "phone"].compactMap { root["client"]?.entry($0) }.filter {
      $0.key.range.file != own && isBase($0.key.range.file)
    }
    guard let first = borrowed.first else { return [] }
    let client = root.entry("client")?.key.range
    let lines = borrowed.map { "'\($0.key.name): …'" }.joined(separator: ", ")
    return [
      Diagnostic(
        .missingKey, .warning,
        "texts would say '\(first.value.text)', which is a base's; a client says its own with \(lines) under 'client'",
        at: client?.file == own ? client : place,
        notes: [Diagnostic.Note("the base's is here", at: first.value.range)])
    ]
  }

  /// Whether a file stands where workflows are kept that others extend.
  private func isBase(_ file: SourceFileID) -> Bool {
    files[file].path.split(separator: "/").dropLast().last == "base"
  }

  /// A document is found by its file's name, so that any other name for it misleads.
  func nameFindings(_ node: YAMLNode?, _ kind: DocumentKind, in file: DocumentFile) -> [Diagnostic] {
    guard let name = node?[kind.rawValue], !name.text.isEmpty, file.path.hasSuffix(".yaml"),
      let last = file.path.split(separator: "/").last
    else { return [] }
    let meant = String(last.dropLast(5))
    guard meant != name.text, DocumentName(kind, meant) != nil else { return [] }
    return [
      Diagnostic(
        .wrongType, .warning,
        "'\(kind.rawValue)' should be the name of the file, '\(meant)', not '\(name.text)'",
        at: name.range,
        fixIts: [Diagnostic.FixIt("replace with '\(meant)'", replace: name.range, with: meant)])
    ]
  }
}

extension [Diagnostic] {
  /// Names the line of a change where a finding about another line follows from it.
  func tellingChanges(_ changes: [YAMLMerge.Change], in files: SourceFiles) -> [Diagnostic] {
    let removing = changes.filter { $0.kind == .removed || $0.kind == .removedNothing }
    let redirecting = changes.filter { $0.kind == .removed || $0.kind == .replaced }
    guard !removing.isEmpty || !redirecting.isEmpty else { return self }
    var joined: Set<SourceRange> = []
    let told = map { finding -> Diagnostic in
      switch finding.id {
      case .unknownReference:
        guard
          let change = removing.first(where: { change in
            change.path.last.map { finding.message.hasSuffix("'\($0)' is not defined") } ?? false
          })
        else { return finding }
        joined.insert(change.overlay)
        return finding.noting(
          change.kind == .removed ? "it is removed here" : "it is left empty here", change)
      case .unreachableState:
        guard let range = finding.range, let name = files.text(of: range),
          let change = redirecting.first(where: { change in
            change.overlay.file != range.file
              && (change.base.flatMap { files.restOfLine(from: $0) }?.namesState(name) ?? false)
          })
        else { return finding }
        return finding.noting(
          "what led there is \(change.kind == .removed ? "removed" : "changed") here", change)
      default: return finding
      }
    }
    // An entry left empty that a rule names is told there.
    return told.filter { finding in
      !(finding.id == .emptyValue && (finding.range.map(joined.contains) ?? false))
    }
  }
}

extension Diagnostic {
  fileprivate func noting(_ message: String, _ change: YAMLMerge.Change) -> Diagnostic {
    Diagnostic(
      id, severity, self.message, at: range, notes: [Note(message, at: change.overlay)] + notes,
      fixIts: fixIts)
  }
}

extension SourceFiles {
  fileprivate func text(of range: SourceRange) -> String? {
    let bytes = self[range.file].bytes
    guard range.end <= bytes.count else { return nil }
    return String(decoding: bytes[Int(range.start)..<Int(range.end)], as: UTF8.self)
  }

  fileprivate func restOfLine(from range: SourceRange) -> String? {
    let bytes = self[range.file].bytes
    guard range.start <= bytes.count else { return nil }
    return String(decoding: bytes[Int(range.start)...].prefix { $0 != 0x0A }, as: UTF8.self)
  }
}

extension String {
  /// Whether a word of it is the name of a state.
  fileprivate func namesState(_ name: String) -> Bool {
    split { !($0.isLetter || $0.isNumber || $0 == "_" || $0 == "-") }.contains { $0 == name }
  }
}
