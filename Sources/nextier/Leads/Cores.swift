import ArgumentParser
import Glibc
import Threads
import Workers

/// The machine's cores, as the pure parts see them: a way to run bodies side by side.
enum Cores {
  static var count: Int { max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))) }

  /// A thread a core.
  static var all: WorkerPool { .threads(count) }

  /// Refuses a number of threads that is none, or of which nobody has the cores.
  static func check(threads: Int?) throws {
    guard let threads, !(1...1_024).contains(threads) else { return }
    throw ValidationError("--threads must be from 1 to 1024")
  }
}
