extension BatchEvaluator {
  /// The values of an expression of type `bool`, 0 or 1 by row; 0 where it failed.
  ///
  /// - Precondition: The expression's type is `bool`, or `dyn` for a condition checked as it runs.
  @inline(__always)
  public func bools(_ expression: Int) -> UnsafePointer<UInt8> {
    precondition(
      outputs[expression].isByte, "truth values are asked of an expression without them")
    return UnsafePointer(bytes[outputs[expression].register])
  }

  /// The values of an expression of type `int`, by row; 0 where it failed.
  ///
  /// - Precondition: The expression's type is `int`.
  public func ints(_ expression: Int) -> UnsafePointer<Int64> {
    UnsafeRawPointer(wordRegister(expression, .int)).assumingMemoryBound(to: Int64.self)
  }

  /// The values of an expression of type `double`, by row; 0 where it failed.
  ///
  /// - Precondition: The expression's type is `double`.
  public func doubles(_ expression: Int) -> UnsafePointer<Double> {
    UnsafeRawPointer(wordRegister(expression, .double)).assumingMemoryBound(to: Double.self)
  }

  private func wordRegister(_ expression: Int, _ type: CELType) -> UnsafeMutablePointer<UInt64> {
    precondition(
      program.expressions[expression].type == type && 0 <= outputs[expression].register,
      "numbers are asked of an expression of another type")
    return words[outputs[expression].register]
  }

  /// The expression's value for one row, of whatever type, or why it has none.
  ///
  /// - Returns: A failure, too, for a row that is none of the last `run`.
  public func value(_ expression: Int, row: Int) -> Result<CELValue, CELError> {
    guard let columns = state.pointee.columns, 0 <= row, row < rows else {
      return .failure(CELError(.outOfRange, "row \(row) is not one of the last batch"))
    }
    return program.expressions[expression].evaluate(
      RowReader(columns: columns, kinds: program.kinds, row: row))
  }

  /// Whether the expression may have failed for some row, so that `error` is worth asking.
  public func mayHaveErrors(_ expression: Int) -> Bool {
    let flag = outputs[expression].flag
    return 0 <= flag && Self.hasSet(bytes[flag], rows)
  }

  /// Why the expression has no value for a row; `nil` when it has one.
  public func error(_ expression: Int, row: Int) -> CELError? {
    let flag = outputs[expression].flag
    guard 0 <= flag, bytes[flag][row] != 0 else { return nil }
    switch value(expression, row: row) {
    case .failure(let error): return error
    case .success(.bool): return nil
    case .success(let value):
      guard outputs[expression].isByte else { return nil }
      return CELError(
        .noSuchOverload, "the condition gives \(CELType.words(value.type)), not a bool",
        at: program.expressions[expression].term.range)
    }
  }
}
