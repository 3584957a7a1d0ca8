/// Where threads put what they made, each at its own place; read when all have finished.
final class FilledPlaces<Result>: @unchecked Sendable {
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
