public import LeadModel

/// What one dry run is asked to do.
public struct SimulationSettings: Sendable {
  public var seed: UInt64
  /// The instant the list is imported.
  public var start: Timestamp
  /// Days of virtual time, 1 to 3,650.
  public var days: Int
  /// How many whole journeys the report shows, at least 0.
  public var samples: Int
  /// Whether every event is written down.
  public var hasJournal: Bool

  public init(
    seed: UInt64 = 1, start: Timestamp, days: Int, samples: Int = 3, hasJournal: Bool = false
  ) {
    self.seed = seed
    self.start = start
    self.days = min(max(1, days), 3_650)
    self.samples = max(0, samples)
    self.hasJournal = hasJournal
  }

  /// Leads below this number may be samples: enough that varied journeys are among them, and the same ones
  /// whether all is written down or not.
  var sampledLeads: Int { min(samples, 1_000_000) * 40 }
}
