import Glibc

/// How long a body takes: by the wall, and by the processor over all threads, the kernel's part included.
struct Measurement {
  let wall: Double
  let processor: Double
  /// The most memory the process had so far, in MB.
  let peakMegabytes: Int

  static func of(_ body: () -> Void) -> Measurement {
    let (wallStart, processorStart) = (wallSeconds(), processorSeconds())
    body()
    var usage = rusage()
    getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
    return Measurement(
      wall: wallSeconds() - wallStart, processor: processorSeconds() - processorStart,
      peakMegabytes: Int(usage.ru_maxrss) / 1_024)
  }

  /// The best of several, by the wall.
  static func best(of count: Int, _ body: () -> Void) -> Measurement {
    (0..<count).map { _ in of(body) }.min { $0.wall < $1.wall } ?? of(body)
  }

  private static func wallSeconds() -> Double {
    var now = timespec()
    clock_gettime(CLOCK_MONOTONIC, &now)
    return Double(now.tv_sec) + Double(now.tv_nsec) / 1e9
  }

  private static func processorSeconds() -> Double {
    var usage = rusage()
    getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
    func seconds(_ time: timeval) -> Double { Double(time.tv_sec) + Double(time.tv_usec) / 1e6 }
    return seconds(usage.ru_utime) + seconds(usage.ru_stime)
  }
}

/// `0.573 s`, for tables.
func seconds(_ value: Double) -> String {
  let thousandths = Int(value * 1_000 + 0.5)
  let rest = String(thousandths % 1_000)
  return "\(thousandths / 1_000).\(String(repeating: "0", count: 3 - rest.count))\(rest) s"
}

/// `9.3 ms`, for tables.
func milliseconds(_ value: Double) -> String { "\(ratio(value * 1_000)) ms" }

/// `1.8`, for ratios.
func ratio(_ value: Double) -> String {
  let tenths = Int(value * 10 + 0.5)
  return "\(tenths / 10).\(tenths % 10)"
}
