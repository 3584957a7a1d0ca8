import LeadModel
import WorkflowProgram

extension MessageRenderer {
  /// What to ask a language model for before a text is said; `nil` where no model drafts it.
  ///
  /// Asked only for agents whose responder is the model, and only about answers of an ordinary talk.
  ///
  /// - Parameters:
  ///   - reply: What the text answers.
  ///   - state: The lead's after the step that asked for the text.
  public mutating func draftWish(
    for message: OutboundMessage, answering reply: ReplyFacts, lead: LeadRow, state: LeadState
  ) -> DraftWish? {
    guard let model = program.languageModel, state.decision.agent != LeadDecision.none else { return nil }
    let agent = Int(state.decision.agent)
    guard program.decisions.agents[agent].responder == .model,
      let (speech, template) = speech(message, agent: agent),
      DraftEligibility(program: program).allows(message, saying: template, answering: reply, in: state)
    else { return nil }
    let reference = text(message, lead: lead, state: state)
    guard !reference.isEmpty, !DraftHonesty.disclosesMachine(reference) else { return nil }
    if let refusal = DraftLanguage.refusal(of: reference, answering: reply) {
      return .uncheckable(refusal, model: model.name)
    }

    let visible = model.visibleFields.compactMap { column -> (name: String, value: String)? in
      let field = program.leadSchema.fields[column]
      let value = text(Wording([.variable(.leadField(column, field.type), fallback: nil)]), lead: lead)
      return value.isEmpty ? nil : (field.name, value)
    }
    let clientFacts = program.client.facts.map { (name: $0.name, value: $0.value) }
    let key = mixed(lead.key ^ UInt64(message.entry) << 8 ^ UInt64(message.ordinal))
    let prompt = DraftPrompt(
      persona: speech.persona, brandName: program.client.name, reference: reference,
      facts: clientFacts + visible,
      longest: template.segmentBudget == 1 ? 160 : template.segmentBudget * 153,
      mark: "~" + String(key, radix: 36) + "~")
    let check = DraftCheck(
      reference: reference, facts: (clientFacts + visible).map(\.value),
      speakerName: speech.persona.displayName,
      brandName: program.client.name, voice: speech.persona.voice, segmentBudget: template.segmentBudget,
      instructions: prompt.rules, mark: prompt.mark)
    return .draft(
      DraftRequest(
        model: model, instructions: prompt.instructions, prompt: prompt.prompt(reply: reply.text),
        check: check))
  }
}
