import WorkflowEngine

/// Who may send next, minute by minute: the only place where leads meet.
///
/// Answers go before outreach, then higher priority, then whoever has waited longer. Leads of one place (the same
/// clocks, equally strict law) stand together, so that whether they may send is asked once for all of them. They
/// stand in linked lists: a million waiting leads cost a few bytes each.
struct SendQueue {
  /// No lead.
  static let nobody = UInt32.max
  /// Answers and outreach, each with priorities 0 to 100.
  private static let laneCount = 2 * 101

  /// Leads whose first wish has not come, by its minute; and where the first and then each next minute's begin.
  private var firstWishes: [FirstWish] = []
  private var firstWishStarts: [UInt32]
  /// Other leads by the minute from which they wish to send.
  private var calendar: [Line]
  /// By lead: the next in the same line.
  private var nexts: [UInt32] = []
  /// By place, then lane.
  private var lines: [Line] = []
  /// By place: which lanes somebody stands in.
  private var occupied: [SIMD4<UInt64>] = []
  /// By place: the first minute at which it may be lawful to send, as far as it is known.
  private var opensAt: [Int] = []
  private(set) var count = 0

  /// What is needed to put a lead in line, so that its entry need not be fetched.
  private struct FirstWish {
    var lead = SendQueue.nobody
    var place: UInt32 = 0
    var lane: UInt8 = 0
  }

  private struct Line {
    var first = SendQueue.nobody
    var last = SendQueue.nobody
  }

  init(minutes: Int) {
    calendar = Array(repeating: Line(), count: minutes + 1)
    firstWishStarts = Array(repeating: 0, count: minutes + 2)
  }

  /// Takes all leads with their first wishes; those behind the horizon are let go.
  mutating func takeFirstWishes(of leads: Shelf<WaitingLead>) {
    let horizon = calendar.count
    var starts = Array(repeating: UInt32(0), count: horizon + 1)
    leads.forEach { _, lead in if lead.minute < horizon { starts[lead.minute + 1] += 1 } }
    for minute in 0..<horizon { starts[minute + 1] += starts[minute] }
    firstWishStarts = starts
    firstWishes = Array(repeating: FirstWish(), count: Int(starts[horizon]))
    nexts = Array(repeating: Self.nobody, count: leads.count)
    leads.forEach { number, lead in
      guard lead.minute < horizon else { return }
      firstWishes[Int(starts[lead.minute])] = FirstWish(lead: number, place: lead.place, lane: lead.lane)
      starts[lead.minute] += 1
    }
  }

  /// Puts a lead in line from a minute on; one behind the horizon is let go.
  mutating func wait(_ lead: UInt32, from minute: Int) {
    guard minute < calendar.count else { return }
    Self.append(lead, to: &calendar[minute], &nexts)
  }

  /// Lets those in whose minute has come.
  mutating func open(_ minute: Int, in leads: Shelf<WaitingLead>) {
    for index in firstWishStarts[minute]..<firstWishStarts[minute + 1] {
      let wish = firstWishes[Int(index)]
      enter(wish.lead, place: Int(wish.place), lane: Int(wish.lane))
    }
    var lead = calendar[minute].first
    calendar[minute] = Line()
    while lead != Self.nobody {
      let next = nexts[Int(lead)]
      let entry = leads[lead]
      enter(lead, place: Int(entry.pointee.place), lane: Int(entry.pointee.lane))
      lead = next
    }
  }

  /// Puts a lead at the end of its line.
  private mutating func enter(_ lead: UInt32, place: Int, lane: Int) {
    grow(to: place)
    Self.append(lead, to: &lines[place * Self.laneCount + lane], &nexts)
    occupied[place][lane >> 6] |= 1 << UInt64(lane & 63)
    count += 1
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
      lines[line].first = nexts[Int(lead)]
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

  private static func append(_ lead: UInt32, to line: inout Line, _ nexts: inout [UInt32]) {
    nexts[Int(lead)] = nobody
    if line.last == nobody { line.first = lead } else { nexts[Int(line.last)] = lead }
    line.last = lead
  }
}
