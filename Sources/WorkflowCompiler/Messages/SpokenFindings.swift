import Diagnostics
import WorkflowProgram
import WorkflowSyntax

/// Remembers what was found about texts in voices, for clients that share both.
///
/// What is found depends on the text, the persona and how long the client's own words are, and on nothing else of
/// the client: of a thousand clients of one base most find the same.
final class SpokenFindings {
  private var known: [Key: [Diagnostic]] = [:]
  /// More entries than any number of shipped texts and personas makes; then the memory starts anew.
  private static let limit = 100_000

  private struct Key: Hashable {
    let text: SourceRange
    let persona: SourceRange
    let lengths: SpeakerLengths
  }

  /// The findings about a text in a voice.
  ///
  /// - Parameter persona: Where the persona's document stands, a client's changes to it included.
  func findings(
    in template: CompiledTemplate, written text: SourceRange, persona: SourceRange, lengths: SpeakerLengths,
    by check: SpokenCheck
  ) -> [Diagnostic] {
    let key = Key(text: text, persona: persona, lengths: lengths)
    if let findings = known[key] { return findings }
    let findings = check.findings(in: template)
    if known.count == Self.limit { known.removeAll() }
    known[key] = findings
    return findings
  }
}
