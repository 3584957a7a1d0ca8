public import LeadModel

/// One client's rules, compiled: valid, immutable, and all that the engine needs to know.
///
/// A class only so that handing it around costs one reference; it never changes.
public final class ClientProgram: Sendable {
  /// The workflow's name (`ecbb`).
  public let name: String
  /// Of the resolved source, in hexadecimal: equal hashes mean equal rules.
  public let hash: String
  /// The files that places point into, as the user named them.
  public let files: [String]
  public let client: ClientProfile
  public let limits: SendLimits
  public let leadSchema: LeadSchema
  public let slots: SlotLayout
  /// Each condition once, in the order of compilation; `ConditionID` indexes it.
  public let conditions: [Condition]
  public let decisions: DecisionProgram
  public let machine: Machine
  public let messages: MessageProgram
  /// Drafts the answers of agents whose responder is the model; `nil` for most clients.
  public let languageModel: LanguageModelProgram?
  /// The reply intents, in order of consequence; `reply.<name>` events follow this order.
  public let intents: [String]
  /// What replies may speak of beside their intents, in file order; at most `SlotLayout.mentionLimit`.
  public let mentions: [String]
  public let law: LegalRules
  public let simulation: SimulationModel

  public init(
    name: String, hash: String, files: [String], client: ClientProfile, limits: SendLimits,
    leadSchema: LeadSchema, slots: SlotLayout, conditions: [Condition], decisions: DecisionProgram,
    machine: Machine, messages: MessageProgram, languageModel: LanguageModelProgram?, intents: [String],
    mentions: [String], law: LegalRules, simulation: SimulationModel
  ) {
    self.mentions = mentions
    self.name = name
    self.hash = hash
    self.files = files
    self.client = client
    self.limits = limits
    self.leadSchema = leadSchema
    self.slots = slots
    self.conditions = conditions
    self.decisions = decisions
    self.machine = machine
    self.messages = messages
    self.languageModel = languageModel
    self.intents = intents
    self.law = law
    self.simulation = simulation
    rememberedTexts = min(limits.textsPerLead, law.capSizes.reduce(limits.perPerson.messages, max))
    optOutIntent = intents.firstIndex(of: "opt_out")
    autoReplyIntent = intents.firstIndex(of: "auto_reply")
  }

  /// The same program as an object of its own, for a thread that hands it around often.
  ///
  /// Threads that count references to one object wait for each other at every count.
  public convenience init(sharing other: ClientProgram) {
    self.init(
      name: other.name, hash: other.hash, files: other.files, client: other.client, limits: other.limits,
      leadSchema: other.leadSchema, slots: other.slots, conditions: other.conditions,
      decisions: other.decisions, machine: other.machine, messages: other.messages,
      languageModel: other.languageModel, intents: other.intents, mentions: other.mentions, law: other.law,
      simulation: other.simulation)
  }

  /// How many of a lead's latest texts are remembered: what the largest cap counts, and never more than a lead gets.
  public let rememberedTexts: Int

  /// The intent that stops everything, whatever the YAML says.
  public let optOutIntent: Int?
  /// The intent of another machine's answer, which counts as no reply at all.
  public let autoReplyIntent: Int?

  public subscript(condition: ConditionID) -> Condition { conditions[condition.index] }

  /// `workflows/ecbb.yaml:12`, for traces and explanations.
  public func line(of place: Place) -> String {
    Int(place.file) < files.count ? "\(files[Int(place.file)]):\(place.line)" : "built in"
  }
}
