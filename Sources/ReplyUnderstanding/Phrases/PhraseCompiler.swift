/// Builds the automaton: one place per word of each phrase, and which may follow which (Glushkov's way).
struct PhraseCompiler {
  /// Far above the shipped phrases; a definition beyond it is a mistake.
  static let maximumPlaces = 60_000
  /// The most steps from place to place: each of many alternatives may lead to each of as many others.
  static let maximumSteps = 1_000_000

  /// Whether phrases are only measured: enough to tell whether they fit.
  private let isMeasuring: Bool
  /// What the phrases so far take at most.
  private var places = 0
  private var steps = 0
  /// Per place.
  private var symbols: [PhraseAutomaton.Symbol] = []
  private var phraseOf: [Int32] = []
  private var accepts: [PhraseAutomaton.Acceptance] = []
  /// Per phrase.
  private var opensSentence: [Bool] = []
  private var followPairs: [(key: Int32, value: Int32)] = []
  private var startPlaces: [Int32] = []
  /// By a hash of the members; of sets that meet in one, the first is found again.
  private var setNumbers: [UInt64: Int32] = [:]
  private var setMembers: [[Int32]] = []

  /// The places a part can begin and end with.
  private struct Part {
    var first: [Int32] = []
    var last: [Int32] = []
    var isNullable = true
    /// Whether it may be the end of the sentence instead of words.
    var mayEnd = false
  }

  init(isMeasuring: Bool = false) { self.isMeasuring = isMeasuring }

  /// Adds a phrase, whose number is the count of phrases before it; false when there are too many.
  mutating func add(_ phrase: Phrase) -> Bool {
    let extent = phrase.node.extent
    guard places + extent.places <= PhraseCompiler.maximumPlaces,
      steps + extent.steps <= PhraseCompiler.maximumSteps
    else { return false }
    places += extent.places
    steps += extent.steps
    if isMeasuring { return true }
    opensSentence.append(phrase.opensSentence)
    let part = build(phrase.node)
    startPlaces += part.first
    for place in part.last { accepts[Int(place)] = .anywhere }
    return true
  }

  /// - Parameter words: How many words the vocabulary has.
  consuming func finish(words: Int) -> PhraseAutomaton {
    var result = PhraseAutomaton()
    let count = symbols.count
    let lists = CompactLists(followPairs, keys: count)
    let sets = WordSets(setMembers)
    result.places.reserveCapacity(count)
    var seen = [Int32](repeating: -1, count: count)
    for place in 0..<count {
      let first = Int32(result.follows.count)
      for follow in lists.all[lists.range(of: Int32(place))] where seen[Int(follow)] != Int32(place) {
        seen[Int(follow)] = Int32(place)
        result.follows.append(PhraseAutomaton.Step(place: follow, symbol: symbols[Int(follow)]))
      }
      result.places.append(
        PhraseAutomaton.Place(
          outlook: outlook(of: Int32(place), lists, sets), firstFollow: first,
          endOfFollows: Int32(result.follows.count), phrase: phraseOf[place], accepts: accepts[place]))
    }
    var starts: [(key: Int32, value: Int32)] = []
    var thingStarts: [(key: Int32, value: Int32)] = []
    for place in startPlaces {
      let symbol = symbols[Int(place)]
      if symbol.code >= 0 {
        starts.append((symbol.code, place))
      } else if symbol.set >= 0 {
        starts += setMembers[Int(symbol.set)].map { ($0, place) }
      } else if let thing = symbol.thing {
        thingStarts.append((thing.rawValue, place))
      }
      // A phrase that starts with just any word starts at its first real one.
    }
    result.wordStarts = CompactLists(starts, keys: words)
    let places = result.places
    result.starts = result.wordStarts.all.map { start($0, places) }
    result.thingStarts = CompactLists(thingStarts, keys: PhraseThing.allCases.count)
    result.startsWithThing = result.thingStarts.all.map { start($0, places) }
    result.sets = sets
    return result
  }

  private func start(_ place: Int32, _ places: [PhraseAutomaton.Place]) -> PhraseAutomaton.Start {
    let known = places[Int(place)]
    return PhraseAutomaton.Start(
      place: place, opensSentence: opensSentence[Int(known.phrase)], accepts: known.accepts,
      phrase: known.phrase, outlook: known.outlook)
  }

  /// What may follow a place; behind a gap, what may follow the gap.
  private func outlook(of place: Int32, _ lists: CompactLists, _ sets: WordSets) -> PhraseOutlook {
    var outlook = PhraseOutlook()
    var open = [place]
    var gaps: Set<Int32> = []
    while let place = open.popLast() {
      for follow in lists.all[lists.range(of: place)] {
        let symbol = symbols[Int(follow)]
        if symbol.code >= 0 {
          outlook.insert(word: symbol.code)
        } else if symbol.set >= 0 {
          outlook.formUnion(sets.outlook(of: symbol.set))
        } else if let thing = symbol.thing {
          outlook.insert(thing)
        } else {
          guard accepts[Int(follow)] == .nowhere else { return .everything }
          outlook.insertGap()
          if gaps.insert(follow).inserted { open.append(follow) }
        }
      }
    }
    return outlook
  }

  private mutating func build(_ node: PhraseNode) -> Part {
    switch node {
    case .word(let word): return place(.word(word))
    case .oneOf(let words): return place(.set(number(ofSet: words)))
    case .thing(let thing):
      // A thing of several tokens ("tomorrow after 3") is one or more of its parts.
      let part = place(.thing(thing))
      followPairs += part.last.flatMap { last in part.first.map { (last, $0) } }
      return part
    case .anyWord: return place(.anyWord)
    case .gap(let width):
      // One word and perhaps a narrower gap: of places side by side all would be alive at once.
      return build(
        (1..<width).reduce(.optional(.anyWord)) { narrower, _ in .optional(.sequence([.anyWord, narrower])) })
    case .optional(let inner):
      var part = build(inner)
      part.isNullable = true
      return part
    case .oneOrMore(let inner):
      let part = build(inner)
      for last in part.last { followPairs += part.first.map { (last, $0) } }
      return part
    case .choice(let alternatives):
      var result = Part(isNullable: false)
      for alternative in alternatives {
        let part = build(alternative)
        result.first += part.first
        result.last += part.last
        result.isNullable = result.isNullable || part.isNullable
        result.mayEnd = result.mayEnd || part.mayEnd
      }
      return result
    case .sequence(let parts): return chain(parts)
    case .sentenceEnd: return Part(isNullable: false, mayEnd: true)
    }
  }

  private mutating func chain(_ parts: [PhraseNode]) -> Part {
    var result = Part()
    for node in parts {
      let part = build(node)
      for last in result.last { followPairs += part.first.map { (last, $0) } }
      if part.mayEnd {
        for last in result.last where accepts[Int(last)] == .nowhere {
          accepts[Int(last)] = .atSentenceEnd
        }
      }
      if result.isNullable { result.first += part.first }
      result.last = part.isNullable ? result.last + part.last : part.last
      result.isNullable = result.isNullable && part.isNullable
    }
    return result
  }

  private mutating func place(_ symbol: PhraseAutomaton.Symbol) -> Part {
    let place = Int32(symbols.count)
    symbols.append(symbol)
    phraseOf.append(Int32(opensSentence.count - 1))
    accepts.append(.nowhere)
    return Part(first: [place], last: [place], isNullable: false)
  }

  private mutating func number(ofSet words: [Int32]) -> Int32 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for word in words { hash = (hash ^ UInt64(UInt32(bitPattern: word))) &* 0x100_0000_01B3 }
    if let known = setNumbers[hash], setMembers[Int(known)] == words { return known }
    let number = Int32(setMembers.count)
    if setNumbers[hash] == nil { setNumbers[hash] = number }
    setMembers.append(words)
    return number
  }
}
