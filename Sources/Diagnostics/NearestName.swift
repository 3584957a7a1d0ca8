/// The name a person most likely meant when they wrote one that does not exist, for "did you mean".
///
/// A name counts as near when it differs only by case or by `-`, `_` and spaces; or by few edits (insert,
/// delete, replace or swap neighbours: one for each three letters, at most three); or when one starts with
/// the other and at least three letters agree.
///
/// - Parameters:
///   - name: As written.
///   - names: What it may be; the first of equally near names wins.
/// - Returns: `nil` when nothing is near: a wild guess is worse than none.
public func nearestName(to name: String, in names: some Sequence<String>) -> String? {
  let longest = 64  // Longer names are prose; comparing them costs much and helps nobody.
  let written = folded(name)
  guard !written.isEmpty, written.count <= longest else { return nil }
  let limit = min(3, max(1, written.count / 3))
  var best: (name: String, distance: Int)?
  for candidate in names where candidate != name {
    let folded = folded(candidate)
    guard !folded.isEmpty, folded.count <= longest else { continue }
    var distance = editDistance(written, folded, limit: limit)
    let shorter = min(written.count, folded.count)
    if limit < distance, 3 <= shorter, written.starts(with: folded) || folded.starts(with: written) {
      distance = limit
    }
    // Two letters that are both wrong are another word.
    guard distance <= limit, distance < max(written.count, folded.count) else { continue }
    if distance < best?.distance ?? .max { best = (candidate, distance) }
  }
  return best?.name
}

/// Lower case without separators, as bytes.
private func folded(_ name: String) -> [UInt8] {
  name.lowercased().utf8.filter { $0 != UInt8(ascii: "_") && $0 != UInt8(ascii: "-") && $0 != 0x20 }
}

/// The number of insertions, deletions, replacements and swaps of neighbours that turn one text into the
/// other (Damerau's distance, optimal string alignment); `limit + 1` for all that are further apart.
public func editDistance(_ first: [UInt8], _ second: [UInt8], limit: Int) -> Int {
  guard abs(first.count - second.count) <= limit else { return limit + 1 }
  var beforeLast: [Int] = []
  var last = Array(0...second.count)
  for i in first.indices {
    var row = [i + 1]
    row.reserveCapacity(second.count + 1)
    for j in second.indices {
      var distance = min(last[j + 1], row[j]) + 1
      distance = min(distance, last[j] + (first[i] == second[j] ? 0 : 1))
      if 0 < i, 0 < j, first[i] == second[j - 1], first[i - 1] == second[j] {
        distance = min(distance, beforeLast[j - 1] + 1)
      }
      row.append(distance)
    }
    beforeLast = last
    last = row
  }
  return min(last[second.count], limit + 1)
}
