public import LeadModel
public import WorkflowProgram

/// Allows at most N events in any stretch of time of a given length: exact, not N per bucket.
///
/// A stretch takes in its start and not its end, so an event may follow exactly one length after the N-th last.
/// Remembers N instants and nothing else.
public struct RollingCap: Hashable, Sendable {
  /// N, at least 1.
  public let limit: Int
  /// The stretch's length in milliseconds, at least 1.
  public let milliseconds: Int64
  /// The latest events, oldest at `oldest` once it is full.
  private var instants: [Int64] = []
  private var oldest = 0

  /// - Precondition: Both at least 1.
  public init(limit: Int, milliseconds: Int64) {
    precondition(1 <= limit && 1 <= milliseconds, "a cap allows something in some time")
    self.limit = limit
    self.milliseconds = milliseconds
  }

  public init(_ cap: FrequencyCap) { self.init(limit: cap.messages, milliseconds: cap.milliseconds) }

  /// The first instant at or after `instant` at which one more event is allowed.
  public func earliest(atOrAfter instant: Timestamp) -> Timestamp {
    guard instants.count == limit else { return instant }
    return max(instant, Timestamp(milliseconds: instants[oldest] &+ milliseconds))
  }

  /// Counts an event.
  ///
  /// - Parameter instant: Not before the last one counted; an earlier one counts as then, which only tightens the cap.
  /// - Returns: Whether it was allowed; one that was not is not counted.
  public mutating func record(at instant: Timestamp) -> Bool {
    guard earliest(atOrAfter: instant) == instant else { return false }
    if instants.count < limit {
      instants.append(max(instant.milliseconds, instants.last ?? .min))
    } else {
      let last = instants[oldest == 0 ? limit - 1 : oldest - 1]
      instants[oldest] = max(instant.milliseconds, last)
      oldest = oldest + 1 == limit ? 0 : oldest + 1
    }
    return true
  }
}
