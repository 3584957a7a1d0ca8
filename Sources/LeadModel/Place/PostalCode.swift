/// A ZIP code, with or without its four further digits, or a Canadian postal code.
public struct PostalCode: Hashable, Sendable {
  public enum Form: Hashable, Sendable {
    /// Five digits, 501...99950, and 0...9999 or none.
    case zip(Int, plusFour: Int?)
    /// Six letters and digits in ASCII, the first in the highest of the low six bytes.
    case canadian(UInt64)
  }
  public let form: Form

  /// The longest text `write` writes.
  public static let maxLength = 10

  init(form: Form) { self.form = form }

  /// The state most of its addresses are in; `nil` for Canada and the military's post.
  public var state: USState? {
    switch form {
    case .zip(let number, _): USState(zip: number)
    case .canadian: nil
    }
  }

  /// Writes `61602`, `61602-1234` or `K1A 0B1` and returns its length.
  public func write(to target: UnsafeMutablePointer<UInt8>) -> Int {
    func writeDigits(_ number: Int, at start: Int, count: Int) {
      var rest = number
      for place in stride(from: start + count - 1, through: start, by: -1) {
        target[place] = UInt8(truncatingIfNeeded: rest % 10) | 0x30
        rest /= 10
      }
    }
    switch form {
    case .zip(let number, let plusFour):
      writeDigits(number, at: 0, count: 5)
      guard let plusFour else { return 5 }
      target[5] = 0x2D
      writeDigits(plusFour, at: 6, count: 4)
      return 10
    case .canadian(let letters):
      for index in 0..<6 {
        target[index < 3 ? index : index + 1] = UInt8(truncatingIfNeeded: letters >> UInt64(40 - 8 * index))
      }
      target[3] = 0x20
      return 7
    }
  }
}

extension PostalCode: CustomStringConvertible {
  public var description: String {
    String(unsafeUninitializedCapacity: PostalCode.maxLength) { $0.baseAddress.map(write) ?? 0 }
  }
}
