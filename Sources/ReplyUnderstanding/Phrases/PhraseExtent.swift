/// How much of an automaton a part of a phrase takes, known before it is built.
struct PhraseExtent {
  var places = 0
  /// How many of the places it can begin and end with.
  var first = 0
  var last = 0
  /// Steps from place to place within it.
  var steps = 0
  var isNullable = true
  /// As a tree, from the part itself down to a word.
  var height = 1

  /// The part with another behind it.
  func followed(by next: PhraseExtent) -> PhraseExtent {
    PhraseExtent(
      places: places + next.places, first: isNullable ? first + next.first : first,
      last: next.isNullable ? last + next.last : next.last, steps: steps + next.steps + last * next.first,
      isNullable: isNullable && next.isNullable, height: max(height, next.height))
  }

  /// The part or another instead.
  func or(_ other: PhraseExtent) -> PhraseExtent {
    PhraseExtent(
      places: places + other.places, first: first + other.first, last: last + other.last,
      steps: steps + other.steps, isNullable: isNullable || other.isNullable,
      height: max(height, other.height))
  }
}

extension PhraseNode {
  /// As `PhraseCompiler` builds it.
  var extent: PhraseExtent {
    switch self {
    case .word, .oneOf, .anyWord: return PhraseExtent(places: 1, first: 1, last: 1, isNullable: false)
    case .thing: return PhraseExtent(places: 1, first: 1, last: 1, steps: 1, isNullable: false)
    case .gap(let width):
      return PhraseExtent(places: width, first: 1, last: width, steps: width - 1, height: 2 * width)
    case .sentenceEnd: return PhraseExtent(isNullable: false)
    case .optional(let inner):
      var extent = inner.extent
      extent.isNullable = true
      extent.height += 1
      return extent
    case .oneOrMore(let inner):
      var extent = inner.extent
      extent.steps += extent.last * extent.first
      extent.height += 1
      return extent
    case .sequence(let parts):
      var extent = parts.reduce(PhraseExtent()) { $0.followed(by: $1.extent) }
      extent.height += 1
      return extent
    case .choice(let parts):
      var extent = parts.reduce(PhraseExtent(isNullable: false)) { $0.or($1.extent) }
      extent.height += 1
      return extent
    }
  }
}
