import Expressions
import LeadModel
public import WorkflowProgram

extension ClientProgram {
  /// Decides everything about one lead; the same as `BatchDecider` does for many at once.
  public func decide(_ lead: LeadRow) -> LeadDecision {
    var run = DecisionRun(program: self, lead: lead)
    return run.decide()
  }

  /// Decides about one lead and tells each rule that was asked, in order, with the values it saw.
  public func explainDecision(_ lead: LeadRow) -> DecisionStory {
    var run = DecisionRun(program: self, lead: lead)
    run.story = DecisionStory()
    let decision = run.decide()
    var story = run.story ?? DecisionStory()
    story.decision = decision
    return story
  }

  /// The theme of the drafted opener's template; empty before there is one.
  public func theme(of decision: LeadDecision) -> String {
    guard decision.campaign != LeadDecision.none else { return "" }
    return messages.templates[Int(decision.template)].theme ?? ""
  }
}

/// One lead's decision under way, row by row through the general evaluator.
private struct DecisionRun {
  let program: ClientProgram
  let lead: LeadRow
  var state: LeadState
  var story: DecisionStory?

  init(program: ClientProgram, lead: LeadRow) {
    self.program = program
    self.lead = lead
    state = LeadState(at: program.machine.initial)
  }

  mutating func decide() -> LeadDecision {
    let rules = program.decisions
    for band in rules.bands {
      story?.add("lead.\(band.name)", result: band.labels[band.code(of: lead)], at: band.place)
    }
    state.decision.quality = Int16(score(rules.quality))
    state.decision.priority = Int16(score(rules.priority))
    if let qualified = rules.qualified {
      state.decision.isQualified = holds(qualified)
      story?.add("qualified", result: "\(state.decision.isQualified)", at: program[qualified].place)
    } else {
      state.decision.isQualified = true
    }
    state.decision.queue = first(rules.queues, of: "queue")
    for (index, flag) in rules.flags.choices.enumerated() where asks(flag.condition) {
      state.decision.flags |= 1 << UInt64(index)
      story?.add("flag \(flag.name)", result: "raised", at: flag.place)
    }
    state.decision.recommendation = first(rules.recommendations, of: "recommended action")
    state.decision.assignmentType = first(rules.assignmentTypes, of: "assignment type")
    state.decision.agent = agent(rules.agents)
    chooseCampaign(rules.campaigns)
    return state.decision
  }

  private mutating func score(_ scoring: ScoringProgram) -> Int {
    var sum: Int
    switch scoring.start {
    case .points(let points): sum = points
    case .quality: sum = Int(state.decision.quality)
    }
    story?.begin(scoring.name, start: sum, limit: scoring.limit, at: scoring.place)
    for rule in scoring.rules {
      let points = points(of: rule)
      sum += points
      story?.add(rule.name, points: points, at: rule.place)
    }
    let value = min(max(0, sum), scoring.limit)
    story?.end(scoring.name, sum: sum, value: value)
    return value
  }

  private mutating func points(of rule: ScoringRule) -> Int {
    switch rule.body {
    case .first(let cases):
      return cases.first { asks($0.condition) }?.points ?? 0
    case .byText(let choice):
      return choice.cases.first { asks($0.condition) }?.points ?? 0
    case .all(let cases, let limit):
      var sum = 0
      for scored in cases where asks(scored.condition) { sum += scored.points }
      guard let limit else { return sum }
      return min(max(-limit, sum), limit)
    case .byBand(let band, let points):
      return points[program.decisions.bands[band].code(of: lead)]
    }
  }

  private mutating func first(_ match: FirstMatch, of name: String) -> UInt8 {
    for (index, choice) in match.choices.enumerated() where asks(choice.condition) {
      story?.add(name, result: choice.name, at: choice.place)
      return UInt8(index)
    }
    return LeadDecision.none
  }

  private mutating func agent(_ agents: [AgentProgram]) -> UInt8 {
    var best = LeadDecision.none
    var bestSum = Int.min
    for (index, agent) in agents.enumerated() {
      var sum = 0
      for fit in agent.suits where asks(fit.condition) {
        sum += fit.weight
        story?.add("agent \(agent.name): \(fit.name)", points: fit.weight, at: fit.place)
      }
      if bestSum < sum {
        bestSum = sum
        best = UInt8(index)
      }
    }
    if best != LeadDecision.none {
      state.decision.agent = best
      let agent = agents[Int(best)]
      story?.add("agent", result: "\(agent.name) with \(bestSum) points", at: agent.place)
    }
    return best
  }

  private mutating func chooseCampaign(_ campaigns: [CampaignProgram]) {
    // Whatever a workflow says: who must not be called is not written to.
    guard lead.batch.int(field: StandardField.doNotCall.rawValue, row: lead.row) == 0 else {
      story?.add("campaign", result: "none: the lead must not be called or texted", at: nil)
      return
    }
    for (index, campaign) in campaigns.enumerated() where asks(campaign.condition) {
      for (number, opener) in campaign.openers.enumerated() where asks(opener.condition) {
        state.decision.campaign = UInt8(index)
        state.decision.opener = UInt8(number)
        state.decision.template = UInt16(opener.template(for: lead.key))
        story?.add("campaign", result: campaign.name, at: campaign.place)
        let template = program.messages.templates[Int(state.decision.template)]
        story?.add("opener \(opener.name)", result: template.reference, at: opener.place)
        return
      }
    }
    story?.add("campaign", result: "none", at: nil)
  }

  private mutating func asks(_ condition: ConditionID?) -> Bool {
    guard let condition else { return true }
    return holds(condition)
  }

  private mutating func holds(_ id: ConditionID) -> Bool {
    let slots = LeadSlots(program: program, lead: lead, state: state, now: Timestamp(milliseconds: 0))
    let result = program[id].expression.evaluate(slots)
    story?.ask(program[id], result: result, slots: slots)
    if case .success(.bool(let value)) = result { return value }
    return false
  }
}

extension CampaignProgram.Opener {
  /// Which of its templates a lead gets: the same one always, evenly spread over leads.
  func template(for key: UInt64) -> Int {
    templates.count == 1 ? templates[0] : templates[Int(key % UInt64(templates.count))]
  }
}
