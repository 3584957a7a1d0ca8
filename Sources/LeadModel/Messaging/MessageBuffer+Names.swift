extension MessageBuffer {
  /// Puts the name from byte `start` on in title case; only a name all in capitals or all in small letters changes.
  public mutating func titleCase(from start: Int, isFirstName: Bool) {
    guard 0 <= start, start < count else { return }
    let name = CellBytes(rebasing: bytes[start...])
    // "Dana" is what most names look like.
    if 2 <= name.count, name[0] &- 65 < 26, name[1] &- 97 < 26 { return }
    // Title case keeps every letter's length and reads no byte behind the one it writes, so in place is safe.
    TitleCase.write(name, isFirst: isFirstName, to: base + start)
  }
}
