import WorkflowSimulation

/// Maps values on several threads and keeps their order.
enum SideBySide {
  static func map<Value: Sendable, Result: Sendable>(
    _ values: [Value], pool: WorkerPool, _ body: @Sendable (Value) -> Result
  ) -> [Result] {
    let parts = min(pool.count, values.count)
    guard 1 < parts else { return values.map(body) }
    let results = Places<Result>(count: values.count)
    withoutActuallyEscaping(body) { body in
      pool.forEach(parts) { part in
        for index in stride(from: part, to: values.count, by: parts) {
          results.set(index, body(values[index]))
        }
      }
    }
    return results.all()
  }

  /// Where threads put what they made, each at its own place; read when all have finished.
  private final class Places<Result>: @unchecked Sendable {
    private let places: UnsafeMutablePointer<Result?>
    private let count: Int

    init(count: Int) {
      self.count = count
      places = .allocate(capacity: count)
      places.initialize(repeating: nil, count: count)
    }

    deinit {
      places.deinitialize(count: count)
      places.deallocate()
    }

    func set(_ index: Int, _ result: Result) { places[index] = result }
    func all() -> [Result] { (0..<count).compactMap { places[$0] } }
  }
}
