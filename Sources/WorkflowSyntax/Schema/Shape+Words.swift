extension Shape {
  /// What the value must be, to stand behind "must be".
  var phrase: String {
    switch form {
    case .text, .template: "a text"
    case .scalar: "a text, a number, or true or false"
    case .identifier(.any): "a name such as 'exit_value' or 'SMS_INITIAL'"
    case .identifier(.lower): "a name in lower case such as 'exit_value'"
    case .integer(let range): Shape.bounded("a whole number", range, isBounded: range != Int.min...Int.max)
    case .number(let range):
      Shape.bounded("a number", range, isBounded: range.upperBound < .greatestFiniteMagnitude)
    case .percentage: "a percentage from 0% to 100%, such as 15%"
    case .boolean: "true or false"
    case .money: "an amount in dollars such as 1500 or $1.2M"
    case .duration: "a duration such as 30m, 3d or 1h30m"
    case .timeOfDay: "a time of day such as 9:00 or 5:30pm"
    case .date: "a date such as 2026-11-22"
    case .color: "a color such as \"#0b3d5c\""
    case .url: "a web address such as https://example.com"
    case .environment: "the name of an environment variable such as ${SENDER_NUMBER}"
    case .expression("bool"): "a condition such as priority >= 60"
    case .expression: "an expression such as lead.employee_count * 2"
    case .reference(let kind): "the name of \(Shape.article(kind)) \(kind)"
    case .sibling: "the name of another entry of the same map"
    case .choice(let choices): Shape.alternatives(choices.map { "'\($0.name)'" })
    case .list(let item, let count): Shape.listPhrase(item, count)
    case .map: "a map of names to values"
    case .record(let record):
      "a map with keys such as \(record.keys.prefix(3).map { "'\($0.name)'" }.joined(separator: ", "))"
    case .oneOf(let shapes): Shape.alternatives(shapes.map(\.phrase))
    case .shared(let name): "\(Shape.article(name)) \(name)"
    }
  }

  private static func bounded(_ noun: String, _ range: ClosedRange<Int>, isBounded: Bool) -> String {
    guard isBounded else { return noun }
    if range.lowerBound == range.upperBound { return "\(range.lowerBound)" }
    if range.upperBound == .max { return "\(noun), at least \(range.lowerBound)" }
    if range.lowerBound == .min { return "\(noun), at most \(range.upperBound)" }
    return "\(noun) from \(range.lowerBound) to \(range.upperBound)"
  }

  private static func bounded(_ noun: String, _ range: ClosedRange<Double>, isBounded: Bool) -> String {
    if isBounded { return "\(noun) from \(plain(range.lowerBound)) to \(plain(range.upperBound))" }
    return -.greatestFiniteMagnitude < range.lowerBound
      ? "\(noun), at least \(plain(range.lowerBound))" : noun
  }

  private static func listPhrase(_ item: Shape, _ count: ClosedRange<Int>) -> String {
    let items = "a list, each item \(item.phrase)"
    if count.lowerBound > 0, count.upperBound == .max { return "\(items), at least \(count.lowerBound)" }
    if count.lowerBound == 0, count.upperBound != .max { return "\(items), at most \(count.upperBound)" }
    return count.upperBound == .max ? items : "\(items), \(count.lowerBound) to \(count.upperBound)"
  }

  static func article(_ noun: String) -> String {
    "aeiou".contains(noun.first ?? "x") ? "an" : "a"
  }

  /// `a`, `a or b`, `a, b or c`.
  static func alternatives(_ words: [String]) -> String {
    guard let last = words.last, 1 < words.count else { return words.first ?? "nothing" }
    return words.dropLast().joined(separator: ", ") + " or " + last
  }

  /// A number without `.0`.
  static func plain(_ value: Double) -> String {
    Int(exactly: value).map(String.init) ?? value.description
  }
}
