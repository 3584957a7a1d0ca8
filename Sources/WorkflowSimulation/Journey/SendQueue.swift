import WorkflowEngine

/// Who may send next, minute by minute: the only place where leads meet.
///
/// Answers go before outreach, then higher priority, then whoever has waited longer; never more than the
/// minute's and the day's allowance. Leads stand in linked lists through their own records, so that a million
/// waiting leads cost nothing beside them.
struct SendQueue {
  /// No lead.
  static let nobody = UInt32.max
  /// Answers and outreach, each with priorities 0 to 100.
  private static let lanes = 2 * 101

  /// Leads by the minute from which they may send.
  private var calendar: [Line]
  /// Leads that may send now, by lane.
  private var ready: [Line]
  private(set) var readyCount = 0

  private struct Line {
    var first = SendQueue.nobody
    var last = SendQueue.nobody
  }

  init(minutes: Int) {
    calendar = Array(repeating: Line(), count: minutes + 1)
    ready = Array(repeating: Line(), count: Self.lanes)
  }

  /// Puts a lead in line from a minute on; one behind the horizon is let go.
  mutating func wait(_ lead: UInt32, from minute: Int, in leads: UnsafeMutablePointer<SimulatedLead>) {
    guard minute < calendar.count else { return }
    Self.append(lead, to: &calendar[minute], in: leads)
  }

  /// Lets those in whose minute has come.
  mutating func open(_ minute: Int, in leads: UnsafeMutablePointer<SimulatedLead>) {
    var lead = calendar[minute].first
    calendar[minute] = Line()
    while lead != Self.nobody {
      let record = leads + Int(lead)
      let next = record.pointee.next
      let isAnswer = record.pointee.request?.message.purpose == .answer
      let priority = min(max(0, Int(record.pointee.state.decision.priority)), 100)
      Self.append(lead, to: &ready[(isAnswer ? 101 : 0) + priority], in: leads)
      readyCount += 1
      lead = next
    }
  }

  /// Takes out whoever is first in line.
  mutating func pop(in leads: UnsafeMutablePointer<SimulatedLead>) -> UInt32? {
    guard 0 < readyCount else { return nil }
    for lane in stride(from: Self.lanes - 1, through: 0, by: -1) where ready[lane].first != Self.nobody {
      let lead = ready[lane].first
      ready[lane].first = leads[Int(lead)].next
      if ready[lane].first == Self.nobody { ready[lane].last = Self.nobody }
      readyCount -= 1
      return lead
    }
    return nil
  }

  private static func append(
    _ lead: UInt32, to line: inout Line, in leads: UnsafeMutablePointer<SimulatedLead>
  ) {
    leads[Int(lead)].next = nobody
    if line.last == nobody { line.first = lead } else { leads[Int(line.last)].next = lead }
    line.last = lead
  }
}
