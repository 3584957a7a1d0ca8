/// A message as somebody words it: text, holes, and places that whoever speaks words in their own way.
///
/// Made by the compiler from a template's text and by a persona's voice from another wording; a `MessagePattern`
/// is what the engine renders. Texts hold no markup any more: a brace in them is a brace.
public struct Wording: Hashable, Sendable {
  /// One after another; no two texts are neighbours.
  public private(set) var parts: [Part]

  public enum Part: Hashable, Sendable {
    case text(String)
    /// A hole, and what fills it when there is no value; `nil` leaves it empty.
    case variable(MessageVariable, fallback: String?)
    case slot(VoiceSlot)
  }

  public init(_ parts: [Part] = []) {
    self.parts = []
    for part in parts { append(part) }
  }

  /// A wording of one text.
  public init(text: String) { self.init([.text(text)]) }

  public mutating func append(_ part: Part) {
    switch (part, parts.last) {
    case (.text(""), _): break
    case (.text(let text), .text(let before)): parts[parts.count - 1] = .text(before + text)
    case (.text, _), (.variable, _), (.slot, _): parts.append(part)
    }
  }

  public mutating func append(_ other: Wording) {
    for part in other.parts { append(part) }
  }

  public var isEmpty: Bool { parts.isEmpty }

  public func contains(_ variable: MessageVariable) -> Bool {
    parts.contains { part in
      if case .variable(variable, _) = part { true } else { false }
    }
  }

  public func contains(_ slot: VoiceSlot) -> Bool { parts.contains(.slot(slot)) }

  /// Whether there is a place that whoever speaks words in their own way.
  var hasSlots: Bool {
    parts.contains { part in
      if case .slot = part { true } else { false }
    }
  }
}

/// A place in a template that each persona words in its own way.
public enum VoiceSlot: UInt8, Hashable, Sendable, CaseIterable {
  /// How a text begins: "Hi Dana,".
  case greeting
  /// How a text is signed: "- Gianna".
  case signOff
  /// How the speaker asks for the next step.
  case ask
  /// How the speaker lets go after a no or a long silence.
  case giveUp

  /// As templates write it between braces.
  public var name: String {
    switch self {
    case .greeting: "greeting"
    case .signOff: "signOff"
    case .ask: "ask"
    case .giveUp: "giveUp"
    }
  }
}

extension Wording: CustomStringConvertible {
  /// As a template writes it.
  public var description: String {
    parts.map { part in
      switch part {
      case .text(let text): text.replacing("\\", with: "\\\\").replacing("{", with: "\\{")
      case .variable(let variable, nil): "{\(variable.name)}"
      case .variable(let variable, let fallback?): "{\(variable.name)|\(fallback)}"
      case .slot(let slot): "{\(slot.name)}"
      }
    }.joined()
  }
}
