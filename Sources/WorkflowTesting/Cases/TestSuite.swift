import Diagnostics
import LeadModel
import WorkflowConversation
import WorkflowEngine
import WorkflowProgram

/// The cases of one file, read and found to fit the workflow they test.
struct TestSuite: Sendable {
  let name: String
  /// As the user named the file.
  let path: String
  /// In file order.
  let cases: [TestCase]
}

/// One lead, what happens to it, and what is expected.
struct TestCase: Sendable {
  let name: String
  /// Of the name.
  let range: SourceRange
  let start: CivilDate
  let lead: LeadRecord
  let steps: [TestStep]
  /// What must hold after the last step.
  let expectations: [Expectation]
}

/// One thing that happens to the lead.
struct TestStep: Sendable {
  let action: Action
  /// As written, for the trace: `reply "who is this?"`.
  let title: String
  let range: SourceRange
  let expectations: [Expectation]

  enum Action: Sendable {
    case event(EventID)
    /// Texts that came within seconds; at least one.
    case replies([String])
    case intents([Int], captures: [Capture])
    /// Words whose meaning is given; the rest is read in them.
    case meant([Int], text: String)
    /// In milliseconds.
    case wait(Int64)
    case trace(BuiltInEvent, brings: GivenFields)
  }
}

/// Something that must hold after a step, and where the file says so.
struct Expectation: Sendable {
  let claim: Claim
  let range: SourceRange

  enum Claim: Hashable, Sendable {
    /// A state, one around it, or the end of its path.
    case state(String)
    case status(LeadStatus)
    case quality(Int)
    case priority(Int)
    case qualified(Bool)
    /// A named decision; `none` when there is none.
    case choice(Choice, String)
    case flags([String])
    case says([SaidClaim])
    case nothingSent(Bool)
    case captured(CaptureKind, String)
    case effect(EffectClaim)
  }

  /// The decisions that have names; the raw value is the key.
  enum Choice: String, Sendable, CaseIterable {
    case queue, agent, campaign, recommend, assignment

    /// What its names are called in findings.
    var noun: String {
      switch self {
      case .queue, .agent, .campaign: rawValue
      case .recommend: "recommended action"
      case .assignment: "assignment type"
      }
    }
  }
}

/// What a text that was sent must be.
enum SaidClaim: Hashable, Sendable {
  /// `library.name`.
  case template(String)
  /// The persona's own words for an intent, by name.
  case intent(String)
  /// The text itself or a part of it.
  case words(String)

  var text: String {
    switch self {
    case .template(let reference): reference
    case .intent(let name): "the persona's words for \(name)"
    case .words(let words): "\"\(words)\""
    }
  }
}

/// An effect by its kind, and by its detail when that matters.
struct EffectClaim: Hashable, Sendable {
  let kind: EffectKind
  let detail: String?

  var text: String { kind.rawValue + (detail.map { " \($0)" } ?? "") }
}
