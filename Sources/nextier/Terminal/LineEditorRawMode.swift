import Glibc

/// A terminal that hands over each key as it is pressed, until `end`.
struct RawMode {
  private let before: termios

  /// - Returns: `nil` when standard input is no terminal.
  init?() {
    var mode = termios()
    guard tcgetattr(STDIN_FILENO, &mode) == 0 else { return nil }
    before = mode
    mode.c_lflag &= ~tcflag_t(ECHO | ICANON | IEXTEN | ISIG)
    mode.c_iflag &= ~tcflag_t(ICRNL | IXON)
    guard tcsetattr(STDIN_FILENO, TCSADRAIN, &mode) == 0 else { return nil }
  }

  /// Gives the terminal back as it was.
  func end() {
    var mode = before
    tcsetattr(STDIN_FILENO, TCSADRAIN, &mode)
  }

  /// The next byte of standard input.
  ///
  /// - Parameter waitTenths: How long to wait for it, in tenths of a second; 0 waits until it comes.
  /// - Returns: `nil` at the end of the input, or when the time is over.
  static func byte(waitTenths: Int32) -> UInt8? {
    if waitTenths != 0, !isReady(withinMilliseconds: waitTenths * 100) { return nil }
    var byte: UInt8 = 0
    while true {
      let count = read(STDIN_FILENO, &byte, 1)
      if count == 1 { return byte }
      guard count < 0, errno == EINTR else { return nil }
    }
  }

  /// Whether a byte is there to be read.
  static var hasInput: Bool { isReady(withinMilliseconds: 0) }

  private static func isReady(withinMilliseconds limit: Int32) -> Bool {
    var request = pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0)
    return poll(&request, 1, limit) == 1
  }

  /// Writes at once, past what `print` gathers.
  static func write(_ text: String) {
    fflush(nil)
    var text = text
    text.withUTF8 { bytes in
      var start = 0
      while start < bytes.count {
        let count = Glibc.write(STDOUT_FILENO, bytes.baseAddress?.advanced(by: start), bytes.count - start)
        guard 0 < count else { return }
        start += count
      }
    }
  }

  /// How wide the terminal is now; 80 when it does not say.
  static var columns: Int {
    var size = winsize()
    guard ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, 0 < size.ws_col else { return 80 }
    return Int(size.ws_col)
  }
}
