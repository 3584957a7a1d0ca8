/// How a dry run imagines the world: chances in ten-thousandths, delays in milliseconds.
///
/// Whole numbers throughout, so that the same seed gives the same bytes on any machine.
public struct SimulationModel: Hashable, Sendable {
  /// A chance in ten-thousandths: 10,000 is certain.
  public struct Chance: Hashable, Sendable {
    public let tenThousandths: Int
    public init(tenThousandths: Int) { self.tenThousandths = tenThousandths }
  }

  /// A delay drawn between two bounds, most often near the lower one.
  public struct Delay: Hashable, Sendable {
    public let fromMilliseconds: Int64
    public let toMilliseconds: Int64
    public init(fromMilliseconds: Int64, toMilliseconds: Int64) {
      self.fromMilliseconds = fromMilliseconds
      self.toMilliseconds = toMilliseconds
    }
  }

  /// Leads for which a condition holds answer `timesThousandths / 1000` times as often.
  public struct Adjustment: Hashable, Sendable {
    public let name: String
    public let condition: ConditionID
    public let timesThousandths: Int
    public init(name: String, condition: ConditionID, timesThousandths: Int) {
      self.name = name
      self.condition = condition
      self.timesThousandths = timesThousandths
    }
  }

  public let traceFound: Chance
  /// Of the found, how many come with a mobile number.
  public let traceMobile: Chance
  public let traceDelay: Delay
  public let approved: Chance
  public let approvalDelay: Delay
  public let delivered: Chance
  /// Of the first texts that do not arrive, how many fail for good: the number does not exist, or is a landline.
  ///
  /// A number is good or bad for the whole run: a bad one takes no text, and says so to each.
  public let invalidNumber: Chance
  public let deliveryDelay: Delay
  /// How often a text that we began is answered.
  public let replyRate: Chance
  /// How often a text is answered that itself answers.
  public let conversationRate: Chance
  /// Each further unanswered message is answered this much less often.
  public let laterTouches: Chance
  public let replyDelay: Delay
  public let adjustments: [Adjustment]
  /// One weight an intent of the program, in its order; all 0 means nobody says anything.
  public let intentWeights: [Int]
  /// Of the proposals, how many close.
  public let closed: Chance
  public let closingDelay: Delay
  /// Millionths of a dollar a segment.
  public let segmentMicrodollars: Int

  public init(
    traceFound: Chance, traceMobile: Chance, traceDelay: Delay, approved: Chance, approvalDelay: Delay,
    delivered: Chance, invalidNumber: Chance, deliveryDelay: Delay, replyRate: Chance,
    conversationRate: Chance,
    laterTouches: Chance, replyDelay: Delay,
    adjustments: [Adjustment], intentWeights: [Int], closed: Chance, closingDelay: Delay,
    segmentMicrodollars: Int
  ) {
    self.traceFound = traceFound
    self.traceMobile = traceMobile
    self.traceDelay = traceDelay
    self.approved = approved
    self.approvalDelay = approvalDelay
    self.delivered = delivered
    self.invalidNumber = invalidNumber
    self.deliveryDelay = deliveryDelay
    self.replyRate = replyRate
    self.conversationRate = conversationRate
    self.laterTouches = laterTouches
    self.replyDelay = replyDelay
    self.adjustments = adjustments
    self.intentWeights = intentWeights
    self.closed = closed
    self.closingDelay = closingDelay
    self.segmentMicrodollars = segmentMicrodollars
  }
}
