import Diagnostics
import Expressions
import JSONText

/// One line of `nextier eval -`: an expression, the names it uses, and how to treat it.
struct ExpressionRequest {
  private let expression: String
  private let isUnchecked: Bool
  private let isCheckOnly: Bool
  private var environment = ExpressionEnvironment()
  private var values: [Int: CELValue] = [:]

  init(parsing line: some Collection<UInt8>) throws(WireError) {
    let json: JSONValue
    do throws(JSONError) {
      json = try JSONValue(parsing: line)
    } catch {
      throw WireError(message: "the line is not JSON: \(error)")
    }
    guard case .object = json, let expression = json["expr"]?.string else {
      throw WireError(message: "the line must be an object with 'expr', a text")
    }
    self.expression = expression
    isUnchecked = json["unchecked"] == .bool(true)
    isCheckOnly = json["checkOnly"] == .bool(true)
    environment.container = json["container"]?.string ?? ""
    var slots: [String: Int] = [:]
    for (name, json) in try Self.members(of: json, "types") {
      let type = try ExpressionWire.type(json)
      slots[name] = environment.declare(name, type)
    }
    for (name, json) in try Self.members(of: json, "bindings") {
      let slot = slots[name] ?? environment.declare(name, .dyn)
      values[slot] = try ExpressionWire.value(json)
    }
  }

  private static func members(of json: JSONValue, _ name: String) throws(WireError) -> [(String, JSONValue)] {
    switch json[name] {
    case nil, .null?: return []
    case .object(let members)?: return members.map { ($0.name, $0.value) }
    case .bool?, .int?, .uint?, .double?, .string?, .array?:
      throw WireError(message: "'\(name)' must be an object")
    }
  }

  /// Writes `{"value": …}` or `{"error": …}`.
  func answer(to writer: inout JSONWriter) {
    let range = SourceRange(file: SourceFileID(index: 0), start: 0, end: expression.utf8.count)
    let source = SourceText(expression, at: range)
    let (compiled, findings) =
      isUnchecked ? environment.compileUnchecked(source) : environment.compile(source)
    guard let compiled else {
      let first = findings.sortedByPlace().first
      let place = first?.range.map { Int($0.start)..<Int($0.end) } ?? 0..<0
      return Self.writeError(
        first?.message ?? "the expression is not valid", first?.id.rawValue ?? "", place, to: &writer)
    }
    if isCheckOnly {
      return writer.object { writer in
        writer.name("type")
        ExpressionWire.write(compiled.type, to: &writer)
      }
    }
    switch compiled.evaluate(SlotValues(values)) {
    case .success(let value):
      writer.object { writer in
        writer.name("value")
        ExpressionWire.write(value, to: &writer)
      }
    case .failure(let error): Self.writeError(error.message, error.kind.rawValue, error.range, to: &writer)
    }
  }

  /// - Parameter place: The bytes of the expression the error is about.
  static func writeError(_ message: String, _ id: String, _ place: Range<Int>, to writer: inout JSONWriter) {
    writer.object { writer in
      writer.member(
        "error",
        object: { writer in
          writer.member("message", message)
          writer.member("id", id)
          writer.member("start", place.lowerBound)
          writer.member("end", place.upperBound)
        })
    }
  }
}
