/// The fields that every lead has; the raw value is the field's column in every `LeadSchema`.
public enum StandardField: Int, Hashable, Sendable, CaseIterable {
  case recordID, businessName, ownerName, firstName, lastName, ownerTitle
  case primaryPhone, mobilePhone, businessEmail, website
  case industry, annualRevenue, employeeCount
  case businessAddress, city, state, zipCode, county
  case sicCode, yearEstablished, leadSource, doNotCall

  /// As expressions name it after `lead.`.
  public var name: String {
    switch self {
    case .recordID: "record_id"
    case .businessName: "business_name"
    case .ownerName: "owner_name"
    case .firstName: "first_name"
    case .lastName: "last_name"
    case .ownerTitle: "owner_title"
    case .primaryPhone: "primary_phone"
    case .mobilePhone: "mobile_phone"
    case .businessEmail: "business_email"
    case .website: "website"
    case .industry: "industry"
    case .annualRevenue: "annual_revenue"
    case .employeeCount: "employee_count"
    case .businessAddress: "business_address"
    case .city: "city"
    case .state: "state"
    case .zipCode: "zip_code"
    case .county: "county"
    case .sicCode: "sic_code"
    case .yearEstablished: "year_established"
    case .leadSource: "lead_source"
    case .doNotCall: "do_not_call"
    }
  }

  public var type: FieldType {
    switch self {
    case .primaryPhone, .mobilePhone: .phone
    case .businessEmail: .email
    case .annualRevenue: .money
    case .employeeCount, .yearEstablished: .count
    case .doNotCall: .flag
    case .recordID, .businessName, .ownerName, .firstName, .lastName, .ownerTitle, .website, .industry,
      .businessAddress, .city, .state, .zipCode, .county, .sicCode, .leadSource:
      .text
    }
  }
}
