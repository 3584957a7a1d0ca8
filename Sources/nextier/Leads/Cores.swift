import Dispatch
import Glibc
import WorkflowSimulation

/// The machine's cores, as the pure parts see them: a way to run bodies side by side.
enum Cores {
  static var count: Int { max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))) }

  static func pool(threads: Int) -> WorkerPool {
    WorkerPool(count: threads) { count, body in
      DispatchQueue.concurrentPerform(iterations: count) { body($0) }
    }
  }
}
