extension StandardField {
  /// Headers of real exports that mean this field, the best source first.
  ///
  /// Where two columns of a file mean the same field, the one named earlier here is read, and the later one only
  /// where the earlier is empty. Compared blind to case, spaces and punctuation. From the exports of USBizData,
  /// Apollo, ZoomInfo, PropStream, Data Axle, HubSpot and Salesforce, and from cities' open data.
  public var columns: [String] {
    switch self {
    case .recordID:
      [
        "Record ID", "Lead ID", "Contact ID", "Apollo Contact Id", "ZoomInfo Contact ID", "PropStream ID",
        "IUSA Number", "Infogroup ID", "External ID", "ID",
      ]
    case .businessName:
      // The name people know it by comes before the one it is registered under.
      [
        "DBA", "DBA Name", "Doing Business As", "Trade Name", "Business Name", "Company Name", "Company",
        "Company / Account", "Account Name", "Business", "Organization", "Organization Name", "Firm",
        "Firm Name",
        "Store Name", "Facility Name", "Establishment Name", "Practice Name", "Employer",
        "Associated Company",
        "Company Name for Emails", "Legal Business Name", "Legal Name", "Entity Name", "Business Name 2",
      ]
    case .ownerName:
      [
        "Owner Name", "Contact Name", "Full Name", "Owner Full Name", "Owner 1 Full Name",
        "Contact Full Name",
        "Business Owner", "Owner", "Contact", "Primary Contact", "Decision Maker", "Executive Name",
        "Principal",
        "President", "CEO", "Name",
      ]
    case .firstName:
      [
        "First Name", "First", "Contact First", "Contact First Name", "Owner First Name",
        "Owner 1 First Name",
        "Executive First Name", "Given Name", "FName",
      ]
    case .lastName:
      [
        "Last Name", "Last", "Contact Last", "Contact Last Name", "Owner Last Name", "Owner 1 Last Name",
        "Executive Last Name", "Family Name", "Surname", "LName",
      ]
    case .ownerTitle:
      [
        "Owner Title", "Title", "Job Title", "Contact Title", "Executive Title", "Professional Title",
        "Position",
        "Role",
      ]
    case .primaryPhone:
      [
        "Business Phone", "Primary Phone", "Phone", "Phone Number", "Company Phone", "Corporate Phone",
        "Company HQ Phone", "Company Phone Number", "Business Phone Number", "Main Phone", "Office Phone",
        "Work Phone", "Phone Number Combined", "Contact Phone", "Contact Phone Number", "Telephone",
        "Telephone Number", "Tel", "Landline", "Home Phone", "Other Phone", "Toll Free Number Combined",
      ]
    case .mobilePhone:
      [
        "Mobile Phone", "Mobile", "Mobile Phone Number", "Mobile Number", "Cell Phone", "Cell", "Cell Number",
        "Cell Phone Number", "Wireless", "Direct Phone", "Work Direct Phone", "Direct Phone Number",
        "Direct Dial",
      ]
    case .businessEmail:
      [
        "Business Email", "Email", "Email Address", "Work Email", "Company Email", "Contact Email",
        "Primary Email",
        "Email 1", "Email 2", "Email 3", "Secondary Email", "Tertiary Email", "Personal Email",
      ]
    case .website:
      [
        "Website", "Company Website", "Website URL", "Web Site", "Web Address", "Company URL", "URL", "Web",
        "Domain",
      ]
    case .industry:
      [
        "Industry", "Primary Industry", "Industry Description", "Primary SIC Code Description",
        "Primary SIC Description", "SIC Code Description", "SIC Description", "NAICS Description",
        "Primary NAICS Description", "Line of Business", "Business Category", "Business Type", "Vertical",
      ]
    case .annualRevenue:
      [
        "Annual Revenue", "Annual Sales", "Revenue", "Sales", "Sales Volume", "Company Revenue",
        "Estimated Revenue", "Gross Revenue", "Gross Sales", "Location Sales Volume Actual",
        "Corporate Sales Volume Actual", "Revenue (in 000s USD)", "Location Sales Volume Range",
        "Corporate Sales Volume Range", "Revenue Range", "Revenue Range (in USD)",
      ]
    case .employeeCount:
      [
        "Employee Count", "Employees", "# Employees", "Number of Employees", "Num Employees",
        "Total Employees",
        "Headcount", "Employee Size", "Company Size", "Location Employee Size Actual",
        "Corporate Employee Size Actual", "Employee Range", "Location Employee Size Range",
        "Corporate Employee Size Range",
      ]
    case .businessAddress:
      [
        "Business Address", "Address", "Address 1", "Address Line 1", "Street Address", "Location Address",
        "Company Address", "Company Street Address", "Company Street", "Property Address", "Street",
        "Person Street", "Mail Address", "Mailing Address", "Mailing Street",
      ]
    case .city:
      [
        "City", "Business City", "Location City", "Address City", "Property City", "Person City",
        "Company City",
        "Town", "Mail City", "Mailing City", "Borough", "Boro",
      ]
    case .state:
      [
        "State", "State/Province", "State Code", "Business State", "Location State", "Address State",
        "Property State", "Person State", "Company State", "Province", "Mail State", "Mailing State",
      ]
    case .zipCode:
      [
        "Zip Code", "Zip", "Zip/Postal Code", "Postal Code", "Postcode", "Zip5", "Business Zip",
        "Location ZIP Code",
        "Address ZIP", "Property Zip", "Person Zip Code", "Company Zip Code", "Company Zip", "Mail Zip",
        "Mailing Zip", "Mailing Zip Code",
      ]
    case .county: ["County", "County Name", "Location County"]
    case .sicCode: ["SIC Code", "SIC", "Primary SIC Code", "Primary SIC", "SIC Code 1", "SIC4"]
    case .yearEstablished:
      ["Year Established", "Founded Year", "Year Founded", "Founded", "Established", "Year Started"]
    case .leadSource: ["Lead Source", "Original Source", "Data Source", "List Source", "Source"]
    case .doNotCall:
      // One yes among them is enough.
      [
        "Do Not Call", "DNC", "DNC Status", "Do Not Contact", "Do Not Text", "SMS Opt Out", "Opted Out",
        "Litigator",
        "Known Litigator", "TCPA Litigator",
      ]
    }
  }
}
