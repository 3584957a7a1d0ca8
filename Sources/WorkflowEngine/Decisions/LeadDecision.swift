public import WorkflowProgram

/// What scoring and routing decided about one lead; small integers into the program's tables.
public struct LeadDecision: Hashable, Sendable {
  /// `none` in the fields below that name a row of a table.
  public static let none = UInt8(DecisionProgram.choiceLimit)

  public var quality: Int16 = 0
  public var priority: Int16 = 0
  public var isQualified = false
  /// Rows of `DecisionProgram`'s tables, `none` when nothing matched.
  public var queue = LeadDecision.none
  public var recommendation = LeadDecision.none
  public var assignmentType = LeadDecision.none
  public var agent = LeadDecision.none
  /// Also `none` for every lead that must not be called, whatever the campaigns' conditions say.
  public var campaign = LeadDecision.none
  /// The opener of the campaign.
  public var opener = LeadDecision.none
  /// Index into the program's templates; meaningful when there is a campaign.
  public var template: UInt16 = 0
  /// Bit `i` is flag `i`.
  public var flags: UInt64 = 0

  public init() {}
}

extension ClientProgram {
  public func queueName(_ decision: LeadDecision) -> String {
    name(decision.queue, in: decisions.queues.names)
  }
  public func agentName(_ decision: LeadDecision) -> String {
    decision.agent == LeadDecision.none ? "" : decisions.agents[Int(decision.agent)].name
  }
  public func campaignName(_ decision: LeadDecision) -> String {
    decision.campaign == LeadDecision.none ? "" : decisions.campaigns[Int(decision.campaign)].name
  }
  public func recommendationName(_ decision: LeadDecision) -> String {
    name(decision.recommendation, in: decisions.recommendations.names)
  }
  public func assignmentTypeName(_ decision: LeadDecision) -> String {
    name(decision.assignmentType, in: decisions.assignmentTypes.names)
  }
  /// The raised flags' names, in file order.
  public func flagNames(_ decision: LeadDecision) -> [String] {
    decisions.flags.choices.indices.filter { decision.flags >> UInt64($0) & 1 == 1 }
      .map { decisions.flags.choices[$0].name }
  }

  private func name(_ row: UInt8, in names: [String]) -> String {
    row == LeadDecision.none ? "" : names[Int(row)]
  }
}
