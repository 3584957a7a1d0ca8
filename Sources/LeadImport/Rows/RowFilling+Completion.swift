import LeadModel

extension RowFilling {
  private static let owner = StandardField.ownerName.rawValue
  private static let first = StandardField.firstName.rawValue
  private static let last = StandardField.lastName.rawValue

  @inline(__always)
  private func has(_ field: Int, _ lead: Int) -> Bool { leads.presence[field * leads.capacity + lead] != 0 }

  @inline(__always)
  private func span(ofField field: Int, _ lead: Int) -> TextSpan {
    TextSpan(packed: leads.cells[field * leads.capacity + lead])
  }

  /// Makes the owner's name of first and last name, or these of the owner's name.
  func completePersons() {
    let steps = mapping.plan.steps
    if steps.contains(where: { $0.field == Self.first || $0.field == Self.last }) {
      recase(Self.first)
      recase(Self.last)
      for lead in 0..<count where !has(Self.owner, lead) {
        let parts = [Self.first, Self.last].filter { has($0, lead) }.map { span(ofField: $0, lead) }
        guard !parts.isEmpty else { continue }
        set(parts.count == 1 ? parts[0] : join(parts), Self.owner, lead)
        if PersonNameText.namesNobody(leads.textBytes(field: Self.owner, row: lead)) {
          for field in [Self.owner, Self.first, Self.last] { leads.clear(field: field, row: lead) }
          note(
            .namesNobody, steps.first { $0.field == Self.first || $0.field == Self.last }?.columns[0] ?? 0,
            lead)
        }
      }
    }
    guard steps.contains(where: { $0.field == Self.owner }) else { return }
    for lead in 0..<count where has(Self.owner, lead) && !has(Self.first, lead) && !has(Self.last, lead) {
      let name = PersonNameText.read(leads.textBytes(field: Self.owner, row: lead))
      // Where both stand, before storing one moves the memory they stand in.
      let (first, last) = (span(of: name.first), span(of: name.last))
      setPart(first, Self.first, lead)
      setPart(last, Self.last, lead)
    }
  }

  /// Brings names in capitals or small letters to the case people write.
  private func recase(_ field: Int) {
    for lead in 0..<count where has(field, lead) {
      let span = span(ofField: field, lead)
      guard !isMixedCase(span) else { continue }
      // In place: title case never changes a name's length.
      withUnsafeTemporaryAllocation(of: UInt8.self, capacity: span.length) { buffer in
        guard let target = buffer.baseAddress else { return }
        writeTitleCase(span, field, to: target)
        (leads.bytes + span.offset).update(from: target, count: span.length)
      }
    }
  }

  private func span(of part: CellBytes) -> TextSpan {
    guard let start = part.baseAddress else { return TextSpan(offset: 0, length: 0) }
    return TextSpan(offset: UnsafePointer(leads.bytes).distance(to: start), length: part.count)
  }

  /// Stores a part of the owner's name, in title case.
  private func setPart(_ part: TextSpan, _ field: Int, _ lead: Int) {
    guard 0 < part.length else { return }
    if isMixedCase(part) {
      set(part, field, lead)
    } else {
      writeTitleCase(part, field, to: leads.reserveBytes(part.length))
      set(leads.commitBytes(part.length), field, lead)
    }
  }

  private func writeTitleCase(_ span: TextSpan, _ field: Int, to target: UnsafeMutablePointer<UInt8>) {
    let name = CellBytes(start: leads.bytes + span.offset, count: span.length)
    PersonName.writeTitleCase(name, isFirst: field == Self.first, to: target)
  }

  /// A capital followed by a small letter: already as people write names, and by far the commonest.
  @inline(__always)
  private func isMixedCase(_ part: TextSpan) -> Bool {
    2 <= part.length && leads.bytes[part.offset] &- 65 < 26 && leads.bytes[part.offset + 1] &- 97 < 26
  }

  /// Gives leads without a record id one made from their row.
  func completeRecordIDs() {
    let field = StandardField.recordID.rawValue
    batch.recordColumn = mapping.columns.first { $0.fills(.recordID) }?.header
    for lead in 0..<count {
      if has(field, lead) {
        batch.origins[lead].ownsRecordID = true
        let id = span(ofField: field, lead)
        batch.recordKeys[lead] = key(leads.bytes + id.offset, id.length)
      } else {
        batch.recordKeys[lead] = 0
        let number = batch.origins[lead].rowNumber
        leads.setText(ImportedBatch.recordID(ofRow: number), field: field, row: lead)
      }
    }
  }

  private func key(_ bytes: UnsafePointer<UInt8>, _ count: Int) -> UInt64 {
    max(1, KeyHash.hash(UnsafeRawPointer(bytes), count: count))
  }

  /// Hashes what makes two leads the same: primary phone, else mobile, else email, else address, and the business's
  /// name with nothing but its letters and digits; and once more the mobile where the primary phone came first, so
  /// that nobody is texted twice whose business phone one of two rows lacks.
  func hashKeys() {
    let contacts = [StandardField.primaryPhone, .mobilePhone, .businessEmail].map(\.rawValue)
    let mobile = StandardField.mobilePhone.rawValue
    let name = StandardField.businessName.rawValue
    var longest = 0
    for lead in 0..<count { longest = max(longest, span(ofField: name, lead).length) }
    // Phones and email addresses take at most 254 bytes.
    let capacity = longest + EmailText.maxBytes + 1
    let start = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity)
    defer { start.deallocate() }
    for lead in 0..<count {
      var length = 0
      let contact = contacts.first { has($0, lead) }
      if let contact {
        let span = span(ofField: contact, lead)
        length = min(span.length, EmailText.maxBytes)
        start.update(from: leads.bytes + span.offset, count: length)
      }
      start[length] = UInt8(ascii: "|")
      let nameLength = BusinessNameKey.write(
        leads.textBytes(field: name, row: lead), to: start + length + 1)
      let total = length + 1 + nameLength
      batch.mobileKeys[lead] = 0
      guard let contact else {
        batch.keys[lead] = nameLength == 0 ? 0 : key(start, total) ^ placeHash(lead)
        continue
      }
      batch.keys[lead] = key(start, total)
      guard contact != mobile, has(mobile, lead), length == PhoneNumber.e164Length else { continue }
      // The name stands where it stood: all phones are of one length.
      start.update(from: leads.bytes + span(ofField: mobile, lead).offset, count: length)
      batch.mobileKeys[lead] = key(start, total)
    }
  }

  /// Tells namesakes apart of whom nothing but the place is known; 0 where not even that is.
  private func placeHash(_ lead: Int) -> UInt64 {
    var text: [UInt8] = []
    for field in [StandardField.businessAddress, .city, .zipCode] where has(field.rawValue, lead) {
      let bytes = leads.textBytes(field: field.rawValue, row: lead)
      text += [UInt8](unsafeUninitializedCapacity: bytes.count) { target, count in
        count = target.baseAddress.map { BusinessNameKey.write(bytes, to: $0) } ?? 0
      }
      text.append(UInt8(ascii: "|"))
    }
    return text.isEmpty
      ? 0 : text.withUnsafeBytes { $0.baseAddress.map { KeyHash.hash($0, count: text.count) } ?? 0 }
  }
}

/// A fast 64-bit hash in the manner of wyhash (Wang Yi, public domain): multiply to 128 bits, fold, repeat.
enum KeyHash {
  static func hash(_ bytes: UnsafeRawPointer, count: Int) -> UInt64 {
    var hash = 0x9E37_79B9_7F4A_7C15 ^ UInt64(count)
    var offset = 0
    while offset + 8 <= count {
      hash = fold(hash ^ (bytes + offset).loadUnaligned(as: UInt64.self), 0xA076_1D64_78BD_642F)
      offset += 8
    }
    var rest: UInt64 = 0
    while offset < count {
      rest = rest << 8 | UInt64((bytes + offset).load(as: UInt8.self))
      offset += 1
    }
    return fold(hash ^ rest, 0xE703_7ED1_A0B4_28DB)
  }

  @inline(__always)
  private static func fold(_ a: UInt64, _ b: UInt64) -> UInt64 {
    let product = a.multipliedFullWidth(by: b)
    return product.high ^ product.low
  }
}
