public import LeadModel

extension Whereabouts {
  /// Where a lead may be, by the address and the mobile number.
  public init(of lead: LeadRow) {
    let batch = lead.batch
    let state = StateText.read(batch.textBytes(field: StandardField.state.rawValue, row: lead.row)).value
    let zip = ZIPText.read(batch.textBytes(field: StandardField.zipCode.rawValue, row: lead.row)).value
    let phone = PhoneNumber(e164: batch.textBytes(field: StandardField.mobilePhone.rawValue, row: lead.row))
    self.init(state: state?.usState, zip: zip, phone: phone)
  }

  /// No zone at all would allow any hour: then it is all of them that count.
  var knownZones: ZoneSet { zones.isEmpty ? .fiftyStates : zones }
}
