import LeadModel

/// How cells become the cells of a batch, in the order in which it is done.
struct ReadingPlan: Sendable {
  /// Fields one by one; for one field the best source first.
  var steps: [ReadStep] = []
  /// Phones are chosen among all phone columns together; the best source of either kind first.
  var phones: [PhoneColumn] = []
  /// Any yes among these columns is a lead not to call.
  var doNotCall: [Int] = []
}

/// Fills one field from one column, or from several put together with spaces.
struct ReadStep: Hashable, Sendable {
  let field: Int
  /// At least one.
  let columns: [Int]
  /// What amounts are multiplied with.
  let factor: Double
  /// Whether it only fills what an earlier step left empty.
  let isFallback: Bool
}

/// A column of phone numbers and the columns that say something about them.
struct PhoneColumn: Hashable, Sendable {
  let column: Int
  /// What its header says; its `type` column, if any, knows better.
  let isMobile: Bool
  var type: Int?
  var doNotCall: [Int] = []
}
