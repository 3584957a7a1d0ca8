import Diagnostics

extension ScalarSet {
  /// The set that `\p{…}` names: a general category such as `Lu`, a group of them such as `L`, a script such as
  /// `Greek`, or `Any`.
  ///
  /// - Parameter ignoringCase: Whether the other cases of all that is in it are in it, too.
  init(named name: String, ignoringCase: Bool) throws(RegexError) {
    if name == "Any" {
      self = .any
    } else if let bits = Unicode.GeneralCategory.bits(named: name) {
      self.init([], categories: ignoringCase ? Unicode.GeneralCategory.inAllCases(bits) : bits)
    } else if let script = Self.scripts[name] {
      self = script
      if ignoringCase, let others = Self.otherCases[name] { add(others) }
    } else {
      let near = nearestName(to: name, in: Self.scripts.keys.sorted())
      throw RegexError(
        message: "'\(name)' is neither a general category of Unicode, as L or Nd are, nor a script, as Latin "
          + "or Greek are" + (near.map { "; did you mean '\($0)'?" } ?? ""))
    }
  }

  /// A letter's other cases are of its own script, but for the micro sign, which is common, and the iota below, which
  /// is inherited.
  private static let otherCases: [String: [ClosedRange<UInt32>]] = [
    "Common": [0x39C...0x39C, 0x3BC...0x3BC], "Greek": [0xB5...0xB5, 0x345...0x345],
    "Inherited": [0x399...0x399, 0x3B9...0x3B9, 0x1FBE...0x1FBE],
  ]

  /// Read when the first script is asked for.
  private static let scripts: [String: ScalarSet] = {
    var ranges: [(name: String, ranges: [ClosedRange<UInt32>])] = []
    for line in scriptTable.split(separator: "\n") {
      var words = line.split(separator: " ")
      if !line.hasPrefix(" ") { ranges.append((String(words.removeFirst()), [])) }
      for word in words {
        let ends = word.split(separator: "-").compactMap { UInt32($0, radix: 16) }
        guard let first = ends.first, let last = ends.last, first <= last else { continue }
        ranges[ranges.count - 1].ranges.append(first...last)
      }
    }
    return Dictionary(ranges.map { ($0.name, ScalarSet($0.ranges)) }) { first, _ in first }
  }()
}
