import Expressions
import WorkflowProgram

/// The conditions of a program's decisions, grouped by the last value each needs to know.
struct DecisionStages {
  /// In the order in which values become known.
  enum Stage: Int, CaseIterable {
    case lead, quality, priority, qualified, queue, agent
  }

  /// A condition's stage, and its place among the stage's.
  struct Place {
    let stage: Stage
    let index: Int
  }

  /// By stage.
  let conditions: [[ConditionID]]
  /// By condition; `nil` for those that no decision asks.
  let places: [Place?]

  init(_ program: ClientProgram) {
    var conditions: [[ConditionID]] = Stage.allCases.map { _ in [] }
    var places: [Place?] = program.conditions.map { _ in nil }
    for condition in Self.asked(by: program.decisions) where places[condition.index] == nil {
      let stage = Self.stage(of: program[condition].expression, program.slots)
      places[condition.index] = Place(stage: stage, index: conditions[stage.rawValue].count)
      conditions[stage.rawValue].append(condition)
    }
    self.conditions = conditions
    self.places = places
  }

  private static func stage(of expression: CompiledExpression, _ slots: SlotLayout) -> Stage {
    var last = Stage.lead
    for slot in expression.slots {
      let stage: Stage
      switch slots.engineValue(in: slot) {
      case .quality?: stage = .quality
      case .priority?: stage = .priority
      case .qualified?: stage = .qualified
      case .queue?: stage = .queue
      case .agent?: stage = .agent
      case _: stage = .lead
      }
      if last.rawValue < stage.rawValue { last = stage }
    }
    return last
  }

  /// All conditions of the decisions, in the order in which they are written.
  private static func asked(by decisions: DecisionProgram) -> [ConditionID] {
    var asked: [ConditionID?] = []
    for scoring in [decisions.quality, decisions.priority] {
      for rule in scoring.rules {
        switch rule.body {
        case .first(let cases), .all(let cases, limit: _): asked += cases.map(\.condition)
        case .byText(let choice): asked += choice.cases.map(\.condition)
        case .byBand: break
        }
      }
    }
    asked.append(decisions.qualified)
    for match in [decisions.queues, decisions.flags, decisions.recommendations, decisions.assignmentTypes] {
      asked += match.choices.map(\.condition)
    }
    for agent in decisions.agents { asked += agent.suits.map(\.condition) }
    for campaign in decisions.campaigns {
      asked.append(campaign.condition)
      asked += campaign.openers.map(\.condition)
    }
    return asked.compactMap(\.self)
  }
}
