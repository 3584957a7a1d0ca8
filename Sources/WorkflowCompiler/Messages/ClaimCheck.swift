import Diagnostics
import WorkflowProgram

/// Finds claims that nobody has proved, because they are not among the client's facts.
///
/// A number in a client's own text is a warning: it may be no claim at all. A boast is an error, whoever wrote it.
struct ClaimCheck {
  private let origin: TemplateContext.Origin

  init(_ origin: TemplateContext.Origin) { self.origin = origin }

  func findings(in wording: LocatedWording) -> [Diagnostic] {
    let claims = ClaimScanner(wording.ownWords).claims()
    guard !claims.isEmpty else { return [] }
    let bytes = Array(wording.source.text.utf8)
    return claims.map { claim in
      let text = String(decoding: bytes[claim.range], as: UTF8.self)
      let isError = origin == .shipped || claim.isBoast
      let rule = isError ? "must come from the client's facts" : "is not among the client's facts"
      return Diagnostic(
        .unprovenClaim, isError ? .error : .warning, "'\(text)' is \(claim.kind) and \(rule)",
        at: wording.range(claim.range),
        notes: [Diagnostic.Note("set it under 'facts' of 'client' and write '{fact.NAME}'")])
    }
  }
}
