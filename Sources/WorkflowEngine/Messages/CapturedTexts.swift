import LeadModel
public import WorkflowProgram

/// What one lead's replies gave, as texts that a message may repeat.
public struct CapturedTexts: Hashable, Sendable {
  /// UTF-8 of all texts, in their cheapest form.
  let text: [UInt8]
  /// One for each `CaptureKind`, by raw value; empty when nothing was captured.
  let stretches: [TextStretch]

  public static let none = CapturedTexts([:])

  public init(_ texts: [CaptureKind: String]) {
    var bytes: [UInt8] = []
    var stretches: [TextStretch] = []
    for kind in CaptureKind.allCases {
      let start = bytes.count
      let text = texts[kind] ?? ""
      let said = kind == .phone ? PhoneNumber(e164: text)?.written ?? text : text
      bytes += Wording.cheapest(said).utf8
      stretches.append(TextStretch(start: start, length: bytes.count - start))
    }
    text = bytes
    self.stretches = stretches
  }
}
