/// Texts that came within seconds of each other and are one reply.
public struct ReplyBurst: Hashable, Sendable {
  /// Texts no further apart than this are one reply, in milliseconds; people type a line in about that time.
  public static let gapMs: Int64 = 8_000
  /// A burst is read after this long at the latest, in milliseconds, however fast the texts come.
  public static let longestMs: Int64 = 60_000
  /// Further texts in one burst are not read.
  public static let maximumTexts = 20

  /// In order of arrival, repeats left out; never empty.
  public let texts: [String]

  /// - Precondition: There is at least one text.
  public init(_ texts: [String]) {
    precondition(!texts.isEmpty, "a burst has at least one text")
    var kept: [String] = []
    for text in texts.prefix(ReplyBurst.maximumTexts) where !kept.contains(text) { kept.append(text) }
    self.texts = kept
  }

  /// The texts as one, a line each; what evidence of the whole burst points into.
  public var joined: String { texts.joined(separator: "\n") }

  /// Groups texts by when they came.
  ///
  /// - Parameter arrivalsMs: Ascending, in milliseconds.
  /// - Returns: The numbers of the texts in each burst, in order; every text is in exactly one.
  public static func grouping(arrivalsMs: [Int64]) -> [Range<Int>] {
    var groups: [Range<Int>] = []
    for index in arrivalsMs.indices {
      if let last = groups.last, arrivalsMs[index] &- arrivalsMs[index - 1] <= gapMs,
        arrivalsMs[index] &- arrivalsMs[last.lowerBound] <= longestMs, last.count < maximumTexts
      {
        groups[groups.count - 1] = last.lowerBound..<(index + 1)
      } else {
        groups.append(index..<(index + 1))
      }
    }
    return groups
  }
}

extension ReplyModel {
  /// Reads a burst as one reply; an opt-out in any of its texts is an opt-out of the whole.
  public func understand(
    _ burst: ReplyBurst, ourRecentMessages: [String] = [], isOptedOut: Bool = false
  ) -> Understanding {
    var whole = understand(burst.joined, ourRecentMessages: ourRecentMessages, isOptedOut: isOptedOut)
    guard burst.texts.count > 1 else { return whole }
    for text in burst.texts {
      let part = understand(text, ourRecentMessages: ourRecentMessages, isOptedOut: isOptedOut)
      if let optOut = part.intents.first(where: { $0.name == IntentDefinition.Reserved.optOut }),
        !whole.has(optOut.name)
      {
        // "STOP" and "sorry, wrong chat" make one text in which STOP is no longer the whole message.
        whole.intents.removeAll { $0.name == IntentDefinition.Reserved.unclear || whole.isAutomated }
        let place = whole.intents.firstIndex { optOut.index < $0.index } ?? whole.intents.endIndex
        whole.intents.insert(optOut, at: place)
        whole.isAutomated = false
        whole.isDoubtfulOptOut = false
      }
      if whole.keyword == nil { whole.keyword = part.keyword }
      whole.optsBackIn = whole.optsBackIn || part.optsBackIn
    }
    return whole
  }
}
