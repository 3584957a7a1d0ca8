/// A score as a sum of named contributions, clamped to `0...limit`.
public struct ScoringProgram: Sendable {
  public let name: String
  public let start: Start
  /// The highest value; 0 is the lowest.
  public let limit: Int
  /// In file order; every rule counts.
  public let rules: [ScoringRule]
  public let place: Place

  /// Where the sum begins.
  public enum Start: Hashable, Sendable {
    case points(Int)
    /// The value of the score computed before this one.
    case quality
  }

  public init(name: String, start: Start, limit: Int, rules: [ScoringRule], place: Place) {
    self.name = name
    self.start = start
    self.limit = limit
    self.rules = rules
    self.place = place
  }
}

/// One named contribution to a score.
public struct ScoringRule: Sendable {
  public let name: String
  public let body: Body
  public let place: Place

  public enum Body: Sendable {
    /// The first case whose condition holds counts, and no other.
    case first([Case])
    /// Every case whose condition holds counts; together at most `limit` points (and at least minus that).
    case all([Case], limit: Int?)
    /// Points looked up by the label of band `band`, one entry a label.
    case byBand(band: Int, points: [Int])
    /// Points looked up by a text's value; `otherwise` when it is none of them.
    case byText(TextChoice)
  }

  /// Points given when a condition holds; `nil` always holds.
  public struct Case: Sendable {
    public let condition: ConditionID?
    public let points: Int
    public let place: Place
    public init(condition: ConditionID?, points: Int, place: Place) {
      self.condition = condition
      self.points = points
      self.place = place
    }
  }

  /// A choice by a text: one condition a value, made by the compiler from `choose:`.
  public struct TextChoice: Sendable {
    public let cases: [Case]
    public init(cases: [Case]) { self.cases = cases }
  }

  public init(name: String, body: Body, place: Place) {
    self.name = name
    self.body = body
    self.place = place
  }
}
