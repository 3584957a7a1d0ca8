/// How somebody's own entry in a list says to address them.
enum CourtesyTitle: CaseIterable {
  case mr, mrs, ms, miss, dr

  /// With the space before the name.
  var prefix: StaticString {
    switch self {
    case .mr: "Mr. "
    case .mrs: "Mrs. "
    case .ms: "Ms. "
    case .miss: "Miss "
    case .dr: "Dr. "
    }
  }

  /// The title a name starts with ("MR JOHN SMITH"), or `nil`.
  init?(startOf name: UnsafeBufferPointer<UInt8>) {
    var end = 0
    while end < name.count, (name[end] | 0x20) &- 97 < 26 { end += 1 }
    guard 2 <= end, end <= 4, end < name.count, name[end] == 0x20 || name[end] == UInt8(ascii: ".") else {
      return nil
    }
    var word: UInt32 = 0
    for byte in name[..<end] { word = word << 8 | UInt32(byte | 0x20) }
    switch word {
    case 0x6D72: self = .mr
    case 0x6D_7273: self = .mrs
    case 0x6D73: self = .ms
    case 0x6D69_7373: self = .miss
    case 0x6472: self = .dr
    case _: return nil
    }
  }
}
