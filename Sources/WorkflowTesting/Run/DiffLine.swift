/// A line of a comparison: in both, only expected, or only got.
public enum DiffLine: Hashable, Sendable {
  case same(String)
  case expected(String)
  case got(String)

  /// With the sign in front that such lines have everywhere: `- expected`, `+ got`.
  public var text: String {
    switch self {
    case .same(let text): "  \(text)"
    case .expected(let text): "- \(text)"
    case .got(let text): "+ \(text)"
    }
  }

  /// Compares two short lists by their longest common part.
  ///
  /// - Parameter isMet: Whether an expected item is met by one that was got.
  static func lines<Expected, Got>(
    _ expected: [(text: String, item: Expected)], _ got: [(text: String, item: Got)],
    isMet: (Expected, Got) -> Bool
  ) -> [DiffLine] {
    let width = got.count + 1
    // common[i * width + j]: the most pairs among expected[i...] and got[j...].
    var common = Array(repeating: 0, count: (expected.count + 1) * width)
    for i in expected.indices.reversed() {
      for j in got.indices.reversed() {
        common[i * width + j] =
          isMet(expected[i].item, got[j].item)
          ? common[(i + 1) * width + j + 1] + 1
          : max(common[(i + 1) * width + j], common[i * width + j + 1])
      }
    }
    var lines: [DiffLine] = []
    var (i, j) = (0, 0)
    while i < expected.count || j < got.count {
      if i < expected.count, j < got.count, isMet(expected[i].item, got[j].item) {
        lines.append(.same(got[j].text))
        (i, j) = (i + 1, j + 1)
      } else if i < expected.count,
        j == got.count || common[i * width + j + 1] <= common[(i + 1) * width + j]
      {
        lines.append(.expected(expected[i].text))
        i += 1
      } else {
        lines.append(.got(got[j].text))
        j += 1
      }
    }
    return lines
  }

  static func lines(_ expected: [String], _ got: [String]) -> [DiffLine] {
    lines(expected.map { ($0, $0) }, got.map { ($0, $0) }, isMet: ==)
  }
}
