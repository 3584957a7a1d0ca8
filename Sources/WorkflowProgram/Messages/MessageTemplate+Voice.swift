import LeadModel

/// A template as one persona says it for one client, ready to be rendered.
public struct VoicedTemplate: Hashable, Sendable {
  public let template: TemplateID
  /// One for each variant of the template, in order.
  public let patterns: [MessagePattern]
}

extension MessageTemplate {
  /// One variant in a persona's voice.
  ///
  /// Which of the persona's forms it gets is keyed by the template's name, so that editing one moves no other.
  public func wording(_ variant: Int, in voice: PersonaVoice, for speaker: Speaker) -> Wording {
    let signs =
      switch voice.signs {
      case .never: false
      case .unprompted: use.isUnprompted
      case .always: true
      }
    // A persona's own texts are in its voice already; only its words are made sure of.
    if stableHash(library.utf8) == voice.key {
      return variants[variant].wording.worded(by: voice, choice: key &+ UInt64(variant))
    }
    // What the law asks for is said in no one's voice.
    if use == .confirmation { return variants[variant].wording.worded(by: .asWritten, choice: 0) }
    return variants[variant].wording.voiced(
      by: voice, choice: (key ^ voice.key) &+ UInt64(variant), signs: signs
    ) { wording in
      wording.worstCount(for: speaker).segments <= segmentBudget
    }
  }

  /// The template as a persona says it for a client, the speaker's constants written out.
  public func voiced(by voice: PersonaVoice, for speaker: Speaker) -> VoicedTemplate {
    VoicedTemplate(
      template: id,
      patterns: variants.indices.map { variant in
        MessagePattern(wording(variant, in: voice, for: speaker).bound(to: speaker))
      })
  }
}
