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

  /// What two bodies make, at the same time where there are two workers.
  public func both<First: Sendable, Second: Sendable>(
    _ first: @Sendable () -> First, _ second: @Sendable () -> Second
  ) -> (First, Second) {
    let firsts = FilledPlaces<First>(count: 1)
    let seconds = FilledPlaces<Second>(count: 1)
    withoutActuallyEscaping(first) { first in
      withoutActuallyEscaping(second) { second in
        forEach(2) { _, index in index == 0 ? firsts.set(0, first()) : seconds.set(0, second()) }
      }
    }
    return (firsts.all().first ?? first(), seconds.all().first ?? second())
  }

  /// Everything on the calling thread.
  public static let serial = WorkerPool(count: 1) { count, body in
    for index in 0..<count { body(0, index) }
  }
}
