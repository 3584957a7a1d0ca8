import Diagnostics
import ReplyUnderstanding
import WorkflowSyntax

/// The `words:` of a law: what they add to the carriers' own, and those that can mean nothing.
struct LawWords {
  private(set) var words = CarrierWords()
  /// In file order.
  private(set) var refused: [(node: YAMLNode, problem: CarrierWords.Problem)] = []

  /// - Parameter law: The document; `nil` adds nothing.
  init(_ law: YAMLNode?) {
    for keyword in CarrierKeyword.allCases {
      for item in law?["words"]?[keyword.rawValue]?.items ?? [] {
        do throws(CarrierWords.Problem) {
          try words.add(item.text, to: keyword)
        } catch {
          refused.append((item, error))
        }
      }
    }
  }
}

extension LoweringContext {
  /// Reports words of a law that cannot mean what they are listed for.
  mutating func check(_ law: LawWords) {
    for (node, problem) in law.refused {
      let reason =
        switch problem {
        case .noWord: "is no word that a reply could be"
        case .isTaken(let keyword): "means \(keyword.rawValue) already, and no file can take that away"
        }
      report(.wrongType, "'\(node.text)' \(reason)", at: node.range)
    }
  }
}
