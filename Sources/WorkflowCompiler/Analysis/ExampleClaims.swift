import Diagnostics
import ReplyUnderstanding
import Workers
import WorkflowSyntax

/// Finds examples that another intent takes: listed twice, met by its phrase, or learnt by the classifier as its.
///
/// Everything is read by a model trained from the same definition, as replies will be.
struct ExampleClaims {
  let definition: UnderstandingDefinition
  /// The merged nodes that the definition was read from.
  let root: YAMLNode
  /// Only what this file takes part in is told; the rest is its base's affair.
  let ownFile: SourceFileID?
  let pool: WorkerPool

  /// How sure the reading of an example as another intent must be.
  private static let confidence = 0.8
  /// An intent that loses fewer than one in so many of its examples loses none worth telling.
  private static let tolerated = 20

  func findings() -> [Diagnostic] {
    let repeats = repeats()
    return repeats.findings + claims(except: repeats.places)
  }

  // MARK: Places

  /// An entry of an intent's list.
  private struct Entry: Hashable {
    let intent: String
    let list: List
    let number: Int

    enum List: String { case phrases, whole, examples }
  }

  private func text(_ entry: Entry) -> SourceText? {
    let items = root["intents"]?[entry.intent]?[entry.list.rawValue]?.itemsOrSelf ?? []
    return items[safely: entry.number]?.scalar?.sourceText
  }

  /// Where the words of an entry stand; of a text folded over lines, its first line.
  private func range(_ entry: Entry) -> SourceRange? {
    text(entry).map { $0.range(0, min($0.text.utf8.count, 60)) }
  }

  private func isOwn(_ range: SourceRange?) -> Bool { range?.file == ownFile }

  // MARK: Entries of two intents

  private func repeats() -> (findings: [Diagnostic], places: Set<Entry>) {
    var first: [String: Entry] = [:]
    var findings: [Diagnostic] = []
    var places: Set<Entry> = []
    for intent in definition.intents {
      let lists: [(Entry.List, [String])] = [(.whole, intent.whole), (.examples, intent.examples)]
      for (list, texts) in lists {
        for (number, text) in texts.enumerated() {
          let entry = Entry(intent: intent.name, list: list, number: number)
          let words = Self.words(of: text)
          guard let other = first[words], other.intent != intent.name else {
            first[words] = first[words] ?? entry
            continue
          }
          places.insert(entry)
          guard let here = range(entry), let there = range(other), isOwn(here) || isOwn(there) else {
            continue
          }
          findings.append(
            Diagnostic(
              .claimedExample, .warning, "'\(text)' means '\(other.intent)' already, which comes first",
              at: here,
              notes: [Diagnostic.Note("'\(other.intent)' has it here", at: there)]))
        }
      }
    }
    return (findings, places)
  }

  /// A text without what readers of replies look past; "no?" is not "no", and "ok 👍" says more than "ok".
  private static func words(of text: String) -> String {
    let words = text.lowercased().split { $0.isWhitespace || ".,!;:()\"".contains($0) }
    return words.isEmpty ? text : words.joined(separator: " ")
  }

  // MARK: Readings

  /// What takes an intent's examples.
  private enum Taker: Hashable {
    /// A phrase or a whole message.
    case entry(Entry)
    /// A word that the carriers define.
    case keyword(String)
    /// Examples like it.
    case likeness
  }

  private struct Claim: Hashable {
    let intent: String
    let other: String
    let taker: Taker
  }

  /// An example, and the bytes of it that were taken.
  private struct Example {
    let entry: Entry
    let words: Range<Int>
  }

  private func claims(except known: Set<Entry>) -> [Diagnostic] {
    let model = ReplyModel(training: definition, pool: pool)
    // What is unclear is what the others leave: its examples are weights against them, not claims of its own.
    return definition.intents.filter { $0.name != IntentDefinition.Reserved.unclear }.flatMap { intent in
      claims(on: intent, except: known, readBy: model)
    }
  }

  private func claims(
    on intent: IntentDefinition, except known: Set<Entry>, readBy model: ReplyModel
  ) -> [Diagnostic] {
    var order: [Claim] = []
    var examples: [Claim: [Example]] = [:]
    var count = 0
    let readings = pool.map(intent.examples.count) { _, number in model.understand(intent.examples[number]) }
    for (number, text) in intent.examples.enumerated() {
      let entry = Entry(intent: intent.name, list: .examples, number: number)
      guard !known.contains(entry),
        let (claim, words) = claim(on: text, of: intent.name, read: readings[number])
      else { continue }
      if examples[claim] == nil { order.append(claim) }
      examples[claim, default: []].append(Example(entry: entry, words: words))
      count += 1
    }
    // A classifier that reads all it has learnt from as it was told has learnt it by heart; of a wish for silence none
    // may be lost, once its phrases are known, too.
    let isSacred = intent.name == IntentDefinition.Reserved.optOut && !intent.phrases.isEmpty
    guard isSacred || intent.examples.count <= count * Self.tolerated else { return [] }
    return order.flatMap { findings(of: $0, examples[$0] ?? []) }
  }

  private func claim(on text: String, of intent: String, read: Understanding) -> (Claim, words: Range<Int>)? {
    let other = read.primary
    guard !read.has(intent), other.name != IntentDefinition.Reserved.unclear,
      Self.confidence <= other.confidence,
      let definition = definition.intents.first(where: { $0.name == other.name })
    else { return nil }
    var taker = Taker.likeness
    var words = 0..<text.utf8.count
    for evidence in read.evidence where evidence.intent == other.name {
      switch evidence.source {
      case .phrase(let phrase):
        guard let number = definition.phrases.firstIndex(of: phrase) else { continue }
        taker = .entry(Entry(intent: other.name, list: .phrases, number: number))
      case .keyword(let word):
        taker =
          definition.whole.firstIndex(of: word).map {
            .entry(Entry(intent: other.name, list: .whole, number: $0))
          } ?? .keyword(word)
      case .exception, .classifier: continue
      }
      words = evidence.range
      break
    }
    return (Claim(intent: intent, other: other.name, taker: taker), words)
  }

  /// One finding where one phrase takes several examples, else one an example.
  private func findings(of claim: Claim, _ examples: [Example]) -> [Diagnostic] {
    if case .entry(let entry) = claim.taker, 1 < examples.count, let phrase = range(entry) {
      let places = examples.compactMap(taken)
      guard isOwn(phrase) || places.contains(where: isOwn) else { return [] }
      let what = entry.list == .whole ? "whole message" : "phrase"
      return [
        Diagnostic(
          .claimedExample, .warning,
          "this \(what) of '\(claim.other)' takes \(examples.count) examples of '\(claim.intent)'",
          at: phrase,
          notes: places.prefix(3).map { Diagnostic.Note("this is read as '\(claim.other)' alone", at: $0) })
      ]
    }
    return examples.compactMap { finding(of: claim, $0) }
  }

  /// Where the words stand that were taken.
  private func taken(_ example: Example) -> SourceRange? {
    text(example.entry).map { $0.range(example.words.lowerBound, example.words.upperBound) }
  }

  private func finding(of claim: Claim, _ example: Example) -> Diagnostic? {
    guard let here = taken(example) else { return nil }
    let note: Diagnostic.Note
    switch claim.taker {
    case .entry(let entry):
      note = Diagnostic.Note(
        entry.list == .whole ? "this whole message means it" : "this phrase takes these words",
        at: range(entry))
    case .keyword(let word): note = Diagnostic.Note("carriers take '\(word)' for it")
    case .likeness:
      note = Diagnostic.Note("it is most like this example", at: nearest(to: example.entry, in: claim.other))
    }
    guard isOwn(here) || isOwn(note.range) else { return nil }
    return Diagnostic(
      .claimedExample, .warning,
      "this example of '\(claim.intent)' is read as '\(claim.other)', and not as '\(claim.intent)'", at: here,
      notes: [note])
  }

  /// The example of an intent that has most words in common with one of another.
  private func nearest(to example: Entry, in intent: String) -> SourceRange? {
    func texts(_ name: String) -> [String] { definition.intents.first { $0.name == name }?.examples ?? [] }
    let words = Set(Self.words(of: texts(example.intent)[safely: example.number] ?? "").split(separator: " "))
    var best: (number: Int, likeness: Double)?
    for (number, text) in texts(intent).enumerated() {
      let other = Set(Self.words(of: text).split(separator: " "))
      let likeness = Double(words.intersection(other).count) / Double(max(1, words.union(other).count))
      if best.map({ $0.likeness < likeness }) ?? true { best = (number, likeness) }
    }
    return best.flatMap { range(Entry(intent: intent, list: .examples, number: $0.number)) }
  }
}
