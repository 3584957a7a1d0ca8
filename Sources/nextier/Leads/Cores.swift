import ArgumentParser
import Dispatch
import Glibc
import Synchronization
import Workers
import WorkflowSimulation

/// The machine's cores, as the pure parts see them: a way to run bodies side by side.
enum Cores {
  static var count: Int { max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))) }

  /// A thread a core.
  static var all: WorkerPool { pool(threads: count) }

  /// Refuses a number of threads that is none, or of which nobody has the cores.
  static func check(threads: Int?) throws {
    guard let threads, !(1...1_024).contains(threads) else { return }
    throw ValidationError("--threads must be from 1 to 1024")
  }

  /// Each thread takes the next index as soon as it is free, so that a slow one keeps nobody waiting.
  static func pool(threads: Int) -> WorkerPool {
    guard 1 < threads else { return .serial }
    return WorkerPool(count: threads) { count, body in
      let next = Atomic(0)
      DispatchQueue.concurrentPerform(iterations: min(threads, count)) { worker in
        while true {
          let index = next.wrappingAdd(1, ordering: .relaxed).oldValue
          guard index < count else { return }
          body(worker, index)
        }
      }
    }
  }
}
