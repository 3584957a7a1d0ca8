/// Names one run of a campaign: `SMS-INITIAL-20251220-ABC123`.
public struct CampaignID: Hashable, Sendable {
  /// The campaign's name as the workflow has it, such as `SMS_INITIAL`.
  public let campaign: String
  public let date: CivilDate
  /// Six letters and digits that tell the day's runs apart.
  public let code: String

  /// - Parameter number: What tells this run from others of the day; the code is its six lowest digits in base 36.
  public init(campaign: String, date: CivilDate, number: UInt64) {
    self.campaign = campaign
    self.date = date
    let digits = String(number % 2_176_782_336, radix: 36, uppercase: true)
    code = String(repeating: "0", count: 6 - digits.utf8.count) + digits
  }
}

extension CampaignID: CustomStringConvertible {
  public var description: String {
    let (year, month, day) = date.components
    let name = String(campaign.uppercased().map { $0 == "_" || $0 == " " ? "-" : $0 })
    return "\(name)-\(padded(year, to: 4))\(padded(month, to: 2))\(padded(day, to: 2))-\(code)"
  }
}
