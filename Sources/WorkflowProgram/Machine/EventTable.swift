/// Index of an event name in a machine's `EventTable`.
public struct EventID: Hashable, Sendable {
  public let rawValue: UInt16
  public init(rawValue: UInt16) { self.rawValue = rawValue }
}

/// The events that every machine knows, whatever its YAML says; the raw value is the `EventID`.
public enum BuiltInEvent: UInt16, Hashable, Sendable, CaseIterable {
  case imported
  case traceFound, traceMissed, traceFailed
  case approved, rejected
  case sent, delivered, failed
  /// A timer of a state rang; which one is in the event.
  case timer
  /// A person took the conversation, or gave it back.
  case takenOver, handedBack
  /// The carrier says that the number takes no texts: it does not exist, is a landline, or blocks us.
  ///
  /// `failed` is everything else: a phone that is off, a carrier's filter, a text that we may not send. Providers'
  /// adapters try again by themselves what is worth it within hours; what they report has failed for now.
  case numberInvalid
  /// START after an opt-out, or a form that says the same; heard where the opt-out left the lead, by `always`.
  case optedIn

  public var name: String {
    switch self {
    case .imported: "imported"
    case .traceFound: "trace.found"
    case .traceMissed: "trace.missed"
    case .traceFailed: "trace.failed"
    case .approved: "approved"
    case .rejected: "rejected"
    case .sent: "sent"
    case .delivered: "delivered"
    case .failed: "failed"
    case .timer: "timer"
    case .takenOver: "taken_over"
    case .handedBack: "handed_back"
    case .numberInvalid: "number_invalid"
    case .optedIn: "opted_in"
    }
  }

  public var id: EventID { EventID(rawValue: rawValue) }
}

/// All events of one machine: the built-in ones first, then one per intent, outcome, status and signal.
public struct EventTable: Hashable, Sendable {
  /// `names[id]`; the first are those of `BuiltInEvent`.
  public let names: [String]
  /// Where the intents' events start: intent `i` is event `firstReply + i`.
  public let firstReply: Int
  public let replyCount: Int

  public init(names: [String], firstReply: Int, replyCount: Int) {
    self.names = names
    self.firstReply = firstReply
    self.replyCount = replyCount
  }

  public var count: Int { names.count }
  public func name(_ event: EventID) -> String { names[Int(event.rawValue)] }
  public func reply(intent: Int) -> EventID { EventID(rawValue: UInt16(firstReply + intent)) }
  public func isReply(_ event: EventID) -> Bool {
    (firstReply..<firstReply + replyCount).contains(Int(event.rawValue))
  }
  public func event(named name: String) -> EventID? {
    names.firstIndex(of: name).map { EventID(rawValue: UInt16($0)) }
  }
}
