import Diagnostics
import WorkflowProgram

/// Finds claims that nobody has proved: numbers that are not the client's facts.
struct ClaimCheck {
  private let origin: TemplateContext.Origin

  init(_ origin: TemplateContext.Origin) { self.origin = origin }

  func findings(in wording: LocatedWording) -> [Diagnostic] {
    let claims = ClaimScanner(wording.ownWords).claims()
    guard !claims.isEmpty else { return [] }
    let bytes = Array(wording.source.text.utf8)
    return claims.map { claim in
      let text = String(decoding: bytes[claim.range], as: UTF8.self)
      let (severity, rule) =
        switch origin {
        case .shipped: (Severity.error, "must come from the client's facts")
        case .client: (Severity.warning, "is not among the client's facts")
        }
      return Diagnostic(
        .unprovenClaim, severity, "'\(text)' is \(claim.kind) and \(rule)", at: wording.range(claim.range),
        notes: [Diagnostic.Note("set it under 'facts' of 'client' and write '{fact.NAME}'")])
    }
  }
}
