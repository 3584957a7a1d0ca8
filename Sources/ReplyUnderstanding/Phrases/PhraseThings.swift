/// The things a token is, or is a part of.
struct PhraseThings {
  /// One bit per thing, in the order they are declared in.
  private(set) var bits: UInt32 = 0

  init(_ token: Token) {
    switch token.kind {
    case .word, .clock, .date: break
    case .number: insert(.number)
    case .email: insert(.email)
    case .phone: insert(.phone)
    case .url: insert(.link)
    case .question: insert(.question)
    case .symbol:
      insert(.sign)
      if token.flags.contains(.hasCurrency) { insert(.currency) }
    }
    if token.flags.contains(.isMoney) { insert(.money) }
    if token.flags.contains(.isTime) { insert(.time) }
    if token.flags.contains(.isName) { insert(.name) }
  }

  @inline(__always)
  func contains(_ thing: PhraseThing) -> Bool { bits & (1 << UInt32(thing.rawValue)) != 0 }

  private mutating func insert(_ thing: PhraseThing) { bits |= 1 << UInt32(thing.rawValue) }
}
