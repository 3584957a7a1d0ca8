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
    guard case .object(let members) = json else {
      throw WireError(message: "the line must be an object with 'expr', a text")
    }
    try Self.check(members)
    guard let expression = json["expr"]?.string else {
      throw WireError(message: "the line must have 'expr', a text")
    }
    self.expression = expression
    isUnchecked = try Self.flag(json, "unchecked")
    isCheckOnly = try Self.flag(json, "checkOnly")
    switch json["container"] {
    case nil, .null?: break
    case .string(let name)?: environment.container = name
    case _?: throw WireError(message: "'container' must be a text")
    }
    var types: [String: (slot: Int, type: CELType, mayBeNull: Bool)] = [:]
    for (name, json) in try Self.members(of: json, "types") {
      do throws(WireError) {
        let type = try ExpressionWire.type(json)
        let mayBeNull = json["wrapper"] != nil
        // What may be null is no number: it may be compared with null, and is looked at when it is there.
        types[name] = (environment.declare(name, mayBeNull ? .dyn : type), type, mayBeNull)
      } catch {
        throw WireError(message: "the type of '\(name)': \(error.message)")
      }
    }
    for (name, json) in try Self.members(of: json, "bindings") {
      do throws(WireError) {
        let value = try ExpressionWire.value(json)
        if !isUnchecked, let declared = types[name] {
          try declared.type.check(value, mayBeNull: declared.mayBeNull)
        }
        values[types[name]?.slot ?? environment.declare(name, .dyn)] = value
      } catch {
        throw WireError(message: "the binding '\(name)': \(error.message)")
      }
    }
  }

  private static let known = ["expr", "bindings", "types", "unchecked", "checkOnly", "container"]

  /// A member that nobody reads was meant to say something.
  private static func check(_ members: [JSONValue.Member]) throws(WireError) {
    var seen: Set<String> = []
    for member in members {
      guard known.contains(member.name) else {
        let hint = nearestName(to: member.name, in: known).map { "; did you mean '\($0)'?" } ?? ""
        throw WireError(message: "a line has no member '\(member.name)'\(hint)")
      }
      guard seen.insert(member.name).inserted else {
        throw WireError(message: "'\(member.name)' is given more than once")
      }
    }
  }

  private static func flag(_ json: JSONValue, _ name: String) throws(WireError) -> Bool {
    switch json[name] {
    case nil, .null?: return false
    case .bool(let flag)?: return flag
    case _?: throw WireError(message: "'\(name)' must be true or false")
    }
  }

  private static func members(of json: JSONValue, _ name: String) throws(WireError) -> [(String, JSONValue)] {
    switch json[name] {
    case nil, .null?: return []
    case .object(let members)?:
      var seen: Set<String> = []
      for member in members where !seen.insert(member.name).inserted {
        throw WireError(message: "'\(name)' has '\(member.name)' more than once")
      }
      return members.map { ($0.name, $0.value) }
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

extension CELType {
  /// - Parameter mayBeNull: Whether the type is a wrapper's, whose values may be missing.
  fileprivate func check(_ value: CELValue, mayBeNull: Bool) throws(WireError) {
    guard !holds(value), !(mayBeNull && value == .null) else { return }
    throw WireError(message: "it is declared as \(self), and its value is of type \(value.type)")
  }
}
