public import Workers

extension ReplyModel {
  /// Reads the phrases and learns the examples.
  public init(training definition: UnderstandingDefinition, pool: WorkerPool = .serial) {
    self.init(training: ParsedUnderstanding(definition), pool: pool)
  }

  /// Learns the examples.
  ///
  /// Takes some 50 ms for the shipped intents on two cores, so keep the model. Equal definitions give equal models,
  /// on however many threads.
  public init(training parsed: ParsedUnderstanding, pool: WorkerPool = .serial) {
    self = ReplyModelBuilder(parsed, pool: pool).build()
  }

  /// Reads one reply.
  ///
  /// A pure function: no clock, no memory of earlier replies. Reads at most 6,400 bytes and 400 words.
  ///
  /// - Parameters:
  ///   - ourRecentMessages: What we sent this person last; copies of it inside the reply are not read.
  ///   - isOptedOut: START and its like mean something only then.
  public func understand(
    _ text: String, ourRecentMessages: [String] = [], isOptedOut: Bool = false
  ) -> Understanding {
    let source = Array(text.utf8)
    let quoted = QuotedParts.find(in: source, ourMessages: ourRecentMessages)
    let scanned = Scanner.scan(source, ignoring: quoted.ignored)
    let (reply, captures, language) = core.words.read(scanned)
    var reading = Reading(core, reply)
    reading.run()
    var result = reading.result(captures: captures, language: language)
    result.ignored = quoted.ignored
    result.mentions = core.phrases.mentions?.read(reply) ?? []
    result.isReaction = !quoted.ignored.isEmpty && reply.tokens.isEmpty
    result.optsBackIn = isOptedOut && result.keyword == .optIn
    return result
  }
}
