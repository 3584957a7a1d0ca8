public import LeadModel
public import WorkflowProgram

/// Where one lead stands: everything that decides the next step is in this value.
public struct LeadState: Hashable, Sendable {
  public var state: StateID
  /// What was decided so far; filled piece by piece by `score`, `enqueue`, `assign` and `draft`.
  public var decision = LeadDecision()
  public var status = LeadStatus.new
  public var flags: Flags = []
  /// States entered so far, this one included; names the current entry in keys and timers.
  public var entries: UInt16 = 0
  /// Texts handed to the provider.
  public var sent: UInt16 = 0
  /// Replies by a person; other machines' answers do not count.
  public var replies: UInt16 = 0
  /// Texts since the last reply.
  public var unanswered: UInt16 = 0
  /// The first intent of the last reply by a person, and in how many in a row it was the first.
  public var lastIntent: UInt16 = .max
  public var intentRun: UInt8 = 0
  /// Why the last text was not let go; `nil` from the next one on that was, and once its `failed` was heard.
  public var refused: SendRefusal?
  /// The innermost state that an arrow from around it made the lead leave; `nil` outside of side questions.
  public var interrupted: StateID?
  // The small values stand before the wide one, so that nothing is lost to alignment.
  /// For each enclosing state, outermost first, the number of the entry that entered it.
  public var levelEntries = SIMD8<UInt16>()
  /// When texts left, as far back as caps look.
  public var texts = RecentTexts()
  /// `.never` before the first reply.
  public var lastReplyAt = Timestamp.never
  /// What law and carriers wanted said to them today.
  public var required = RequiredTextCount()
  /// What replies told us, newest last; empty for most leads.
  public var captures: [Capture] = []

  /// Facts about the lead that hold in whatever state it is.
  public struct Flags: OptionSet, Hashable, Sendable {
    public let rawValue: UInt8
    public init(rawValue: UInt8) { self.rawValue = rawValue }
    /// Asked us to stop; nothing may be sent until they write START.
    public static let optedOut = Flags(rawValue: 1)
    /// A person has the conversation; the machine is silent until it is handed back.
    public static let held = Flags(rawValue: 2)
    /// Reached a final state.
    public static let ended = Flags(rawValue: 4)
  }

  public init(at state: StateID) { self.state = state }

  /// `.never` before the first text.
  public var lastSentAt: Timestamp { texts.latest }
}

/// Something a reply told us that a flow may use.
public struct Capture: Hashable, Sendable {
  public let kind: CaptureKind
  /// As understood, at most 200 bytes.
  public let text: String
  public init(_ kind: CaptureKind, _ text: String) {
    self.kind = kind
    self.text = text
  }
}

extension Timestamp {
  /// Before every instant: what has not happened yet.
  public static let never = Timestamp(milliseconds: .min)
}
