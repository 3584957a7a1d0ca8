import WorkflowProgram

/// Which texts a language model may be asked about: answers of an ordinary talk, and nothing of consequence.
///
/// What is not asked about is said as it is written: first messages, texts nobody asked for, whatever the law or
/// the carriers want said, and every text around an opt-out, a wrong number, anger, the law, or a hand-over.
struct DraftEligibility {
  let program: ClientProgram

  func allows(
    _ message: OutboundMessage, saying template: MessageTemplate, answering reply: ReplyFacts,
    in state: LeadState
  ) -> Bool {
    message.purpose == .answer && mayReword(template.use) && isOrdinary(reply) && !handsOver(state)
      && !state.flags.contains(.optedOut) && !state.flags.contains(.held)
  }

  private func mayReword(_ use: TemplateUse) -> Bool {
    switch use {
    case .reply, .objection, .logistics, .closing: true
    case .opener, .followUp, .nurture, .confirmation: false
    }
  }

  private func isOrdinary(_ reply: ReplyFacts) -> Bool {
    guard !reply.text.isEmpty, reply.text.utf8.count <= Self.longestReply, reply.keyword == nil,
      !reply.isOptOut, !reply.isDoubtfulOptOut
    else { return false }
    guard !reply.intents.contains(where: { Self.weighty.contains(program.intents[$0]) }) else { return false }
    let words = DraftText(reply.text)
    return !words.words.contains { word in Self.legal.contains(word.text) }
  }

  /// Whether the text is the last word before a person takes over, or a number is dropped.
  private func handsOver(_ state: LeadState) -> Bool {
    let machine = program.machine
    return machine.candidates(for: BuiltInEvent.sent.id, in: state.state).contains { candidate in
      let arrow = machine.transitions[machine.transition(at: candidate)]
      return machine.instructions[arrow.actions].contains { instruction in
        switch instruction {
        case .escalate, .suppress, .dropNumber: true
        case .normalize, .skipTrace, .score, .enqueue, .assign, .draft, .requestApproval, .send, .say, .speak,
          .notify, .handOff:
          false
        }
      }
    }
  }

  /// In bytes; what is longer is no text message.
  static let longestReply = 2_000

  /// Intents whose answers are said as they are written.
  private static let weighty: Set<String> = [
    "opt_out", "hostile", "wrong_number", "help", "question_source", "auto_reply",
  ]

  /// Words that make an answer one of law.
  private static let legal: Set<String> = [
    "lawyer", "lawyers", "attorney", "attorneys", "sue", "sued", "suing", "lawsuit", "legal", "illegal",
    "tcpa", "fcc",
    "ftc", "court", "harassment", "harassing", "harass", "police", "complaint", "damages", "statutory",
    "consent",
    "privacy", "gdpr", "died", "dead", "deceased", "death", "funeral", "cancer", "hospice",
  ]
}
