import Diagnostics
import WorkflowProgram

/// Finds where a text denies that a machine speaks; no agent says that, whoever wrote it.
struct MachineDenialCheck {
  /// At most one for a text: it is one lie, however often it is told.
  func findings(in wording: LocatedWording) -> [Diagnostic] {
    guard let place = MachineDenialScanner(wording.ownWords).places().first else { return [] }
    let words = String(decoding: Array(wording.source.text.utf8)[place], as: UTF8.self)
    return [
      Diagnostic(
        .deniesMachine, .error, "'\(words)' denies that a machine writes, which an agent never does",
        at: wording.range(place),
        notes: [Diagnostic.Note("say what it is: \"I'm an automated assistant for {brandName}\"")])
    ]
  }
}
