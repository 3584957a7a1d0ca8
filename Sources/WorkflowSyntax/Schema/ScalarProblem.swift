internal import Diagnostics

/// Why a text is not what a scalar shape wants, or will surprise someone.
struct ScalarProblem {
  var id = DiagnosticID.wrongType
  var severity = Severity.error
  let message: String
  /// The one obvious edit of the whole value.
  var replacement: (message: String, text: String)?

  /// - Parameters:
  ///   - subject: What the text belongs to, to stand before "must be".
  ///   - siblings: The names a sibling may have; `nil` when they are not known.
  /// - Returns: `nil` when the text is as the shape wants.
  init?(
    _ text: String, _ style: YAMLScalar.Style, as shape: Shape, subject: @autoclosure () -> String,
    siblings: @autoclosure () -> [String]?
  ) {
    let value = ScalarText(text)
    // Most values are as they should be: words are found only when they are needed.
    var words: Words { Words(text: text, subject: subject(), shape: shape) }
    if style == .plain, let problem = ScalarProblem.typographicQuotes(text, shape) {
      self = problem
      return
    }
    let problem: ScalarProblem? =
      switch shape.form {
      case .text, .scalar, .template:
        Secret.problem(text) ?? (shape.isScalar ? nil : ScalarProblem.trap(text, style, subject()))
      case .identifier(let style): value.isIdentifier(style) ? nil : words.misspelt(style)
      case .integer(let range): value.integer.map(range.contains) ?? false ? nil : words.wrong()
      case .number(let range): value.number.map(range.contains) ?? false ? nil : words.wrong()
      case .percentage: value.percentage != nil ? nil : words.withoutPercent()
      case .boolean: value.boolean != nil ? nil : words.wrong()
      case .money: value.money != nil ? nil : words.wrong()
      case .duration: value.durationMilliseconds != nil ? nil : words.withoutUnit()
      case .timeOfDay: value.timeOfDay != nil ? nil : words.wrong()
      case .date: value.daysSince1970 != nil ? nil : words.wrong()
      case .color: value.isColor ? nil : words.wrong()
      case .url: Secret.problem(text) ?? (value.isURL ? nil : words.wrong())
      case .environment: value.environmentName != nil ? nil : words.literal()
      case .expression: text.utf8.allSatisfy { $0 == 0x20 } ? words.wrong() : nil
      case .reference: text.isEmpty || value.hasWhitespace ? words.wrong() : nil
      case .sibling: siblings().flatMap { $0.contains(text) ? nil : words.unknown(among: $0) }
      case .choice(let choices):
        choices.contains { $0.name == text } ? nil : words.otherChoice(choices.map(\.name))
      case .list, .map, .record, .oneOf, .shared: nil
      }
    guard let problem else { return nil }
    self = problem
  }

  init(
    _ message: String, id: DiagnosticID = .wrongType, severity: Severity = .error,
    replacement: (message: String, text: String)? = nil
  ) {
    self.id = id
    self.severity = severity
    self.message = message
    self.replacement = replacement
  }

  /// A plain text that readers of YAML 1.1 (its types bool, int, float and timestamp) take for something else.
  private static func trap(
    _ text: String, _ style: YAMLScalar.Style, _ subject: @autoclosure () -> String
  ) -> ScalarProblem? {
    guard style == .plain, text.utf8.count <= 40, let other = PlainTrap(text) else { return nil }
    return ScalarProblem(
      "\(subject()) is the text '\(text)' here; without quotes many programs read it as \(other.reading)",
      id: .unquotedValue, severity: .warning,
      replacement: ("put the text in quotes", String(decoding: quoted(text.utf8), as: UTF8.self)))
  }

  /// A value in the quotes of a word processor, which are letters of it to YAML.
  private static func typographicQuotes(_ text: String, _ shape: Shape) -> ScalarProblem? {
    // Few texts begin with a letter beyond ASCII, and a byte tells that.
    guard let byte = text.utf8.first, 0x80 <= byte, let first = text.unicodeScalars.first,
      isTypographicQuote(first),
      let last = text.unicodeScalars.last, isTypographicQuote(last)
    else { return nil }
    let inner = text.dropFirst().dropLast()
    guard !inner.unicodeScalars.contains(where: { "“”„‟«»".unicodeScalars.contains($0) }) else { return nil }
    let severity: Severity
    switch shape.form {
    case .expression: return nil  // Told where it is read.
    case .text, .template, .scalar: severity = .warning
    case _: severity = .error
    }
    return ScalarProblem(
      "typographic quotes are part of the text to YAML; quotes that begin and end it are straight",
      id: .unquotedValue, severity: severity,
      replacement: ("use straight quotes", String(decoding: quoted(inner.utf8), as: UTF8.self)))
  }

  private static func isTypographicQuote(_ character: Unicode.Scalar) -> Bool {
    "“”„‟‘’‚‛«»".unicodeScalars.contains(character)
  }

  /// The wording of a wrong value.
  private struct Words {
    let text: String
    let subject: String
    let shape: Shape

    var found: String {
      let line = text.prefix { !$0.isNewline }
      return line.count == text.count && line.count <= 40 ? "'\(text)'" : "'\(line.prefix(39))…'"
    }

    func wrong(_ replacement: (message: String, text: String)? = nil) -> ScalarProblem {
      ScalarProblem("\(subject) must be \(shape.phrase), not \(found)", replacement: replacement)
    }

    func replacing(with text: String) -> ScalarProblem { wrong(("replace with '\(text)'", text)) }

    /// A name in other letters: `Exit Value` for `exit_value`.
    func misspelt(_ style: Shape.IdentifierStyle) -> ScalarProblem {
      var name = text.lowercased().utf8.map {
        $0 == 0x20 || ($0 == UInt8(ascii: "-") && style == .lower) ? UInt8(ascii: "_") : $0
      }
      while name.last == UInt8(ascii: "_") { name.removeLast() }
      var meant = String(decoding: name, as: UTF8.self)
      meant.unicodeScalars.removeAll(where: isTypographicQuote)
      return ScalarText(meant).isIdentifier(style) ? replacing(with: meant) : wrong()
    }

    func withoutPercent() -> ScalarProblem {
      guard let number = ScalarText(text).number, 1 < number, number <= 100 else { return wrong() }
      return replacing(with: "\(text)%")
    }

    func withoutUnit() -> ScalarProblem {
      if let meant = ScalarText(text).durationMeant { return replacing(with: meant) }
      guard ScalarText(text).integer != nil else { return wrong() }
      return ScalarProblem(
        "\(subject) must be \(shape.phrase); '\(text)' has no unit: '\(text)m' is minutes, '\(text)h' hours, '\(text)d' days"
      )
    }

    func literal() -> ScalarProblem {
      ScalarProblem(
        "\(subject) must be \(shape.phrase); what differs by machine or must stay secret does not stand in a file",
        id: Secret(text) == nil ? .wrongType : .secretInFile)
    }

    func unknown(among names: [String]) -> ScalarProblem {
      let meant = nearestName(to: text, in: names)
      return ScalarProblem(
        "there is no other entry '\(text)' in this map", id: .unknownReference,
        replacement: meant.map { ("replace with '\($0)'", $0) })
    }

    func otherChoice(_ names: [String]) -> ScalarProblem {
      nearestName(to: text, in: names).map(replacing) ?? wrong()
    }
  }
}

extension Shape {
  /// Whether it takes numbers and yes/no as they are, so that they are no trap.
  var isScalar: Bool {
    if case .scalar = form { true } else { false }
  }
}
