/// A text on one line that cannot steer a terminal, whoever wrote it.
///
/// White space becomes a blank; control characters (C0, C1, with the escape among them), controls of writing direction
/// (Unicode Standard Annex 9) and line separators are replaced. Colours are added afterwards.
public func printable(_ text: String) -> String {
  guard text.unicodeScalars.contains(where: { replacement(for: $0) != nil }) else { return text }
  return String(String.UnicodeScalarView(text.unicodeScalars.map { replacement(for: $0) ?? $0 }))
}

/// What stands in the place of a character that must not be printed; `nil` for all others.
private func replacement(for scalar: Unicode.Scalar) -> Unicode.Scalar? {
  switch scalar.value {
  case 0x20...0x7E: nil
  case 0x09...0x0D, 0x85, 0x2028, 0x2029: " "
  case 0x00...0x1F, 0x7F...0x9F: "\u{FFFD}"
  case 0x061C, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069: "\u{FFFD}"
  case _: nil
  }
}
