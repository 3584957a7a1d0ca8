import Expressions
import TestSupport

/// Rows of random values in columns of every kind, and the environment that names them.
final class BatchFixture {
  static let bands = ["under_1m", "1m_5m", "over_5m"]
  static let kinds: [(name: String, type: CELType, kind: ColumnKind)] = [
    ("flag", .bool, .bool), ("count", .int, .int), ("other", .int, .int), ("money", .double, .double),
    ("seen", .timestamp, .timestamp), ("industry", .string, .text), ("name", .string, .text),
    ("band", .string, .category(bands)),
  ]

  let environment: ExpressionEnvironment
  let kinds: [Int: ColumnKind]
  let rows: Int
  private(set) var columns: [Column] = []
  private var cells: [UnsafeMutablePointer<UInt64>] = []
  private var presence: [UnsafeMutablePointer<UInt8>] = []
  private let bytes: UnsafeMutablePointer<UInt8>
  private var byteCount = 0

  init(rows: Int, seed: UInt64) {
    var environment = ExpressionEnvironment()
    let slots = environment.declareRecord("lead", fields: Self.kinds.map { ($0.name, $0.type) })
    let priority = environment.declare("priority", .int)
    let reply = environment.declare("reply.text", .string)
    let now = environment.declare("now", .timestamp)
    self.environment = environment
    var kinds: [Int: ColumnKind] = [priority: .int, reply: .text, now: .timestamp]
    for (slot, field) in zip(slots, Self.kinds) { kinds[slot] = field.kind }
    self.kinds = kinds
    self.rows = rows
    bytes = .allocate(capacity: 1 << 20)
    var random = SplitMix64(seed: seed)
    for slot in 0..<environment.slotCount {
      let kind = kinds[slot] ?? .int
      let cells = UnsafeMutablePointer<UInt64>.allocate(capacity: rows)
      let presence = UnsafeMutablePointer<UInt8>.allocate(capacity: rows)
      for row in 0..<rows {
        let isPresent = Int.random(in: 0..<8, using: &random) != 0
        presence[row] = isPresent ? 1 : 0
        cells[row] = isPresent ? cell(kind, &random) : 0
      }
      self.cells.append(cells)
      self.presence.append(presence)
      // `priority` is always there, `now` is one for all, the rest may be absent.
      columns.append(
        Column(
          cells: cells, presence: slot == priority ? nil : UnsafePointer(presence),
          bytes: UnsafePointer(bytes),
          stride: slot == now ? 0 : 1))
    }
  }

  deinit {
    for cells in cells { cells.deallocate() }
    for presence in presence { presence.deallocate() }
    bytes.deallocate()
  }

  private func cell(_ kind: ColumnKind, _ random: inout SplitMix64) -> UInt64 {
    switch kind {
    case .bool: return UInt64.random(in: 0...1, using: &random)
    case .int:
      let values: [Int64] = [0, 1, -1, 2, 5, 10, 49, 50, 51, .max, .min, .max - 1, 1_000_000]
      return UInt64(bitPattern: values.randomElement(using: &random) ?? 0)
    case .double:
      let values = [0, -0.0, 1, 2.5, -3, 1e6, 5e6, 1e19, -1e19, .nan, .infinity, 0.1]
      return (values.randomElement(using: &random) ?? 0).bitPattern
    case .timestamp: return UInt64(bitPattern: Int64.random(in: 0...2_000_000_000_000, using: &random))
    case .category(let labels): return UInt64.random(in: 0...UInt64(labels.count), using: &random)
    case .text:
      let texts = [
        "", "finance", "Finance ", "HEALTHCARE", " real estate", "Real Estate Agents", "tech", "naïve",
        "\u{A0}trim",
        "7", "12", "x" + String(Int.random(in: 0..<20_000, using: &random)),
        String(repeating: "long ", count: 80),
      ]
      let text = texts.randomElement(using: &random) ?? ""
      guard byteCount + text.utf8.count < 1 << 20 else { return 0 }
      let start = byteCount
      for byte in text.utf8 {
        bytes[byteCount] = byte
        byteCount += 1
      }
      return UInt64(start) | UInt64(text.utf8.count) << 32
    }
  }

  /// One row's values, as the evaluator of single expressions reads them.
  func row(_ row: Int) -> SlotValues {
    var values: [Int: CELValue] = [:]
    for (slot, column) in columns.enumerated() {
      let place = row * column.stride
      if let presence = column.presence, presence[place] == 0 { continue }
      let cell = column.cells[place]
      switch kinds[slot] ?? .int {
      case .bool: values[slot] = .bool(cell != 0)
      case .int: values[slot] = .int(Int64(bitPattern: cell))
      case .double: values[slot] = .double(Double(bitPattern: cell))
      case .timestamp:
        values[slot] = .timestamp(CELTimestamp(millisecondsSinceEpoch: Int64(bitPattern: cell)))
      case .category(let labels): values[slot] = .string(cell < UInt64(labels.count) ? labels[Int(cell)] : "")
      case .text:
        let text = UnsafeBufferPointer(start: bytes + Int(cell & 0xFFFF_FFFF), count: Int(cell >> 32))
        values[slot] = .string(String(decoding: text, as: UTF8.self))
      }
    }
    return SlotValues(values)
  }
}

/// Random expressions that type-check, over the names of `BatchFixture`.
struct ExpressionGenerator {
  var random: SplitMix64

  init(seed: UInt64) { random = SplitMix64(seed: seed) }

  private mutating func pick(_ texts: [String]) -> String { texts.randomElement(using: &random) ?? "" }

  mutating func condition(_ depth: Int) -> String {
    let kind = Int.random(in: 0..<(depth == 0 ? 7 : 13), using: &random)
    switch kind {
    case 0:
      return pick(["lead.flag", "true", "false", "has(lead.owner)", "has(lead.industry)"]).replacing(
        "owner", "money")
    case 1:
      return pick([
        "has(lead.count)", "has(lead.name)", "has(lead.band)", "has(lead.seen)", "has(reply.text)",
      ])
    case 2: return "\(int(depth)) \(comparison()) \(int(depth))"
    case 3:
      return "\(double(depth)) \(comparison()) \(Bool.random(using: &random) ? double(depth) : int(depth))"
    case 4: return textCondition()
    case 5:
      return "lead.seen \(comparison()) \(pick(["now", "timestamp(\"2001-01-01T00:00:00Z\")", "lead.seen"]))"
    case 6:
      return pick([
        "\(int(0)) in [1, 2, 50, -1]", "(lead.count >= 1 && lead.count <= 50)", "lead.money in [1, 2.5]",
        "(lead.money <= 1e6 && 0.0 <= lead.money)", "(lead.count <= -1 && lead.count >= 1)",
      ])
    case 7: return "!(\(condition(depth - 1)))"
    case 8, 9: return "(\(condition(depth - 1)) && \(condition(depth - 1)))"
    case 10, 11: return "(\(condition(depth - 1)) || \(condition(depth - 1)))"
    default: return "(\(condition(depth - 1)) ? \(condition(depth - 1)) : \(condition(depth - 1)))"
    }
  }

  private mutating func comparison() -> String { pick(["<", "<=", ">", ">=", "==", "!="]) }

  mutating func int(_ depth: Int) -> String {
    switch Int.random(in: 0..<(depth == 0 ? 4 : 9), using: &random) {
    case 0: return "lead.count"
    case 1: return "lead.other"
    case 2: return "priority"
    case 3: return pick(["0", "1", "50", "-7", "9223372036854775807"])
    case 4: return "(\(int(depth - 1)) \(pick(["+", "-", "*", "/", "%"])) \(int(depth - 1)))"
    case 5: return "(\(condition(depth - 1)) ? \(int(depth - 1)) : \(int(depth - 1)))"
    case 6:
      return pick([
        "size(lead.name)", "int(lead.money)", "int(lead.industry)", "size(reply.text)",
        "lead.seen.getHours()",
      ])
    case 7: return "math.greatest(\(int(depth - 1)), \(int(depth - 1)))"
    default: return "-(\(int(depth - 1)))"
    }
  }

  mutating func double(_ depth: Int) -> String {
    switch Int.random(in: 0..<(depth == 0 ? 2 : 6), using: &random) {
    case 0: return "lead.money"
    case 1: return pick(["0.0", "1e6", "-2.5", "1000000.0"])
    case 2: return "(\(double(depth - 1)) \(pick(["+", "-", "*", "/"])) \(double(depth - 1)))"
    case 3: return "double(\(int(depth - 1)))"
    case 4: return "math.least(\(double(depth - 1)), \(double(depth - 1)))"
    default: return "-(\(double(depth - 1)))"
    }
  }

  private mutating func text() -> String {
    let base = pick(["lead.industry", "lead.name", "lead.band", "reply.text"])
    return base + pick(["", "", ".lowerAscii()", ".trim()", ".trim().lowerAscii()", ".upperAscii()"])
  }

  private mutating func textCondition() -> String {
    let constant = pick(["\"finance\"", "\"real estate\"", "\"\"", "\"1m_5m\"", "\"x1\"", "\"a\"", "\"7\""])
    switch Int.random(in: 0..<9, using: &random) {
    case 0: return "\(text()) == \(constant)"
    case 1: return "\(text()) != \(text())"
    case 2: return "\(text()) in [\"finance\", \"tech\", \"1m_5m\", \(constant)]"
    case 3: return "\(text()).contains(\(constant))"
    case 4: return "\(text()).startsWith(\(constant))"
    case 5: return "\(text()).endsWith(\(constant))"
    case 6: return "\(text()) \(comparison()) \(constant)"
    case 7: return "\(text()).matches(\"^[a-z]+ ?$\")"
    default: return "\(text()).split(\" \").exists(word, word == \(constant))"
    }
  }
}

extension String {
  fileprivate func replacing(_ old: String, _ new: String) -> String {
    split(separator: old, omittingEmptySubsequences: false).joined(separator: new)
  }
}
