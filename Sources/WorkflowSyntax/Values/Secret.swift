internal import Diagnostics

/// A text that looks like a key, token or password, by the prefixes services give theirs or by its letters.
struct Secret {
  /// Whose it seems to be; a few words.
  let kind: String

  /// Prefixes are those the services document: OpenAI, Stripe, GitHub, Slack, AWS, Google, SendGrid, Twilio.
  private static let prefixes: [(String, Int, String)] = [
    ("sk-", 20, "an API key"), ("sk_live_", 16, "a Stripe key"), ("sk_test_", 16, "a Stripe key"),
    ("rk_live_", 16, "a Stripe key"), ("whsec_", 16, "a webhook secret"), ("ghp_", 30, "a GitHub token"),
    ("gho_", 30, "a GitHub token"), ("github_pat_", 30, "a GitHub token"), ("xoxb-", 20, "a Slack token"),
    ("xoxp-", 20, "a Slack token"), ("AKIA", 20, "an AWS key"), ("AIza", 35, "a Google key"),
    ("SG.", 40, "a SendGrid key"), ("Bearer ", 20, "an access token"), ("-----BEGIN ", 20, "a private key"),
    ("eyJ", 60, "an access token"),
  ]

  init?(_ text: String) {
    let found =
      text.utf8.withContiguousStorageIfAvailable(Secret.kind)
      ?? Array(text.utf8).withUnsafeBufferPointer(Secret.kind)
    guard let found else { return nil }
    kind = found
  }

  private static func kind(_ text: UnsafeBufferPointer<UInt8>) -> String? {
    guard shortest <= text.count else { return passwordInAddress(text) }
    if isInitial[Int(text[0])] {
      for (prefix, length, kind) in prefixes where length <= text.count && text.starts(with: prefix.utf8) {
        return kind
      }
    }
    return passwordInAddress(text) ?? (isRandom(text) ? "a key" : nil)
  }

  private static let shortest = 16

  /// Whether a prefix starts with a byte: few texts do.
  private static let isInitial: [Bool] = (0..<256).map { byte in
    prefixes.contains { Int($0.0.utf8.first ?? 0) == byte }
  }

  /// `https://user:password@host`.
  private static func passwordInAddress(_ text: UnsafeBufferPointer<UInt8>) -> String? {
    guard let at = text.firstIndex(of: UInt8(ascii: "@")) else { return nil }
    let before = text[..<at]
    guard let colon = before.firstIndex(of: UInt8(ascii: ":")), before[colon...].starts(with: "://".utf8)
    else {
      return nil
    }
    let user = before[(colon + 3)...]
    return user.contains(UInt8(ascii: ":")) && !user.contains(UInt8(ascii: "/"))
      ? "a password in an address" : nil
  }

  static func problem(_ text: String) -> ScalarProblem? {
    Secret(text).map {
      ScalarProblem(
        "this looks like \($0.kind), and secrets do not stand in files; write '${NAME}' and set NAME in the environment",
        id: .secretInFile)
    }
  }

  /// One long word of digits and letters mixed as no author would: 32 hexadecimal digits or more, or 24
  /// letters of both cases and digits that change kind at every third character or oftener.
  private static func isRandom(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    guard 24 <= text.count, text.count <= 512 else { return false }
    var (lower, upper, digits, changes, isHex) = (0, 0, 0, 0, true)
    var lastKind = 0
    for byte in text {
      let kind: Int
      if ScalarText.isDigit(byte) {
        (digits, kind) = (digits + 1, 1)
      } else if ScalarText.isLower(byte) {
        (lower, kind) = (lower + 1, 2)
      } else if ScalarText.isUpper(byte) {
        (upper, kind) = (upper + 1, 3)
      } else if byte == UInt8(ascii: "_") || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "+")
        || byte == UInt8(ascii: "=")
      {
        kind = lastKind
      } else {
        return false
      }
      isHex = isHex && (kind == 1 || (0x61...0x66).contains(byte | 0x20)) && kind != 0
      if kind != lastKind { changes += 1 }
      lastKind = kind
    }
    if isHex, 32 <= text.count, 4 <= digits { return true }
    return 3 <= digits && 0 < lower && 0 < upper && text.count <= changes * 3
  }
}
