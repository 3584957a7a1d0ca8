import Diagnostics

extension ScalarSet {
  /// The set that `\p{…}` names: a general category such as `Lu`, a group of them such as `L`, a script such as
  /// `Greek`, or `Any`.
  init(named name: String) throws(RegexError) {
    if name == "Any" {
      self = .any
    } else if let bits = Unicode.GeneralCategory.bits(named: name) {
      self.init([], categories: bits)
    } else if let script = Self.scripts[name] {
      self = script
    } else {
      let near = nearestName(to: name, in: Self.scripts.keys.sorted())
      throw RegexError(
        message: "'\(name)' is neither a general category of Unicode, as L or Nd are, nor a script, as Latin "
          + "or Greek are" + (near.map { "; did you mean '\($0)'?" } ?? ""))
    }
  }

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
