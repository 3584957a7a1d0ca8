/// How much one YAML file may hold; beyond it the file is refused, so that no file can cost much time or memory.
///
/// The defaults are our choice: a large client's file has 10,000 lines, 400 kB and 40,000 values, nested 12 deep.
public struct YAMLLimits: Hashable, Sendable {
  /// Bytes of a file.
  public var bytes = 4 << 20
  /// Lists and maps within each other.
  public var depth = 64
  /// Values of a file: keys are not counted, repeated ones are.
  public var values = 500_000
  /// Values that aliases may add by repeating others.
  public var aliasedValues = 50_000
  /// Findings told of one file; further ones are dropped.
  public var findings = 1_000
  /// Syntax errors that are mended in passing, so that those behind them are told in the same run.
  public var repairs = 16

  public static let standard = YAMLLimits()
  public init() {}
}
