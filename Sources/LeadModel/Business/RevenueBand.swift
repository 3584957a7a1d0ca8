/// A class of yearly revenue in US dollars; the raw value is the name that rules use.
public enum RevenueBand: String, Hashable, Sendable, CaseIterable {
  /// No revenue is known.
  case unknown = "unknown"
  case under1M = "under_1m"
  case from1MTo5M = "1m_5m"
  case from5MTo10M = "5m_10m"
  case from10MTo50M = "10m_50m"
  case over50M = "over_50m"

  /// The band of a yearly revenue; each band includes its lower end.
  public init(revenue: Double?) {
    guard let revenue, !revenue.isNaN else {
      self = .unknown
      return
    }
    if revenue < 1_000_000 {
      self = .under1M
    } else if revenue < 5_000_000 {
      self = .from1MTo5M
    } else if revenue < 10_000_000 {
      self = .from5MTo10M
    } else if revenue < 50_000_000 {
      self = .from10MTo50M
    } else {
      self = .over50M
    }
  }
}
