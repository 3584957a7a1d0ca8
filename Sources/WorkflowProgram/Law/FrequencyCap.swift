/// How many texts one person may get in any stretch of time.
public struct FrequencyCap: Hashable, Sendable {
  /// 1...1,000.
  public let messages: Int
  /// The stretch's length, 1...1,000.
  public let hours: Int

  /// - Precondition: Both from 1 to 1,000.
  public init(messages: Int, hours: Int) {
    precondition(
      (1...1_000).contains(messages) && (1...1_000).contains(hours), "a cap allows something in some time")
    self.messages = messages
    self.hours = hours
  }

  /// Reads `3 per 24h`.
  public init?(_ text: String) {
    let words = text.split(separator: " ")
    guard words.count == 3, words[1] == "per", let messages = Int(words[0]), words[2].last == "h",
      let hours = Int(words[2].dropLast()), (1...1_000).contains(messages), (1...1_000).contains(hours)
    else { return nil }
    self.init(messages: messages, hours: hours)
  }

  public var milliseconds: Int64 { Int64(hours) * 3_600_000 }
}

extension FrequencyCap: CustomStringConvertible {
  public var description: String { "\(messages) per \(hours)h" }
}
