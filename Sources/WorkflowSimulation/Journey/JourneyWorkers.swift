/// One worker for each thread; whoever starts threads gives each its own.
final class JourneyWorkers: @unchecked Sendable {
  let count: Int
  private let workers: UnsafeMutablePointer<JourneyWorker>

  /// As many as an entry of a waiting lead can tell apart.
  static let limit = Int(UInt16.max)

  init(count: Int, world: World) {
    self.count = min(count, Self.limit)
    let packs = LeadPacks(count: self.count, program: world.program)
    workers = .allocate(capacity: self.count)
    for number in 0..<self.count {
      (workers + number).initialize(to: JourneyWorker(number: UInt16(number), world: world, packs: packs))
    }
  }

  deinit {
    workers.deinitialize(count: count)
    workers.deallocate()
  }

  subscript(number: Int) -> UnsafeMutablePointer<JourneyWorker> { workers + number }
}
