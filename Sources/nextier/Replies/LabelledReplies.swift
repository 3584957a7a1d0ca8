/// Replies whose meaning is known, from a tab-separated file.
struct LabelledReplies {
  struct Reply {
    var line: Int
    var text: String
    var intent: String
    /// What it means besides; often empty.
    var also: [String]
  }

  /// Why a file cannot be used at all.
  struct Refusal: Error { var message: String }

  private(set) var replies: [Reply] = []
  /// Rows and labels that cannot be used, told for people with their line.
  private(set) var problems: [String] = []

  /// - Parameter intents: The names that may stand in the columns `intent` and `also`.
  init(parsing text: String, intents: [String]) throws(Refusal) {
    let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    let header = lines.first.map { Self.cells($0).map { $0.lowercased() } } ?? []
    guard let text = header.firstIndex(of: "text"), let intent = header.firstIndex(of: "intent") else {
      throw Refusal(message: "the first line must name the columns 'text' and 'intent', separated by tabs")
    }
    let also = header.firstIndex(of: "also")
    for (index, line) in lines.enumerated().dropFirst() where !line.isEmpty {
      let cells = Self.cells(line)
      func cell(_ column: Int?) -> String { column.map { $0 < cells.count ? cells[$0] : "" } ?? "" }
      let label = cell(intent)
      guard intents.contains(label) else {
        problems.append(
          "line \(index + 1): "
            + (label.isEmpty ? "has no intent" : "'\(label)' is no intent of the workflow"))
        continue
      }
      let others = cell(also).split { $0 == "," || $0 == " " || $0 == ";" }.map(String.init)
      for other in others where !intents.contains(other) {
        problems.append(
          "line \(index + 1): '\(other)' in 'also' is no intent of the workflow, and is left out")
      }
      replies.append(
        Reply(line: index + 1, text: cell(text), intent: label, also: others.filter(intents.contains)))
    }
    guard !replies.isEmpty else {
      let why = problems.first.map { "; \($0)" } ?? "; there is none behind the header"
      throw Refusal(message: "no line can be used\(why); the intents are: \(intents.joined(separator: ", "))")
    }
  }

  private static func cells(_ line: Substring) -> [String] {
    line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
  }
}
