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
  /// At most `choiceLimit`; may be empty, then no lead is queued anywhere.
  public let queues: FirstMatch
  /// Every flag whose condition holds is raised; at most `flagLimit`.
  public let flags: FirstMatch
  public let recommendations: FirstMatch
  public let assignmentTypes: FirstMatch
  /// At most `choiceLimit`, in file order; may be empty.
  public let agents: [AgentProgram]
  /// At most `choiceLimit`, in file order; may be empty.
  public let campaigns: [CampaignProgram]

  /// The most queues, recommendations, assignment types, agents, campaigns, and openers of a campaign: what was
  /// decided about a lead has a byte for each, one value of which means none.
  public static let choiceLimit = 255
  /// The most flags: one bit each.
  public static let flagLimit = 64
  /// The most templates that rules may name: a drafted lead has two bytes for its own.
  public static let templateLimit = 65_535

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
