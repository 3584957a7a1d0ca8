/// The minutes of a day in which something is allowed, as a local clock shows them.
public struct DayWindow: Hashable, Sendable {
  /// Inclusive, 0...1440.
  public let openMinute: Int
  /// Exclusive, at least `openMinute` and at most 1440.
  public let closeMinute: Int

  /// - Precondition: `0 <= openMinute <= closeMinute <= 1440`.
  public init(openMinute: Int, closeMinute: Int) {
    precondition(
      0 <= openMinute && openMinute <= closeMinute && closeMinute <= 1_440, "a window opens before it closes")
    self.openMinute = openMinute
    self.closeMinute = closeMinute
  }

  /// Reads `08:00-21:00`, `9:00 - 20:00` or `closed`.
  ///
  /// - Returns: `nil` for any other text, and for a window that closes before it opens or when it does.
  public init?(_ text: String) {
    // As bytes: the law has a window for each day of each state.
    let words = text.utf8.filter { $0 != 0x20 }
    if words.elementsEqual("closed".utf8) {
      self = .closed
      return
    }
    let ends = words.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
      .map(DayWindow.minute)
    guard ends.count == 2, let open = ends[0], let close = ends[1], open < close else { return nil }
    self.init(openMinute: open, closeMinute: close)
  }

  /// Minutes after midnight of `9:05`, up to `24:00`.
  private static func minute(_ clock: ArraySlice<UInt8>) -> Int? {
    let parts = clock.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
    guard parts.count == 2, (1...2).contains(parts[0].count), parts[1].count == 2 else { return nil }
    guard let hour = number(parts[0]), let minute = number(parts[1]), minute < 60 else { return nil }
    let total = hour * 60 + minute
    return total <= 1_440 ? total : nil
  }

  /// A number of one digit or two.
  private static func number(_ digits: ArraySlice<UInt8>) -> Int? {
    Int(String(decoding: digits, as: UTF8.self))
  }

  /// No minute at all.
  public static let closed = DayWindow(openMinute: 0, closeMinute: 0)
  public static let wholeDay = DayWindow(openMinute: 0, closeMinute: 1_440)

  public var isClosed: Bool { openMinute == closeMinute }
  public func contains(_ minute: Int) -> Bool { openMinute <= minute && minute < closeMinute }

  /// The minutes that both allow.
  public func intersection(_ other: DayWindow) -> DayWindow {
    let open = max(openMinute, other.openMinute)
    let close = min(closeMinute, other.closeMinute)
    return open < close ? DayWindow(openMinute: open, closeMinute: close) : .closed
  }

  /// The window that closes `minutes` earlier.
  public func closing(earlierBy minutes: Int) -> DayWindow {
    let close = closeMinute - minutes
    return openMinute < close ? DayWindow(openMinute: openMinute, closeMinute: close) : .closed
  }
}

extension DayWindow: CustomStringConvertible {
  /// `08:00-21:00`, or `closed`.
  public var description: String {
    isClosed ? "closed" : "\(DayWindow.clock(openMinute))-\(DayWindow.clock(closeMinute))"
  }

  private static func clock(_ minute: Int) -> String {
    let (hour, rest) = minute.quotientAndRemainder(dividingBy: 60)
    return "\(hour < 10 ? "0" : "")\(hour):\(rest < 10 ? "0" : "")\(rest)"
  }
}
