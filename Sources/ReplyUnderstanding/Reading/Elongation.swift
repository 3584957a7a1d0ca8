/// Letters held down: "stoooop".
enum Elongation {
  /// Whether a letter stands three times in a row.
  static func isLong(_ letters: ArraySlice<UInt8>) -> Bool {
    var run = 1
    for index in letters.indices.dropFirst() {
      run = letters[index] == letters[index - 1] ? run + 1 : 1
      if run == 3 { return true }
    }
    return false
  }

  /// The letters with no run longer than `limit`.
  static func shortened(_ letters: ArraySlice<UInt8>, to limit: Int) -> [UInt8] {
    var (result, run): ([UInt8], Int) = ([], 0)
    for letter in letters {
      run = letter == result.last ? run + 1 : 1
      if run <= limit { result.append(letter) }
    }
    return result
  }
}
