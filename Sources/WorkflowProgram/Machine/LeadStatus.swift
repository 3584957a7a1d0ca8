/// The six stages a person sees, from first import to closed deal.
public enum LeadStatus: UInt8, Hashable, Sendable, CaseIterable, Comparable {
  case new, contacted, engaged, qualified, proposal, closed

  public var name: String {
    switch self {
    case .new: "new"
    case .contacted: "contacted"
    case .engaged: "engaged"
    case .qualified: "qualified"
    case .proposal: "proposal"
    case .closed: "closed"
    }
  }

  public init?(name: String) {
    guard let status = Self.allCases.first(where: { $0.name == name }) else { return nil }
    self = status
  }

  /// How likely a lead at this stage is to close, from 0 to 1.
  public var conversionProbability: Double {
    switch self {
    case .new: 0.1
    case .contacted: 0.2
    case .engaged: 0.4
    case .qualified: 0.6
    case .proposal: 0.8
    case .closed: 1.0
    }
  }

  public static func < (a: LeadStatus, b: LeadStatus) -> Bool { a.rawValue < b.rawValue }
}
