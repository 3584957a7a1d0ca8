import Diagnostics
import WorkflowProgram

/// The first message of a campaign says who writes and how to make it stop.
enum OpenerCheck {
  static func findings(in wording: LocatedWording) -> [Diagnostic] {
    var missing: [(what: String, fix: String)] = []
    if !wording.wording.contains(.brandName), !wording.wording.contains(.brandDomain) {
      missing.append(("does not name the sender", "{brandName}"))
    }
    if !wording.wording.contains(.optOut), !saysStop(wording) {
      missing.append(("does not say how to opt out", "{optOut}"))
    }
    return missing.map { what, variable in
      let end = wording.source.text.utf8.count
      let fixIt = Diagnostic.FixIt(
        "add '\(variable)'", replace: wording.range(end..<end), with: " \(variable)")
      return Diagnostic(
        .incompleteOpener, .error, "a first message \(what)", at: wording.range(0..<end),
        notes: variable == "{optOut}"
          ? [] : [Diagnostic.Note("write '\(variable)' where the sender is named")],
        fixIts: variable == "{optOut}" ? [fixIt] : [])
    }
  }

  private static func saysStop(_ wording: LocatedWording) -> Bool {
    AvoidedWords(["stop"]).places(in: wording.ownWords).contains { range in
      // In capitals, as carriers ask for it: "we stop by" is no instruction.
      Array(wording.source.text.utf8)[range] == ArraySlice("STOP".utf8)
    }
  }
}
