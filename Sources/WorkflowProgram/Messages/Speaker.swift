/// The constants of one agent speaking for one client, packed for rendering.
public struct Speaker: Hashable, Sendable {
  /// UTF-8 of all constants, in their cheapest form.
  public let text: [UInt8]
  /// One for each `SpeakerConstant`, by raw value.
  public let stretches: [TextStretch]

  /// - Parameter constants: An absent one renders as the template's fallback.
  public init(_ constants: [SpeakerConstant: String]) {
    var text: [UInt8] = []
    var stretches: [TextStretch] = []
    for constant in SpeakerConstant.allCases {
      let start = text.count
      text += Wording.cheapest(constants[constant] ?? "").utf8
      stretches.append(TextStretch(start: start, length: text.count - start))
    }
    self.text = text
    self.stretches = stretches
  }

  /// A constant as it is said; empty when there is none.
  public subscript(constant: SpeakerConstant) -> String {
    String(decoding: text[stretches[Int(constant.rawValue)].range], as: UTF8.self)
  }
}

extension Wording {
  /// The wording with the speaker's constants as text; one that the speaker does not have stays a hole.
  func bound(to speaker: Speaker) -> Wording {
    Wording(
      parts.map { part in
        guard case .variable(let variable, _) = part, let constant = variable.constant else { return part }
        let value = speaker[constant]
        return value.isEmpty ? part : .text(value)
      })
  }
}
