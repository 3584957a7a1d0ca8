extension StandardField {
  /// What it holds: one sentence, for the reference page.
  public var about: String {
    switch self {
    case .recordID: "The record's id in its list."
    case .businessName: "The name the business goes by."
    case .ownerName: "The full name of the owner or contact."
    case .firstName: "The first name, from the owner's name where the list has none of its own."
    case .lastName: "The last name, found likewise."
    case .ownerTitle: "What the owner is there, such as `President`."
    case .primaryPhone: "The business's phone, as `+12175550142`."
    case .mobilePhone: "The owner's mobile phone, as `+12175550142`; the only number that is texted."
    case .businessEmail: "An email address, in lower case."
    case .website: "The business's website."
    case .industry: "The line of business, as the list words it."
    case .annualRevenue: "Revenue a year, in US dollars."
    case .employeeCount: "How many people work there."
    case .businessAddress: "Street and number."
    case .city: "The city."
    case .state: "The state's or province's two letters, such as `NY`."
    case .zipCode: "The postal code."
    case .county: "The county."
    case .sicCode: "The industry's SIC code."
    case .yearEstablished: "The year the business began."
    case .leadSource: "Where the list says the lead comes from."
    case .doNotCall: "Whether the list says not to call; such a lead gets no campaign."
    }
  }
}
