/// Where a rule was written, so that every decision can name its line of YAML.
public struct Place: Hashable, Sendable {
  /// Index into `ClientProgram.files`.
  public let file: UInt16
  /// From 1.
  public let line: UInt32
  /// From 1, in Unicode scalars.
  public let column: UInt32

  public init(file: Int, line: Int, column: Int) {
    self.file = UInt16(clamping: file)
    self.line = UInt32(clamping: line)
    self.column = UInt32(clamping: column)
  }
}
