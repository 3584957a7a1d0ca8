/// Names a kind of finding; stable, so that people can look it up and programs can filter by it.
///
/// The name must read well after "nextier explain".
public enum DiagnosticID: String, Hashable, Sendable, CaseIterable {
  // Files.
  case fileNotReadable = "file-not-readable"
  case fileTooLarge = "file-too-large"
  case fileOutsideProject = "file-outside-project"

  // YAML.
  case aliasBomb = "alias-bomb"
  case badIndentation = "bad-indentation"
  case duplicateKey = "duplicate-key"
  case emptyFile = "empty-file"
  case invalidYAML = "invalid-yaml"
  case invalidUTF8 = "invalid-utf8"
  case missingSpace = "missing-space"
  case multipleDocuments = "multiple-documents"
  case nestedTooDeeply = "nested-too-deeply"
  case tabIndentation = "tab-indentation"
  case unclosedBracket = "unclosed-bracket"
  case unclosedQuote = "unclosed-quote"
  case unknownAnchor = "unknown-anchor"
  case unsupportedYAML = "unsupported-yaml"

  // The language's shape.
  case conflictingKeys = "conflicting-keys"
  case emptyValue = "empty-value"
  case missingKey = "missing-key"
  case secretInFile = "secret-in-file"
  case tooLarge = "too-large"
  case unknownKey = "unknown-key"
  case unquotedValue = "unquoted-value"
  case wrongType = "wrong-type"

  // Names across files.
  case duplicateName = "duplicate-name"
  case extendsCycle = "extends-cycle"
  case flowCycle = "flow-cycle"
  case unknownReference = "unknown-reference"

  // Expressions.
  case expressionSyntax = "expression-syntax"
  case expressionType = "expression-type"
  case expressionFailed = "expression-failed"
  case expressionCutShort = "expression-cut-short"
  case unknownField = "unknown-field"
  case unknownFunction = "unknown-function"

  // What the compiler proves.
  case deadEnd = "dead-end"
  case endlessFlow = "endless-flow"
  case endlessWait = "endless-wait"
  case eventlessCycle = "eventless-cycle"
  case limitLooserThanLaw = "limit-looser-than-law"
  case missingReason = "missing-reason"
  case neverMatches = "never-matches"
  case noReplyYet = "no-reply-yet"
  case scoreLeavesLimits = "score-leaves-limits"
  case sendLoop = "send-loop"
  case silencedText = "silenced-text"
  case textsAtOnce = "texts-at-once"
  case unansweredLoop = "unanswered-loop"
  case unhandledReply = "unhandled-reply"
  case unreachableState = "unreachable-state"
  case unusedDefinition = "unused-definition"

  // Templates and personas.
  case bannedWord = "banned-word"
  case deniesMachine = "denies-machine"
  case incompleteMessage = "incomplete-message"
  case incompleteOpener = "incomplete-opener"
  case longSentence = "long-sentence"
  case missingFact = "missing-fact"
  case missingModel = "missing-model"
  case modelEndpoint = "model-endpoint"
  case templateOverBudget = "template-over-budget"
  case templateSyntax = "template-syntax"
  case templateVariable = "template-variable"
  case unprovenClaim = "unproven-claim"

  // Replies.
  case claimedExample = "claimed-example"
  case phraseSyntax = "phrase-syntax"
  case wordlessIntent = "wordless-intent"

  // Tests.
  case expectationNotMet = "expectation-not-met"

  // Lead files.
  case csvRow = "csv-row"
  case csvValue = "csv-value"
}
