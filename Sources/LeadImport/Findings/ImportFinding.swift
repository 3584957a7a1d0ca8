/// One thing that was wrong in a lead file, and where.
public struct ImportFinding: Hashable, Sendable {
  public let reason: FindingReason
  /// As a spreadsheet numbers rows, from 1.
  public let rowNumber: Int
  /// As a text editor numbers lines, from 1; where the row starts.
  public let line: Int
  /// The column's header; `nil` when the whole row is meant.
  public let column: String?
  /// The cell's text, cut after 80 characters; empty when the whole row is meant.
  public let value: String

  public init(reason: FindingReason, rowNumber: Int, line: Int, column: String?, value: String) {
    self.reason = reason
    self.rowNumber = rowNumber
    self.line = line
    self.column = column
    self.value = value
  }
}

/// All findings of one reason in one column: how many there are, and the first of them.
public struct FindingGroup: Hashable, Sendable {
  public let reason: FindingReason
  /// The column's header; `nil` for findings about whole rows.
  public let column: String?
  public fileprivate(set) var count = 0
  /// The first findings in file order, at most `FindingTally.examplesKept`.
  public fileprivate(set) var examples: [ImportFinding] = []
}

/// Findings counted by reason and column, so that a million bad cells take no more memory than ten.
public struct FindingTally: Hashable, Sendable {
  /// How many findings of a group are kept whole.
  public static let examplesKept = 10

  private struct Key: Hashable {
    let reason: FindingReason
    let column: String?
  }

  /// In the order in which their first finding came.
  public private(set) var groups: [FindingGroup] = []
  private var places: [Key: Int] = [:]

  public init() {}

  public var isEmpty: Bool { groups.isEmpty }

  mutating func add(
    _ reason: FindingReason, rowNumber: Int, line: Int, column: String?,
    value: UnsafeBufferPointer<UInt8>? = nil
  ) {
    let place = place(of: Key(reason: reason, column: column))
    groups[place].count += 1
    guard groups[place].examples.count < Self.examplesKept else { return }
    groups[place].examples.append(
      ImportFinding(
        reason: reason, rowNumber: rowNumber, line: line, column: column, value: Self.excerpt(of: value)))
  }

  /// Adds what was found further down the file.
  mutating func add(_ later: FindingTally) {
    for group in later.groups {
      let place = place(of: Key(reason: group.reason, column: group.column))
      groups[place].count += group.count
      let room = Self.examplesKept - groups[place].examples.count
      groups[place].examples.append(contentsOf: group.examples.prefix(room))
    }
  }

  mutating func removeAll() {
    guard !groups.isEmpty else { return }
    groups.removeAll(keepingCapacity: true)
    places.removeAll(keepingCapacity: true)
  }

  private mutating func place(of key: Key) -> Int {
    if let place = places[key] { return place }
    places[key] = groups.count
    groups.append(FindingGroup(reason: key.reason, column: key.column))
    return groups.count - 1
  }

  private static func excerpt(of value: UnsafeBufferPointer<UInt8>?) -> String {
    guard let value else { return "" }
    let text = String(decoding: value.prefix(400), as: UTF8.self)
    return text.count <= 80 ? text : text.prefix(79) + "…"
  }
}
