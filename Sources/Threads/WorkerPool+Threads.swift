import Dispatch
import Synchronization
public import Workers

extension WorkerPool {
  /// So many of the machine's threads.
  ///
  /// Each takes the next index as soon as it is free, so that a slow one keeps nobody waiting.
  public static func threads(_ count: Int) -> WorkerPool {
    guard 1 < count else { return .serial }
    return WorkerPool(count: count) { indices, body in
      let next = Atomic(0)
      DispatchQueue.concurrentPerform(iterations: min(count, indices)) { worker in
        while true {
          let index = next.wrappingAdd(1, ordering: .relaxed).oldValue
          guard index < indices else { return }
          body(worker, index)
        }
      }
    }
  }
}
