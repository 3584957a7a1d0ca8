import Diagnostics
import JSONText
import ReplyUnderstanding

/// What a model made of replies whose meaning is known.
struct ReplyReport {
  struct Score {
    var truePositives = 0
    /// How often it was read.
    var read = 0
    /// How many replies mean it.
    var support = 0

    var precision: Double { read == 0 ? 0 : Double(truePositives) / Double(read) }
    var recall: Double { support == 0 ? 0 : Double(truePositives) / Double(support) }
    var f1: Double {
      let sum = precision + recall
      return sum == 0 ? 0 : 2 * precision * recall / sum
    }
  }

  struct Miss {
    var reply: LabelledReplies.Reply
    var read: Understanding
  }

  /// In the model's order; those that neither mean nor were read as anything included.
  private let intents: [String]
  private var scores: [Score]
  /// By intended, then by read intent.
  private var confusion: [[Int]]
  private var misses: [Miss] = []
  private var count = 0
  private var secondary = (found: 0, all: 0)

  init(_ labelled: LabelledReplies, readBy model: ReplyModel) {
    intents = model.intents
    scores = [Score](repeating: Score(), count: intents.count)
    confusion = [[Int]](repeating: [Int](repeating: 0, count: intents.count), count: intents.count)
    for reply in labelled.replies {
      let understanding = model.understand(reply.text)
      guard let intended = intents.firstIndex(of: reply.intent) else { continue }
      let read = understanding.primary.index
      count += 1
      scores[intended].support += 1
      scores[read].read += 1
      confusion[intended][read] += 1
      if intended == read {
        scores[read].truePositives += 1
      } else {
        misses.append(Miss(reply: reply, read: understanding))
      }
      secondary.all += reply.also.count
      secondary.found += reply.also.filter { understanding.has($0) }.count
    }
  }

  /// The mean of the F1 scores of all intents that some reply means.
  private var macroF1: Double {
    let present = scores.filter { $0.support > 0 }
    return present.isEmpty ? 0 : present.map(\.f1).reduce(0, +) / Double(present.count)
  }

  private var isListed: [Bool] { scores.map { $0.support > 0 || $0.read > 0 } }

  // MARK: For programs

  var json: String {
    var writer = JSONWriter()
    func rounded(_ value: Double) -> Double { (value * 10_000).rounded() / 10_000 }
    writer.object { writer in
      writer.member("macro_f1", rounded(macroF1))
      writer.member("accuracy", rounded(Double(count - misses.count) / Double(max(1, count))))
      writer.member("replies", count)
      writer.member(
        "intents",
        object: { object in
          for (index, name) in intents.enumerated() where isListed[index] {
            let score = scores[index]
            object.member(
              name,
              object: {
                $0.member("precision", rounded(score.precision))
                $0.member("recall", rounded(score.recall))
                $0.member("f1", rounded(score.f1))
                $0.member("support", score.support)
              })
          }
        })
      writer.member(
        "also",
        object: {
          $0.member("found", secondary.found); $0.member("all", secondary.all)
        })
      writer.member(
        "misses",
        array: { array in
          for miss in misses {
            array.object {
              $0.member("line", miss.reply.line)
              $0.member("text", miss.reply.text)
              $0.member("intent", miss.reply.intent)
              $0.member("read", miss.read.primary.name)
            }
          }
        })
    }
    return writer.text
  }

  // MARK: For people

  var text: String { confusionTable + "\n" + scoreTable + "\n" + missList }

  /// Rows are what replies mean, columns what was read, numbered as the rows.
  private var confusionTable: String {
    let shown = intents.indices.filter { isListed[$0] }
    let width = shown.map { intents[$0].count }.max() ?? 0
    var lines = [
      "read as" + String(repeating: " ", count: max(1, width + 5 - 7))
        + shown.indices.map { padded("\($0 + 1)", 5) }.joined()
    ]
    for (number, row) in shown.enumerated() {
      let cells = shown.map { confusion[row][$0] == 0 ? padded("·", 5) : padded("\(confusion[row][$0])", 5) }
      lines.append(padded("\(number + 1)", 3) + "  " + filled(intents[row], width) + cells.joined())
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private var scoreTable: String {
    let shown = intents.indices.filter { isListed[$0] }
    let width = max(8, shown.map { intents[$0].count }.max() ?? 0)
    var lines = [
      filled("", width) + ["precision", "recall", "f1", "support"].map { padded($0, 11) }.joined()
    ]
    for index in shown {
      let score = scores[index]
      let cells = [score.precision, score.recall, score.f1].map { padded(decimal($0), 11) }
      lines.append(filled(intents[index], width) + cells.joined() + padded("\(score.support)", 11))
    }
    lines.append(filled("macro-F1", width) + padded(decimal(macroF1), 33) + padded("\(count)", 11))
    if secondary.all > 0 { lines.append("also meant and found: \(secondary.found) of \(secondary.all)") }
    return lines.joined(separator: "\n") + "\n"
  }

  private var missList: String {
    guard !misses.isEmpty else { return "no misses\n" }
    var lines = ["misses: \(misses.count) of \(count)"]
    for miss in misses {
      let read = miss.read.intents.map(\.name).joined(separator: ", ")
      let doubt = miss.read.isDoubtfulOptOut ? " (doubtful opt-out)" : ""
      let text = printable(miss.reply.text)
      lines.append("  line \(miss.reply.line): \(miss.reply.intent), read as \(read)\(doubt): \(text)")
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// Three decimals.
  private func decimal(_ value: Double) -> String {
    let thousandths = Int((value * 1_000).rounded())
    let digits = String(thousandths % 1_000)
    return "\(thousandths / 1_000)." + String(repeating: "0", count: 3 - digits.count) + digits
  }

  private func padded(_ text: String, _ width: Int) -> String {
    String(repeating: " ", count: max(0, width - text.count)) + text
  }

  private func filled(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - text.count))
  }
}
