import Workers

/// Maps values on several threads and keeps their order.
enum SideBySide {
  static func map<Value: Sendable, Result: Sendable>(
    _ values: [Value], pool: WorkerPool, _ body: @Sendable (Value) -> Result
  ) -> [Result] {
    guard 1 < min(pool.count, values.count) else { return values.map(body) }
    return withoutActuallyEscaping(body) { body in
      pool.map(values.count) { _, index in body(values[index]) }
    }
  }
}
