public import Diagnostics

/// Values by type, for code that reads a checked tree.
///
/// The schema has seen to it that they can be read; where it found an error they are neutral (0, empty,
/// false), so that nothing fails twice.
extension YAMLNode {
  /// The scalar's text; empty for a list or a map and for null.
  public var text: String { isNull ? "" : scalar?.text ?? "" }

  /// The scalar's text with its places; for a list or a map an empty one where that starts.
  public var sourceText: SourceText {
    scalar?.sourceText
      ?? SourceText("", at: SourceRange(file: range.file, start: Int(range.start), end: Int(range.start)))
  }

  private var value: ScalarText { ScalarText(text) }

  public var integer: Int { value.integer ?? 0 }
  public var number: Double { value.number ?? 0 }
  /// A fraction: 0.15 for `15%`.
  public var percentage: Double { value.percentage ?? 0 }
  public var boolean: Bool { value.boolean ?? false }
  /// US dollars.
  public var money: Double { value.money ?? 0 }
  public var durationMilliseconds: Int64 { value.durationMilliseconds ?? 0 }
  /// Minutes after midnight, 0 to 1,440.
  public var timeOfDay: Int { value.timeOfDay ?? 0 }
  /// Days since 1970-01-01.
  public var date: Int { value.daysSince1970 ?? 0 }
  /// The name in `${NAME}`; empty when there is none.
  public var environmentName: String { value.environmentName ?? "" }

  /// The items of a list, or the value itself as the only item where a single one may stand for a list.
  public var itemsOrSelf: [YAMLNode] { isSequence ? items : isNull ? [] : [self] }
}

extension YAMLKey {
  /// The key's text by type, such as the duration of `after: { 3d: … }`.
  public var value: ScalarText { ScalarText(name) }
}
