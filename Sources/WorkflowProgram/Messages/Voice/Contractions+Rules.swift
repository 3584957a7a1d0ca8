extension Contractions {
  /// The rules that make this choice heard.
  var tables: [PhraseTable] {
    switch self {
    case .always: [Contractions.contracting]
    case .never: [Contractions.expanding]
    case .asWritten: []
    }
  }

  /// Auxiliaries with the contracted negation of each.
  private static let negations = [
    ("do", "don't"), ("does", "doesn't"), ("did", "didn't"), ("is", "isn't"), ("are", "aren't"),
    ("was", "wasn't"), ("were", "weren't"), ("could", "couldn't"), ("would", "wouldn't"),
    ("should", "shouldn't"), ("have", "haven't"), ("has", "hasn't"), ("had", "hadn't"), ("can", "can't"),
    ("will", "won't"),
  ]

  /// Subject and verb that stand as one word at the start of a clause.
  private static let clauses = [
    ("I am", "I'm"), ("you are", "you're"), ("we are", "we're"), ("they are", "they're"), ("it is", "it's"),
    ("that is", "that's"), ("there is", "there's"), ("here is", "here's"), ("what is", "what's"),
    ("he is", "he's"), ("she is", "she's"),
    ("I will", "I'll"), ("you will", "you'll"), ("we will", "we'll"), ("they will", "they'll"),
    ("it will", "it'll"), ("that will", "that'll"),
    ("I would", "I'd"), ("you would", "you'd"), ("we would", "we'd"), ("they would", "they'd"),
    ("I have been", "I've been"), ("we have been", "we've been"), ("you have been", "you've been"),
    ("they have been", "they've been"), ("it has been", "it's been"),
  ]

  /// Contractions with one long form wherever they stand.
  private static let plainForms = [
    ("I'm", "I am"), ("you're", "you are"), ("we're", "we are"), ("they're", "they are"),
    ("I've", "I have"), ("you've", "you have"), ("we've", "we have"), ("they've", "they have"),
    ("I'll", "I will"), ("you'll", "you will"), ("we'll", "we will"), ("they'll", "they will"),
    ("it'll", "it will"), ("that'll", "that will"), ("there'll", "there will"), ("he'll", "he will"),
    ("she'll", "she will"), ("let's", "let us"),
  ]

  /// Words whose "'s" is "has" before a participle and "is" otherwise.
  private static let ambiguousS = ["it", "that", "what", "who", "there", "here", "where", "how", "he", "she"]

  private static let contracting = PhraseTable(
    negations.map { PhraseRule("\($0.0) not", $0.1) } + [PhraseRule("cannot", "can't")]
      + clauses.map { PhraseRule($0.0, $0.1, .clauseStart) })

  private static let expanding: PhraseTable = {
    var rules: [PhraseRule] = []
    for (verb, short) in negations {
      // "Isn't it …?" is "Is it not …?".
      rules.append(PhraseRule(short, "\(verb) * not", .beforePronoun))
      rules.append(PhraseRule(short, verb == "can" ? "cannot" : "\(verb) not"))
    }
    rules += plainForms.map { PhraseRule($0.0, $0.1) }
    for word in ambiguousS {
      rules.append(PhraseRule("\(word)'s", "\(word) has", .beforeParticiple))
      rules.append(PhraseRule("\(word)'s", "\(word) is"))
    }
    for word in ["I", "you", "we", "they", "it", "that", "he", "she"] {
      rules.append(PhraseRule("\(word)'d better", "\(word) had better"))
      rules.append(PhraseRule("\(word)'d", "\(word) had", .beforeParticiple))
      rules.append(PhraseRule("\(word)'d", "\(word) would"))
    }
    return PhraseTable(rules)
  }()
}
