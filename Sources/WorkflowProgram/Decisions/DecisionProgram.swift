/// Everything that is decided about a lead before a word is sent, in the order it is decided.
///
/// Bands, quality, priority, qualified, queue, flags, recommended action, assignment type, agent, campaign,
/// opener: each may use what came before it and nothing that comes after.
public struct DecisionProgram: Sendable {
  public let bands: [BandProgram]
  public let quality: ScoringProgram
  public let priority: ScoringProgram
  /// `nil`: every lead is qualified.
  public let qualified: ConditionID?
  /// At most 255; may be empty, then no lead is queued anywhere.
  public let queues: FirstMatch
  /// Every flag whose condition holds is raised; at most 64.
  public let flags: FirstMatch
  public let recommendations: FirstMatch
  public let assignmentTypes: FirstMatch
  /// At most 255, in file order; may be empty.
  public let agents: [AgentProgram]
  /// At most 255, in file order; may be empty.
  public let campaigns: [CampaignProgram]

  public init(
    bands: [BandProgram], quality: ScoringProgram, priority: ScoringProgram, qualified: ConditionID?,
    queues: FirstMatch, flags: FirstMatch, recommendations: FirstMatch, assignmentTypes: FirstMatch,
    agents: [AgentProgram], campaigns: [CampaignProgram]
  ) {
    self.bands = bands
    self.quality = quality
    self.priority = priority
    self.qualified = qualified
    self.queues = queues
    self.flags = flags
    self.recommendations = recommendations
    self.assignmentTypes = assignmentTypes
    self.agents = agents
    self.campaigns = campaigns
  }
}
