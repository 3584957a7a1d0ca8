/// How a text message travels: one character outside the GSM alphabet moves the whole message to UCS-2.
///
/// An SMS carries 140 octets; each part of a longer message gives 6 of them to the header that joins the
/// parts (3GPP TS 23.040, 9.2.3.24.1).
public enum SMSEncoding: String, Hashable, Sendable, CaseIterable {
  /// Seven bits a character; the unit is the septet, and extension characters take two.
  case gsm7 = "GSM-7"
  /// Sixteen bits a unit; characters above U+FFFF take two.
  case ucs2 = "UCS-2"

  /// Units that fit into a message of one part.
  public var unitsInOnePart: Int {
    switch self {
    case .gsm7: 160
    case .ucs2: 70
    }
  }

  /// Units that fit into each part of a longer message.
  public var unitsPerPart: Int {
    switch self {
    case .gsm7: 153
    case .ucs2: 67
    }
  }
}
