import Dispatch
import Synchronization
import Workers

/// So many threads, each of which takes the next index as soon as it is free.
func threadPool(_ threads: Int) -> WorkerPool {
  WorkerPool(count: threads) { count, body in
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
