import WorkflowSimulation

/// Maps values on several threads and keeps their order.
enum SideBySide {
  static func map<Value: Sendable, Result: Sendable>(
    _ values: [Value], pool: WorkerPool, _ body: @Sendable (Value) -> Result
  ) -> [Result] {
    guard 1 < min(pool.count, values.count) else { return values.map(body) }
    let results = FilledPlaces<Result>(count: values.count)
    withoutActuallyEscaping(body) { body in
      pool.forEach(values.count) { _, index in results.set(index, body(values[index])) }
    }
    return results.all()
  }
}
