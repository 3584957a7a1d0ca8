/// The postal code of a state, territory, Canadian province or military "state", as two capital letters.
public struct StateCode: Hashable, Sendable, CustomStringConvertible {
  /// The two ASCII letters, the first in the high byte.
  public let letters: UInt16

  /// - Parameter letters: Two letters of either case that are a code in use.
  public init?(letters: CellBytes) {
    guard letters.count == 2, letters[0].isLetter, letters[1].isLetter else { return nil }
    let (first, second) = (letters[0].asciiUppercased, letters[1].asciiUppercased)
    guard StateTable.kind(first, second) != StateTable.none else { return nil }
    self.letters = UInt16(first) << 8 | UInt16(second)
  }

  init(_ first: UInt8, _ second: UInt8) { letters = UInt16(first) << 8 | UInt16(second) }

  /// The state whose law holds there, or `nil` for provinces and the military's AA, AE and AP.
  public var usState: USState? {
    USState(rawValue: StateTable.kind(UInt8(letters >> 8), UInt8(truncatingIfNeeded: letters)))
  }

  public var description: String {
    String(decoding: [UInt8(letters >> 8), UInt8(truncatingIfNeeded: letters)], as: UTF8.self)
  }
}
