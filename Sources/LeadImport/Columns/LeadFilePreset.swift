/// A program or vendor whose export a file was recognised as.
public enum LeadFilePreset: String, Hashable, Sendable, CaseIterable {
  case nextier
  case usBizData = "usbizdata"
  case usBizDataStates = "usbizdata-states"
  case apollo
  case zoomInfo = "zoominfo"
  case propStream = "propstream"
  case realEstateAPI = "realestateapi"
  case dataAxle = "data-axle"
  case hubSpot = "hubspot"
  case salesforce

  /// As people call it.
  public var name: String {
    switch self {
    case .nextier: "our own layout"
    case .usBizData: "USBizData"
    case .usBizDataStates: "USBizData, older state layout"
    case .apollo: "Apollo"
    case .zoomInfo: "ZoomInfo"
    case .propStream: "PropStream"
    case .realEstateAPI: "RealEstateAPI"
    case .dataAxle: "Data Axle"
    case .hubSpot: "HubSpot"
    case .salesforce: "Salesforce"
    }
  }

  /// Sets of headers each of which gives the export away.
  private var signatures: [[String]] {
    switch self {
    case .nextier:
      [["record_id", "business_name", "business_phone"], ["record_id", "business_name", "primary_phone"]]
    case .usBizData:
      [
        ["Contact First", "Contact Last", "Direct Phone", "Annual Sales"],
        ["Contact First", "Contact Last", "Employee Range"],
      ]
    case .usBizDataStates: [["Company", "Contact", "Direct Phone", "Sales", "Employees"]]
    case .apollo:
      [["Apollo Contact Id"], ["Company Name for Emails"], ["Person Linkedin Url", "# Employees"]]
    case .zoomInfo: [["ZoomInfo Contact ID"], ["ZoomInfo Company ID"], ["Company HQ Phone", "Founded Year"]]
    case .propStream: [["PropStream ID"], ["Owner 1 First Name", "APN"], ["Phone 1 DNC", "Litigator"]]
    case .realEstateAPI:
      [
        ["ownerInfo.owner1FirstName"], ["Owner 1 First Name", "Mail Address"], ["phoneDisplay", "telcoName"],
      ]
    case .dataAxle:
      [["IUSA Number"], ["Infogroup ID"], ["Executive First Name", "Phone Number Combined"]]
    case .hubSpot:
      [
        ["Record ID", "Lifecycle Stage"], ["Record ID", "Contact owner"],
        ["Record ID", "Associated Company"],
        ["Record ID", "Company owner"],
      ]
    case .salesforce:
      [
        ["Company / Account", "Lead Status"], ["Lead ID", "Lead Status"],
        ["HasOptedOutOfEmail", "LeadSource"],
        ["OwnerId", "LeadSource"], ["Company / Account", "Owner"],
      ]
    }
  }

  /// Headers that look like a lead's but are not: most name the salesperson whose contact it is.
  private var foreign: [String] {
    switch self {
    case .salesforce: ["Owner", "OwnerId", "Lead Owner", "Account Owner", "Owner Name"]
    case .hubSpot: ["Contact owner", "Company owner", "Owner"]
    case .apollo: ["Contact Owner", "Account Owner"]
    case .nextier, .usBizData, .usBizDataStates, .zoomInfo, .propStream, .realEstateAPI, .dataAxle: []
    }
  }

  /// Whether a header of such a file means something else than it seems to.
  func isForeign(_ key: HeaderKey) -> Bool { foreign.contains { HeaderKey($0) == key } }

  /// The preset that most of the headers point to; `nil` when none is complete.
  static func recognised(in headers: Set<HeaderKey>) -> LeadFilePreset? {
    var best: (size: Int, preset: LeadFilePreset)?
    for preset in allCases {
      for signature in preset.signatures where signature.allSatisfy({ headers.contains(HeaderKey($0)) }) {
        // A vendor's own id is worth any number of common words.
        let size = signature.count == 1 ? 10 : signature.count
        if (best?.size ?? 0) < size { best = (size, preset) }
      }
    }
    return best?.preset
  }
}
