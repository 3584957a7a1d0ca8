import LeadModel

/// What a cell looks like, whatever its header says; enough to tell data from headers.
enum CellShape: Hashable {
  case empty, phone, email, website, state, zipCode, number, text

  init(_ cell: String) {
    let text = cell.trimmingSpaces
    if text.isEmpty {
      self = .empty
      return
    }
    let bytes = Array(text.utf8)
    let digits = bytes.filter { UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 }.count
    let letters = bytes.filter { UInt8(ascii: "a")...UInt8(ascii: "z") ~= $0 | 0x20 }.count
    if let at = text.firstIndex(of: "@"), text[at...].contains("."), !text.contains(" ") {
      self = .email
    } else if text.hasPrefix("http://") || text.hasPrefix("https://") || text.hasPrefix("www.") {
      self = .website
    } else if letters == 0, digits == 10 || digits == 11, !text.contains("$"), !text.contains("/") {
      self = .phone
    } else if letters == 0,
      digits == 5 && bytes.count == 5 || digits == 9 && bytes.count == 10 && text.contains("-")
    {
      self = .zipCode
    } else if letters == 0, 0 < digits {
      self = .number
    } else if bytes.count == 2, letters == 2, text == text.uppercased(), Self.states.contains(text) {
      self = .state
    } else {
      self = .text
    }
  }

  /// Whether no header looks like this.
  var isData: Bool {
    switch self {
    case .phone, .email, .website, .zipCode, .number: true
    case .empty, .state, .text: false
    }
  }

  /// Whether a column of this field should look so; `nil` when the field says nothing about looks.
  func suits(_ field: StandardField) -> Bool? {
    switch field {
    case .primaryPhone, .mobilePhone: self == .phone
    case .businessEmail: self == .email
    case .zipCode: self == .zipCode
    case .state: self == .state
    case .annualRevenue, .employeeCount, .yearEstablished: self == .number || self == .zipCode
    case .businessName, .ownerName, .firstName, .lastName, .city, .county, .industry, .ownerTitle:
      self == .text
    case .recordID, .website, .businessAddress, .sicCode, .leadSource, .doNotCall: nil
    }
  }

  private static let states: Set<String> = Set(
    """
    AL AK AZ AR CA CO CT DE DC FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM NY NC ND OH OK
    OR PA RI SC SD TN TX UT VT VA WA WV WI WY AS GU MP PR VI
    """.split(whereSeparator: \.isWhitespace).map(String.init))
}

extension StringProtocol {
  /// Without white space at either end.
  var trimmingSpaces: String {
    guard let start = firstIndex(where: { !$0.isWhitespace }),
      let end = lastIndex(where: { !$0.isWhitespace })
    else { return "" }
    return String(self[start...end])
  }
}
