/// All phrases of a model as one machine that reads a reply once.
///
/// Each word of each phrase is a place; a token moves the places that are alive to those that may follow.
/// Only the places a token can start are looked at, so the cost depends on the reply, not on how many
/// phrases there are.
struct PhraseAutomaton: ~Copyable, Sendable {
  /// One phrase found in a reply.
  struct Match {
    var phrase: Int
    /// Tokens, both ends included.
    var first: Int
    var last: Int
  }

  /// More matches than any honest reply has.
  static let maximumMatches = 96

  var places: [Place] = []
  var follows: [Step] = []
  var sets = WordSets()
  /// Per word: the places it can start.
  var wordStarts = CompactLists()
  /// What there is to know about each of `wordStarts`, side by side with them.
  var starts: [Start] = []
  /// Per thing: the same.
  var thingStarts = CompactLists()
  var startsWithThing: [Start] = []

  /// Where a phrase may be complete.
  enum Acceptance: UInt8 { case nowhere, anywhere, atSentenceEnd }

  /// All there is to know of a place, side by side since all of it is asked for at once.
  struct Place {
    /// A sketch of what may follow it.
    var outlook: PhraseOutlook
    /// Where its steps stand in `follows`.
    var firstFollow: Int32
    var endOfFollows: Int32
    var phrase: Int32
    var accepts: Acceptance
  }

  /// A place, and what it takes to get there.
  struct Step {
    var place: Int32
    var symbol: Symbol
  }

  /// A place a phrase can begin with.
  struct Start {
    var place: Int32
    /// Only where a sentence begins.
    var opensSentence: Bool
    var accepts: Acceptance
    var phrase: Int32
    var outlook: PhraseOutlook
  }

  /// What a place accepts, in one number: words from 0 up, sets and things below.
  struct Symbol {
    private(set) var code: Int32
    static let anyWord = Symbol(code: -1)
    static func word(_ word: Int32) -> Symbol { Symbol(code: word) }
    static func thing(_ thing: PhraseThing) -> Symbol { Symbol(code: -2 - thing.rawValue) }
    static func set(_ set: Int32) -> Symbol { Symbol(code: -64 - set) }

    /// The number of the set, negative when it is none.
    @inline(__always)
    var set: Int32 { -64 - code }
    @inline(__always)
    var thing: PhraseThing? { PhraseThing(rawValue: -2 - code) }

    @inline(__always)
    func matches(_ token: Token, _ sight: Sight, _ sets: WordSets) -> Bool {
      if code >= 0 { return token.word == code }
      if set >= 0 { return token.word >= 0 && sets.contains(token.word, sight.own, in: set) }
      if let thing { return sight.things.contains(thing) }
      return !token.isTransparent
    }
  }

  /// A place that is alive, and the token its match began with.
  private struct Active {
    var place: Int32
    var first: Int32
  }

  /// What getting to a place means, at one token.
  private struct Arrival {
    var phrase: Int32
    var accepts: Acceptance
    /// Whether what comes can follow the place.
    var goesOn: Bool
  }

  /// A token for phrases, and what comes behind it in its sentence.
  struct Sight {
    var things: PhraseThings
    var own: PhraseOutlook
    var next = PhraseOutlook()
    var rest = PhraseOutlook()

    /// Whether a place can go on; one that nothing here can follow need not be kept.
    @inline(__always)
    func meets(_ outlook: PhraseOutlook) -> Bool { outlook.meets(next: next, rest: rest) }

    static func all(of tokens: [Token]) -> [Sight] {
      var result = tokens.map { token in
        let things = PhraseThings(token)
        return Sight(things: things, own: PhraseOutlook(token, things))
      }
      for index in tokens.indices.dropFirst().reversed() where !tokens[index].flags.contains(.opensSentence) {
        let next = result[index].own
        var rest = result[index].rest
        rest.formUnion(next)
        (result[index - 1].next, result[index - 1].rest) = (next, rest)
      }
      return result
    }
  }

  /// Finds every phrase in a reply; of several ways to one end, the earliest start.
  func matches(in text: ReplyText) -> [Match] {
    var matches: [Match] = []
    var (active, next): ([Active], [Active]) = ([], [])
    active.reserveCapacity(128)
    next.reserveCapacity(128)
    matches.reserveCapacity(16)
    // One bit per place that is in `next`, so that none gets there twice.
    var nextBits = [UInt64](repeating: 0, count: places.count / 64 + 1)
    var isNext = nextBits.mutableSpan
    let (places, follows, starts) = (self.places.span, self.follows.span, self.starts.span)
    let sights = Sight.all(of: text.tokens)
    for index in text.tokens.indices {
      let token = text.tokens[index]
      let sight = sights[index]
      if token.flags.contains(.opensSentence) { active.removeAll(keepingCapacity: true) }
      for current in active {
        let range = places[Int(current.place)]
        for number in Int(range.firstFollow)..<Int(range.endOfFollows) {
          let step = follows[number]
          if step.symbol.matches(token, sight, sets) {
            let place = places[Int(step.place)]
            let arrival = Arrival(
              phrase: place.phrase, accepts: place.accepts, goesOn: sight.meets(place.outlook))
            enter(
              Active(place: step.place, first: current.first), arrival, token, index, &isNext, &next, &matches
            )
          }
        }
        if token.isTransparent, isNext.insert(current.place) { next.append(current) }
      }
      for number in wordStarts.range(of: token.word) {
        begin(starts[number], token, index, sight, &isNext, &next, &matches)
      }
      var things = sight.things.bits
      while things != 0 {
        for number in thingStarts.range(of: Int32(things.trailingZeroBitCount)) {
          begin(startsWithThing[number], token, index, sight, &isNext, &next, &matches)
        }
        things &= things - 1
      }
      for entry in next { isNext.remove(entry.place) }
      swap(&active, &next)
      next.removeAll(keepingCapacity: true)
      if matches.count >= PhraseAutomaton.maximumMatches { break }
    }
    return matches
  }

  @inline(__always)
  private func begin(
    _ start: Start, _ token: Token, _ index: Int, _ sight: Sight, _ isNext: inout MutableSpan<UInt64>,
    _ next: inout [Active], _ matches: inout [Match]
  ) {
    let arrival = Arrival(phrase: start.phrase, accepts: start.accepts, goesOn: sight.meets(start.outlook))
    guard arrival.goesOn || arrival.accepts != .nowhere,
      !start.opensSentence || token.flags.contains(.mayOpenSentence)
    else { return }
    enter(Active(place: start.place, first: Int32(index)), arrival, token, index, &isNext, &next, &matches)
  }

  @inline(__always)
  private func enter(
    _ active: Active, _ arrival: Arrival, _ token: Token, _ index: Int,
    _ isNext: inout MutableSpan<UInt64>, _ next: inout [Active], _ matches: inout [Match]
  ) {
    if arrival.goesOn {
      guard isNext.insert(active.place) else { return }
      next.append(active)
    }
    switch arrival.accepts {
    case .nowhere: return
    case .atSentenceEnd where !token.flags.contains(.mayCloseSentence): return
    case .anywhere, .atSentenceEnd:
      matches.append(
        Match(phrase: Int(arrival.phrase), first: Int(active.first), last: index))
    }
  }
}

extension MutableSpan<UInt64> {
  /// Sets a bit; false where it was set before.
  @inline(__always)
  fileprivate mutating func insert(_ bit: Int32) -> Bool {
    let (word, mask) = (Int(bit >> 6), UInt64(1) << UInt64(bit & 63))
    guard self[word] & mask == 0 else { return false }
    self[word] |= mask
    return true
  }

  @inline(__always)
  fileprivate mutating func remove(_ bit: Int32) {
    self[Int(bit >> 6)] &= ~(UInt64(1) << UInt64(bit & 63))
  }
}
