/// The first and last name in a cell, as slices of it, their case untouched.
public struct PersonName {
  /// What to greet the person by; empty when the cell does not tell.
  public internal(set) var first: CellBytes
  /// The surname with its particles; empty when the cell does not tell.
  public internal(set) var last: CellBytes

  static var nobody: PersonName {
    PersonName(first: CellBytes(start: nil, count: 0), last: CellBytes(start: nil, count: 0))
  }

  /// Writes a part of a name in title case.
  ///
  /// Only names in capitals or in small letters alone are changed: `MCDONALD` to `McDonald`, `O'NEIL` to `O'Neil`,
  /// `mary-ann` to `Mary-Ann`; who writes `DeShawn` means it. Initials such as `TJ` stay capitals in first names.
  ///
  /// - Parameter target: Room for `part.count` bytes, which is exactly what is written.
  public static func writeTitleCase(
    _ part: CellBytes, isFirst: Bool = false, to target: UnsafeMutablePointer<UInt8>
  ) {
    TitleCase.write(part, isFirst: isFirst, to: target)
  }

  /// The first and last name in a text, in title case; empty where it does not tell.
  public static func read(_ text: String) -> (first: String, last: String) {
    text.withBytes { cell in
      let name = PersonNameText.read(cell)
      return (titleCase(name.first, isFirst: true), titleCase(name.last, isFirst: false))
    }
  }

  private static func titleCase(_ part: CellBytes, isFirst: Bool) -> String {
    String(unsafeUninitializedCapacity: max(1, part.count)) { buffer in
      guard let target = buffer.baseAddress else { return 0 }
      writeTitleCase(part, isFirst: isFirst, to: target)
      return part.count
    }
  }
}
