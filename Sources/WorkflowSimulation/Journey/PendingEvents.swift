import WorkflowProgram

/// Something that will happen to a lead at a second of virtual time, in eight bytes.
struct PendingEvent: Hashable, Sendable, Comparable {
  /// Due second in the high half, so that earlier events are smaller; then what it is; then its detail.
  let packed: UInt64

  enum Kind: Hashable, Sendable {
    /// Timer `rule` of the entry given by the detail.
    case timer(rule: Int)
    /// The detail says what was found: bit 0 the owner, bit 1 a mobile number.
    case trace
    /// The detail is 1 for approved.
    case approval
    /// The detail is the `Delivery`.
    case delivery
    /// The detail is the intent.
    case reply
    /// The detail is 1 for closed, 0 for lost.
    case closing
  }

  private static let worldKinds: [Kind] = [.trace, .approval, .delivery, .reply, .closing]
  /// Codes from here on are not timers.
  private static let firstWorldCode = Machine.timerLimit

  init(_ kind: Kind, second: UInt32, detail: UInt16) {
    let code: Int
    switch kind {
    case .timer(let rule): code = rule
    case .trace: code = Self.firstWorldCode
    case .approval: code = Self.firstWorldCode + 1
    case .delivery: code = Self.firstWorldCode + 2
    case .reply: code = Self.firstWorldCode + 3
    case .closing: code = Self.firstWorldCode + 4
    }
    packed = UInt64(second) << 32 | UInt64(UInt16(truncatingIfNeeded: code)) << 16 | UInt64(detail)
  }

  init(packed: UInt64) { self.packed = packed }

  var second: UInt32 { UInt32(packed >> 32) }
  var detail: UInt16 { UInt16(truncatingIfNeeded: packed) }
  var kind: Kind {
    let code = Int(packed >> 16 & 0xFFFF)
    return code < Self.firstWorldCode ? .timer(rule: code) : Self.worldKinds[code - Self.firstWorldCode]
  }

  static func < (a: PendingEvent, b: PendingEvent) -> Bool { a.packed < b.packed }
}

/// The few things that will happen to one lead, in place; more than fit go to a list that hardly any lead has.
struct PendingEvents: Sendable {
  /// No event is all ones: its second would lie behind every horizon.
  private static let none = UInt64.max
  private var slots = Slots()
  private var more: [UInt64] = []

  /// Four events in place; plain fields, because a vector would be aligned to more than it needs.
  private struct Slots {
    private var a = PendingEvents.none
    private var b = PendingEvents.none
    private var c = PendingEvents.none
    private var d = PendingEvents.none

    subscript(index: Int) -> UInt64 {
      get {
        switch index {
        case 0: a
        case 1: b
        case 2: c
        case _: d
        }
      }
      set {
        switch index {
        case 0: a = newValue
        case 1: b = newValue
        case 2: c = newValue
        case _: d = newValue
        }
      }
    }

    func min() -> UInt64 { Swift.min(Swift.min(a, b), Swift.min(c, d)) }
  }

  mutating func add(_ event: PendingEvent) {
    for index in 0..<4 where slots[index] == Self.none {
      slots[index] = event.packed
      return
    }
    more.append(event.packed)
  }

  /// Whether nothing is due at or before `second`.
  func isQuiet(until second: UInt32) -> Bool {
    let earliest = min(slots.min(), more.min() ?? Self.none)
    return earliest == Self.none || second < PendingEvent(packed: earliest).second
  }

  /// Takes out the earliest event due at or before `second`, or returns `nil`.
  mutating func popFirst(until second: UInt32) -> PendingEvent? {
    let earliest = min(slots.min(), more.min() ?? Self.none)
    guard earliest != Self.none, PendingEvent(packed: earliest).second <= second else { return nil }
    remove(earliest)
    return PendingEvent(packed: earliest)
  }

  /// Takes out the timers of one entry of a state.
  mutating func removeTimers(_ rules: Range<Int>, entry: UInt16) {
    func isCancelled(_ packed: UInt64) -> Bool {
      let event = PendingEvent(packed: packed)
      guard packed != Self.none, case .timer(let rule) = event.kind else { return false }
      return rules.contains(rule) && event.detail == entry
    }
    for index in 0..<4 where isCancelled(slots[index]) { slots[index] = Self.none }
    if !more.isEmpty { more.removeAll(where: isCancelled) }
  }

  private mutating func remove(_ packed: UInt64) {
    for index in 0..<4 where slots[index] == packed {
      slots[index] = Self.none
      return
    }
    if let index = more.firstIndex(of: packed) { more.remove(at: index) }
  }
}
