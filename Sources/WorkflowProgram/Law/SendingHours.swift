public import LeadModel

/// When a client lets its agents write, by the recipient's clock; can only narrow what the law allows.
public struct SendingHours: Hashable, Sendable {
  /// On the days that are open.
  public let window: DayWindow
  /// Bit 0 is Monday, bit 6 Sunday.
  public let days: UInt8
  public let isOpenOnHolidays: Bool

  public init(window: DayWindow, days: UInt8, isOpenOnHolidays: Bool) {
    self.window = window
    self.days = days
    self.isOpenOnHolidays = isOpenOnHolidays
  }

  public func window(on weekday: Weekday) -> DayWindow {
    days & (1 << UInt8(weekday.rawValue - 1)) == 0 ? .closed : window
  }

  /// Monday to Friday 10:00 to 18:00, no holidays: inside the window of every state we know.
  public static let standard = SendingHours(
    window: DayWindow(openMinute: 600, closeMinute: 1_080), days: 0b001_1111, isOpenOnHolidays: false)
  /// No narrowing of the law at all.
  public static let always = SendingHours(window: .wholeDay, days: 0b111_1111, isOpenOnHolidays: true)
}
