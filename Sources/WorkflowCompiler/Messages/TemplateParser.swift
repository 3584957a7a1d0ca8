import Diagnostics
import LeadModel
import WorkflowProgram
import WorkflowSyntax

/// Reads a template's text: literals, `{variable|fallback}`, the older `{{name}}`, and `\{` for a brace.
struct TemplateParser {
  let source: SourceText
  let context: TemplateContext
  private let style: YAMLScalar.Style
  private let bytes: [UInt8]
  private var index = 0
  private var literal: [UInt8] = []
  private var literalStart = 0
  private var parts: [LocatedWording.Part] = []
  private(set) var diagnostics: [Diagnostic] = []

  init(_ source: SourceText, style: YAMLScalar.Style, context: TemplateContext) {
    self.source = source
    self.style = style
    self.context = context
    bytes = Array(source.text.utf8)
  }

  mutating func parse() -> LocatedWording {
    while index < bytes.count {
      switch bytes[index] {
      case UInt8(ascii: "\\") where index + 1 < bytes.count && TemplateParser.escapable(bytes[index + 1]):
        literal.append(bytes[index + 1])
        index += 2
      case UInt8(ascii: "{"): parseHole()
      case UInt8(ascii: "}"):
        report(
          .templateSyntax, "'}' closes nothing; a brace in the text is written '\\}'", index..<index + 1,
          fix: ("write '\\}'", index..<index + 1, "\\}"))
        literal.append(bytes[index])
        index += 1
      case _:
        let start = index
        repeat { index += 1 } while index < bytes.count && !TemplateParser.isMarkup(bytes[index])
        literal += bytes[start..<index]
      }
    }
    endLiteral()
    return LocatedWording(source: source, style: style, parts: parts)
  }

  private static func isMarkup(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "{") || byte == UInt8(ascii: "}") || byte == UInt8(ascii: "\\")
  }

  private static func escapable(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "{") || byte == UInt8(ascii: "}") || byte == UInt8(ascii: "\\")
  }

  private mutating func endLiteral() {
    if !literal.isEmpty {
      let text = String(decoding: literal, as: UTF8.self)
      parts.append(LocatedWording.Part(range: literalStart..<index, content: .text(text)))
      literal = []
    }
  }

  // MARK: Holes

  private mutating func parseHole() {
    endLiteral()
    let start = index
    let isOlder = start + 1 < bytes.count && bytes[start + 1] == UInt8(ascii: "{")
    let width = isOlder ? 2 : 1
    var end = start + width
    while end < bytes.count, bytes[end] != UInt8(ascii: "}"), bytes[end] != UInt8(ascii: "{") {
      end += bytes[end] == UInt8(ascii: "\\") && end + 1 < bytes.count ? 2 : 1
    }
    end = min(end, bytes.count)
    let isClosed =
      end + width <= bytes.count && bytes[end..<end + width].allSatisfy { $0 == UInt8(ascii: "}") }
    guard isClosed else { return reportUnclosed(start, width: width, stop: end) }
    let hole = TemplateHole(bytes[(start + width)..<end], offset: start + width)
    index = end + width
    literalStart = index
    let content = isOlder ? older(hole, start..<index) : named(hole, start..<index)
    // A fact that is set speaks instead of its fallback.
    let isFact = hole.name.hasPrefix("fact.") && context.facts[String(hole.name.dropFirst(5))] != nil
    parts.append(
      LocatedWording.Part(
        range: start..<index, content: content, fallback: isFact ? nil : hole.fallbackRange))
  }

  /// Reports a brace that is not closed, and reads on behind what looks like its name.
  private mutating func reportUnclosed(_ start: Int, width: Int, stop: Int) {
    var end = start + width
    while end < stop, TemplateHole.isNameByte(bytes[end]) { end += 1 }
    let name = String(decoding: bytes[(start + width)..<end], as: UTF8.self)
    let close = String(repeating: "}", count: width)
    var after = end
    if after < bytes.count, bytes[after] == UInt8(ascii: "}") { after += 1 }  // One of two.
    let isVariable = knows(name, isOlder: width == 2)
    if isVariable, end < stop, bytes[end] == UInt8(ascii: "|") {
      // The fallback is most likely what stands before the next mark.
      while end < stop, !",.!?;:\n".utf8.contains(bytes[end]) { end += 1 }
      after = end
    }
    report(
      .templateSyntax, "'\(String(repeating: "{", count: width))' has no closing '\(close)'",
      start..<max(end, start + width),
      fix: isVariable
        ? ("close it with '\(close)'", end..<after, close)
        : ("write '\\{' for a brace in the text", start..<start + 1, "\\{"))
    parts.append(LocatedWording.Part(range: start..<after, content: .settled("")))
    index = after
    literalStart = index
  }

  private func knows(_ name: String, isOlder: Bool) -> Bool {
    if isOlder { return TemplateNames.older.contains { $0.name == name } }
    return TemplateNames.known(context).contains(name)
  }

  /// What `{name|fallback}` stands for.
  private mutating func named(_ hole: TemplateHole, _ range: Range<Int>) -> LocatedWording.Part.Content {
    guard !hole.name.isEmpty else {
      report(.templateSyntax, "'{}' names no variable; a brace in the text is written '\\{'", range)
      return .settled("")
    }
    if let variable = MessageVariable.named.first(where: { $0.name == hole.name })?.variable {
      return filled(variable, hole, range)
    }
    if let slot = VoiceSlot.allCases.first(where: { $0.name == hole.name }) { return .hole(.slot(slot)) }
    guard let dot = hole.name.firstIndex(of: ".") else { return unknown(hole, range) }
    let member = String(hole.name[hole.name.index(after: dot)...])
    switch hole.name[..<dot] {
    case "fact":
      if let fact = context.facts[member] ?? hole.fallback { return .settled(fact) }
      return missingFact(member, hole, range)
    case "lead":
      if let column = context.schema.index(of: member) {
        return filled(.leadField(column, context.schema.fields[column].type), hole, range)
      }
    case "capture":
      if let kind = CaptureKind.allCases.first(where: { $0.keyword == member }) {
        return filled(.capture(kind), hole, range)
      }
    case _: break
    }
    return unknown(hole, range)
  }

  /// What `{{name}}` stands for.
  private mutating func older(_ hole: TemplateHole, _ range: Range<Int>) -> LocatedWording.Part.Content {
    if let known = TemplateNames.older.first(where: { $0.name == hole.name }) {
      return .hole(.variable(known.variable, fallback: hole.fallback ?? known.fallback))
    }
    if TemplateNames.known(context).contains(hole.name) {
      let text = String(decoding: bytes[range], as: UTF8.self)
      report(
        .templateSyntax, "'\(hole.name)' is written in single braces", range,
        fix: ("write '{\(hole.name)}'", range, String(text.dropFirst().dropLast())))
    } else {
      report(
        .templateVariable, "'{{\(hole.name)}}' is no variable", hole.nameRange,
        near: nearestName(to: hole.name, in: TemplateNames.older.map(\.name)),
        note: "in double braces stand \(TemplateNames.older.map(\.name).joined(separator: ", "))")
    }
    return .settled("")
  }

  /// A variable with its fallback; warns when it can be empty and nothing is said for that.
  private mutating func filled(
    _ variable: MessageVariable, _ hole: TemplateHole, _ range: Range<Int>
  ) -> LocatedWording.Part.Content {
    if hole.fallback == nil { checkEmpty(variable, hole, range) }
    return .hole(.variable(variable, fallback: hole.fallback.map { Wording.cheapest($0) }))
  }

  private mutating func checkEmpty(_ variable: MessageVariable, _ hole: TemplateHole, _ range: Range<Int>) {
    if let constant = variable.constant {
      if context.constants[constant]?.isEmpty ?? true {
        report(
          .templateVariable, "'{\(hole.name)}' has no value: \(constant.key) is not set", range)
      }
      return
    }
    let message = "'{\(hole.name)}' may be empty and has no fallback"
    let nameEnd = hole.nameRange.upperBound
    if let usual = variable.usualFallback {
      report(
        .templateVariable, message, range, as: .warning,
        fix: ("write '{\(hole.name)|\(usual)}'", nameEnd..<nameEnd, "|\(usual)"))
    } else {
      report(
        .templateVariable, message, range, as: .warning,
        note:
          "write what to say instead behind a bar, as in '{\(hole.name)|…}'; '{\(hole.name)|}' says nothing")
    }
  }

  private mutating func unknown(_ hole: TemplateHole, _ range: Range<Int>) -> LocatedWording.Part.Content {
    let near =
      TemplateNames.otherWords[hole.name.lowercased().replacing("_", with: "")]
      ?? nearestName(to: hole.name, in: TemplateNames.known(context))
    report(
      .templateVariable, "'{\(hole.name)}' is no variable", hole.nameRange, near: near,
      note: near == nil ? TemplateNames.offer(for: hole.name, context) : nil)
    return .settled("")
  }

  private mutating func missingFact(
    _ name: String, _ hole: TemplateHole, _ range: Range<Int>
  ) -> LocatedWording.Part.Content {
    let near = nearestName(to: name, in: context.facts.keys.sorted())
    report(
      .missingFact, "fact '\(name)' is not set by this client", hole.nameRange,
      near: near.map { "fact.\($0)" },
      note: near == nil ? "add it under 'facts' of 'client', or use a text that makes no such claim" : nil)
    return .settled("")
  }

  // MARK: Findings

  private mutating func report(
    _ id: DiagnosticID, _ message: String, _ range: Range<Int>, as severity: Severity = .error,
    near: String? = nil, note: String? = nil,
    fix: (message: String, range: Range<Int>, replacement: String)? = nil
  ) {
    var message = message
    var fixIts: [Diagnostic.FixIt] = []
    if let near {
      message += "; did you mean '\(near)'?"
      fixIts.append(place("replace with '\(near)'", range, near))
    }
    if let fix { fixIts.append(place(fix.message, fix.range, fix.replacement)) }
    diagnostics.append(
      Diagnostic(
        id, severity, message, at: source.range(range.lowerBound, range.upperBound),
        notes: note.map { [Diagnostic.Note($0)] } ?? [], fixIts: fixIts))
  }

  private func place(_ message: String, _ range: Range<Int>, _ replacement: String) -> Diagnostic.FixIt {
    Diagnostic.FixIt(
      message, replace: source.range(range.lowerBound, range.upperBound), with: style.quoted(replacement))
  }
}
