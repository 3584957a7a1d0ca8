/// Recognises our own messages when they come back inside a reply.
enum OwnMessages {
  /// Fewer words in a row are met by chance.
  private static let leastWords = 6
  /// Only the latest messages are worth comparing.
  private static let most = 8

  /// The stretches of a reply that repeat one of our messages, as UTF-8 offsets, ascending.
  static func copies(in source: [UInt8], of messages: [String]) -> [Range<Int>] {
    let reply = Scanner.scan(source)
    let words = hashes(reply)
    var isCopied = [Bool](repeating: false, count: words.count)
    for message in messages.suffix(most) {
      mark(&isCopied, words, hashes(ReplyText.scanning(message)))
    }
    var result: [Range<Int>] = []
    for index in words.indices where isCopied[index] {
      let range = Int(reply.tokens[index].start)..<Int(reply.tokens[index].end)
      if index > 0, isCopied[index - 1], let last = result.popLast() {
        result.append(last.lowerBound..<range.upperBound)
      } else {
        result.append(range)
      }
    }
    return result
  }

  private static func hashes(_ text: ReplyText) -> [UInt64] {
    text.tokens.map { Vocabulary.hash(text.letters[Int($0.textStart)..<Int($0.textEnd)]) }
  }

  /// Marks every run of equal words that is long enough, or is the whole of our message.
  private static func mark(_ isCopied: inout [Bool], _ reply: [UInt64], _ ours: [UInt64]) {
    let least = min(leastWords, max(3, ours.count))
    guard reply.count >= least, ours.count >= least else { return }
    // runs[j + 1]: how many words up to reply[i] and ours[j] agree.
    var runs = [Int](repeating: 0, count: ours.count + 1)
    for i in reply.indices {
      for j in ours.indices.reversed() {
        runs[j + 1] = reply[i] == ours[j] ? runs[j] + 1 : 0
        if runs[j + 1] >= least {
          for place in (i - runs[j + 1] + 1)...i { isCopied[place] = true }
        }
      }
    }
  }
}
