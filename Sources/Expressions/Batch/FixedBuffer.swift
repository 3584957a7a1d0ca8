/// Values laid out once and read in inner loops, where an array's counting of references would cost more than
/// the work.
///
/// Its owner deallocates it.
struct FixedBuffer<Element> {
  let base: UnsafeMutablePointer<Element>
  let count: Int

  init(_ elements: [Element]) {
    count = elements.count
    base = .allocate(capacity: max(1, elements.count))
    for (place, element) in elements.enumerated() { (base + place).initialize(to: element) }
  }

  @inline(__always)
  subscript(place: Int) -> Element {
    precondition(0 <= place && place < count, "the place is in the buffer")
    return base[place]
  }

  func deallocate() {
    base.deinitialize(count: count)
    base.deallocate()
  }
}
