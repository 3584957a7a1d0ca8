import Diagnostics
import WorkflowProgram
import WorkflowSyntax

/// Checks that scores stay where leads can be told apart.
struct ScoreChecks {
  let program: ClientProgram

  func run(_ node: YAMLNode?, context: inout LoweringContext) {
    let (quality, priority) = (program.decisions.quality, program.decisions.priority)
    for scoring in [quality, priority] {
      guard let entry = node?.entry(scoring.name) else { continue }
      for rule in scoring.rules {
        let (least, most) = rule.reach
        let points = most < -least ? least : most
        guard scoring.limit < abs(points), let key = entry.value["rules"]?.entry(rule.name)?.key else {
          continue
        }
        context.report(
          .scoreLeavesLimits, .warning,
          "'\(rule.name)' alone can \(points < 0 ? "take \(-points) from" : "add \(points) to") a score that ends at \(points < 0 ? 0 : scoring.limit)",
          at: key.range)
      }
      // A limit that is written is meant.
      guard entry.value["limit"] == nil else { continue }
      let start =
        switch scoring.start {
        case .points(let points): points
        case .quality: quality.limit
        }
      let most = scoring.rules.reduce(start) { $0 + $1.reach.most }
      guard scoring.limit < most else { continue }
      context.report(
        .scoreLeavesLimits, .warning,
        "\(scoring.name) can come to \(most), and ends at \(scoring.limit): the best leads are not told apart",
        at: entry.key.range,
        notes: [Diagnostic.Note("write 'limit: \(scoring.limit)' if that is meant, or a higher one")])
    }
  }
}

extension ScoringRule {
  /// The least and the most it can add.
  fileprivate var reach: (least: Int, most: Int) {
    let points: [Int]
    switch body {
    case .first(let cases): points = cases.map(\.points)
    case .byBand(_, let values): points = values
    case .byText(let choice): points = choice.cases.map(\.points)
    case .all(let cases, let limit):
      let most = cases.reduce(0) { $0 + max(0, $1.points) }
      return (cases.reduce(0) { $0 + min(0, $1.points) }, min(most, limit ?? most))
    }
    return (min(0, points.min() ?? 0), max(0, points.max() ?? 0))
  }
}
