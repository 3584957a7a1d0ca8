public import LeadModel

/// Who sends: what brand, from where, on which plan.
public struct ClientProfile: Hashable, Sendable {
  /// As people read it.
  public let name: String
  public let domain: String
  /// The zone whose midnight ends the client's day.
  public let timezone: TimeZoneID
  public let tier: Tier
  public let brandColor: String?
  public let logo: String?
  public let phone: String?
  public let address: String?
  public let calendarLink: String?
  /// Claims a template may make, by name, as the client states them.
  public let facts: [Fact]

  public struct Fact: Hashable, Sendable {
    public let name: String
    public let value: String
    public init(name: String, value: String) {
      self.name = name
      self.value = value
    }
  }

  /// The plan a client is on: what may be sent a day, and what it costs a month in dollars.
  public enum Tier: String, Hashable, Sendable, CaseIterable {
    case starter, growth, enterprise

    /// Texts a calendar day in the client's time zone.
    public var dailyTexts: Int {
      switch self {
      case .starter: 500
      case .growth: 2_000
      case .enterprise: 5_000
      }
    }

    public var monthlyDollars: Int {
      switch self {
      case .starter: 497
      case .growth: 997
      case .enterprise: 2_497
      }
    }
  }

  public init(
    name: String, domain: String, timezone: TimeZoneID, tier: Tier, brandColor: String?, logo: String?,
    phone: String?, address: String?, calendarLink: String?, facts: [Fact]
  ) {
    self.name = name
    self.domain = domain
    self.timezone = timezone
    self.tier = tier
    self.brandColor = brandColor
    self.logo = logo
    self.phone = phone
    self.address = address
    self.calendarLink = calendarLink
    self.facts = facts
  }
}
