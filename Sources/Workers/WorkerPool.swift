/// Threads, as the caller has them: the pure parts start none themselves.
public struct WorkerPool: Sendable {
  /// How many bodies run at the same time, at least 1.
  public let count: Int
  /// Runs a body for each index below the given one, in any order, and returns when all are done.
  ///
  /// A worker is a number below `count`; bodies that are given the same one do not run at the same time.
  public let forEach:
    @Sendable (_ count: Int, _ body: @Sendable (_ worker: Int, _ index: Int) -> Void) -> Void

  public init(
    count: Int,
    forEach:
      @escaping @Sendable (_ count: Int, _ body: @Sendable (_ worker: Int, _ index: Int) -> Void) ->
      Void
  ) {
    self.count = max(1, count)
    self.forEach = forEach
  }

  /// What a body makes of each index below the given one, in the order of the indices.
  public func map<Result: Sendable>(
    _ count: Int, _ body: @Sendable (_ worker: Int, _ index: Int) -> Result
  ) -> [Result] {
    let results = FilledPlaces<Result>(count: count)
    withoutActuallyEscaping(body) { body in
      forEach(count) { worker, index in results.set(index, body(worker, index)) }
    }
    return results.all()
  }

  /// What two bodies make, which run side by side where there is more than one worker.
  ///
  /// The first may change what the caller has; the second sees nothing that another thread may change.
  public func both<First, Second: Sendable>(
    _ first: () -> First, _ second: @Sendable () -> Second
  ) -> (First, Second) {
    guard 1 < count else { return (first(), second()) }
    return withoutActuallyEscaping(first) { first in
      withoutActuallyEscaping(second) { second in
        // It runs once, while the caller waits: no two threads have what is its own at the same time.
        nonisolated(unsafe) let first = first
        let places = (FilledPlaces<First>(count: 1), FilledPlaces<Second>(count: 1))
        forEach(2) { _, index in
          if index == 0 { places.0.set(0, first()) } else { places.1.set(0, second()) }
        }
        return (places.0.all()[0], places.1.all()[0])
      }
    }
  }

  /// Everything on the calling thread.
  public static let serial = WorkerPool(count: 1) { count, body in
    for index in 0..<count { body(0, index) }
  }
}
