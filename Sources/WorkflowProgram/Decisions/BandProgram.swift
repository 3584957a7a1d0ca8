/// Cuts a number into named bands, as `lead.revenue_band` does with annual revenue.
public struct BandProgram: Hashable, Sendable {
  /// As expressions name it after `lead.`.
  public let name: String
  /// The schema column of the number that is cut.
  public let field: Int
  /// Label 0 is for a lead without the number; the others follow in ascending order.
  public let labels: [String]
  /// `lowerBounds[i]` is where `labels[i + 1]` begins, inclusive; a number below the first counts as the first.
  public let lowerBounds: [Double]
  public let place: Place

  /// The most labels; each lead's number is compared with all bounds.
  public static let labelLimit = 256

  /// - Precondition: one label more than bounds, bounds ascending, at least one bound.
  public init(name: String, field: Int, labels: [String], lowerBounds: [Double], place: Place) {
    precondition(labels.count == lowerBounds.count + 1, "one label for each bound and one for absence")
    self.name = name
    self.field = field
    self.labels = labels
    self.lowerBounds = lowerBounds
    self.place = place
  }

  /// The label's index for a number; 0 for `nil`, an absent one.
  public func code(for number: Double?) -> Int {
    guard let number else { return 0 }
    var code = 1
    while code < lowerBounds.count, lowerBounds[code] <= number { code += 1 }
    return code
  }
}
