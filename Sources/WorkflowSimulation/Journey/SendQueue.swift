import WorkflowEngine

/// Who may send next, minute by minute: the only place where leads meet.
///
/// Answers go before outreach, then higher priority, then whoever has waited longer. Leads of one place (the same
/// clocks, equally strict law) stand together, so that whether they may send is asked once for all of them. They
/// stand in linked lists through their own entries: a million waiting leads cost nothing beside them.
struct SendQueue {
  /// No lead.
  static let nobody = UInt32.max
  /// Answers and outreach, each with priorities 0 to 100.
  private static let laneCount = 2 * 101

  /// Leads by the minute from which they wish to send.
  private var calendar: [Line]
  /// By place, then lane.
  private var lines: [Line] = []
  /// By place: which lanes somebody stands in.
  private var occupied: [SIMD4<UInt64>] = []
  /// By place: the first minute at which it may be lawful to send, as far as it is known.
  private var opensAt: [Int] = []
  private(set) var count = 0

  private struct Line {
    var first = SendQueue.nobody
    var last = SendQueue.nobody
  }

  init(minutes: Int) { calendar = Array(repeating: Line(), count: minutes + 1) }

  /// Puts a lead in line from a minute on; one behind the horizon is let go.
  mutating func wait(_ lead: UInt32, from minute: Int, in leads: Shelf<WaitingLead>) {
    guard minute < calendar.count else { return }
    Self.append(lead, to: &calendar[minute], in: leads)
  }

  /// Lets those in whose minute has come.
  mutating func open(_ minute: Int, in leads: Shelf<WaitingLead>) {
    var lead = calendar[minute].first
    calendar[minute] = Line()
    while lead != Self.nobody {
      let entry = leads[lead]
      let next = entry.pointee.next
      let (place, lane) = (Int(entry.pointee.place), Int(entry.pointee.lane))
      grow(to: place)
      Self.append(lead, to: &lines[place * Self.laneCount + lane], in: leads)
      occupied[place][lane >> 6] |= 1 << UInt64(lane & 63)
      count += 1
      lead = next
    }
  }

  /// Takes out those first in line whose place is open, at most `limit`.
  ///
  /// - Parameter opening: The first minute at or after the given one at which a place is open; `nil` for never.
  mutating func next(
    _ limit: Int, at minute: Int, in leads: Shelf<WaitingLead>,
    opening: (_ place: Int, _ minute: Int) -> Int?
  ) -> [UInt32] {
    var open: [Int] = []
    for place in occupied.indices where occupied[place] != .zero && opensAt[place] <= minute {
      let opens = opening(place, minute) ?? .max
      opensAt[place] = opens
      if opens <= minute { open.append(place) }
    }
    var taken: [UInt32] = []
    while taken.count < limit {
      var top = -1
      for place in open { top = max(top, Self.topLane(occupied[place])) }
      guard 0 <= top else { break }
      let standing = open.filter { Self.topLane(occupied[$0]) == top }
      take(lane: top, of: standing, limit: limit, into: &taken, in: leads)
    }
    count -= taken.count
    return taken
  }

  /// Empties one lane of several places, whoever has waited longest first, until it is empty or the limit is reached.
  private mutating func take(
    lane: Int, of places: [Int], limit: Int, into taken: inout [UInt32],
    in leads: Shelf<WaitingLead>
  ) {
    var places = places
    while taken.count < limit, !places.isEmpty {
      var longest = 0
      if 1 < places.count {
        for index in places.indices.dropFirst() {
          let lead = lines[places[index] * Self.laneCount + lane].first
          let other = lines[places[longest] * Self.laneCount + lane].first
          // Entries stand in the order of the import.
          let (since, otherSince) = (leads[lead].pointee.second, leads[other].pointee.second)
          if since < otherSince || since == otherSince && lead < other { longest = index }
        }
      }
      let place = places[longest]
      let line = place * Self.laneCount + lane
      let lead = lines[line].first
      taken.append(lead)
      lines[line].first = leads[lead].pointee.next
      if lines[line].first == Self.nobody {
        lines[line].last = Self.nobody
        occupied[place][lane >> 6] &= ~(1 << UInt64(lane & 63))
        places.remove(at: longest)
      }
    }
  }

  /// The highest lane somebody stands in, or -1.
  private static func topLane(_ occupied: SIMD4<UInt64>) -> Int {
    for word in [3, 2, 1, 0] where occupied[word] != 0 {
      return word * 64 + 63 - occupied[word].leadingZeroBitCount
    }
    return -1
  }

  private mutating func grow(to place: Int) {
    while occupied.count <= place {
      occupied.append(.zero)
      opensAt.append(0)
      lines.append(contentsOf: repeatElement(Line(), count: Self.laneCount))
    }
  }

  private static func append(
    _ lead: UInt32, to line: inout Line, in leads: Shelf<WaitingLead>
  ) {
    leads[lead].pointee.next = nobody
    if line.last == nobody { line.first = lead } else { leads[line.last].pointee.next = lead }
    line.last = lead
  }
}
