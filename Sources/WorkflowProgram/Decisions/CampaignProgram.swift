/// Who decides that a drafted message may go out.
public enum ApprovalMode: String, Hashable, Sendable, CaseIterable {
  /// A person approves each one.
  case manual
  /// Approved as drafted.
  case auto
  /// A person approves a sample; the rest goes as drafted.
  case sample
}

/// One campaign: whom it takes, how it is approved, and how it opens.
///
/// Campaigns are tried in file order and the first that holds takes the lead, so that no two can text
/// the same lead on one event.
public struct CampaignProgram: Sendable {
  public let name: String
  /// `nil` always holds.
  public let condition: ConditionID?
  public let approval: ApprovalMode
  /// In file order, at most `DecisionProgram.choiceLimit`; the first that holds is used.
  public let openers: [Opener]
  public let place: Place

  /// A choice of the first message.
  public struct Opener: Sendable {
    public let name: String
    /// `nil` always holds.
    public let condition: ConditionID?
    /// Indices into `MessageProgram.templates`, never empty; which one a lead gets is a stable hash.
    public let templates: [Int]
    public let place: Place
    public init(name: String, condition: ConditionID?, templates: [Int], place: Place) {
      precondition(!templates.isEmpty, "an opener has a template")
      self.name = name
      self.condition = condition
      self.templates = templates
      self.place = place
    }
  }

  public init(
    name: String, condition: ConditionID?, approval: ApprovalMode, openers: [Opener], place: Place
  ) {
    self.name = name
    self.condition = condition
    self.approval = approval
    self.openers = openers
    self.place = place
  }
}
