import LeadModel
import WorkflowProgram

/// Where a message's values come from: one lead of a batch, read in place.
struct MessageSource {
  let lead: LeadBatch
  let row: Int

  /// Adds a variable's value, or nothing when there is none.
  ///
  /// - Parameter longest: In characters; 0 adds all.
  func append(
    _ variable: MessageVariable, longest: Int, captures: CapturedTexts, to buffer: inout MessageBuffer
  ) {
    switch variable {
    case .firstName: appendFirstName(longest, to: &buffer)
    case .lastName: appendLastName(longest, to: &buffer)
    case .ownerName: appendOwnerName(longest, to: &buffer)
    case .salutation: appendSalutation(longest, to: &buffer)
    case .companyName:
      let start = buffer.count
      appendText(column(.businessName), longest, to: &buffer)
      buffer.businessCase(from: start)
    case .industry:
      let start = buffer.count
      appendText(column(.industry), longest, to: &buffer)
      buffer.tradeCase(from: start)
    case .city: appendTitleCased(column(.city), longest, to: &buffer)
    case .state: appendText(column(.state), longest, to: &buffer)
    case .leadField(let column, let type): appendField(column, type, longest, to: &buffer)
    case .capture(let kind):
      captures.text.withUnsafeBufferPointer { text in
        let stretch = captures.stretches[Int(kind.rawValue)]
        appendText(
          UnsafeBufferPointer(rebasing: text[stretch.range]), longest,
          letters: kind == .email ? .keepAccents : .plain, to: &buffer)
      }
    case .agentName, .agentRole, .brandName, .brandDomain, .brandPhone, .optOut, .calendarLink:
      break  // The speaker's, not the lead's.
    }
  }

  private func column(_ field: StandardField) -> UnsafeBufferPointer<UInt8> {
    lead.textBytes(field: field.rawValue, row: row)
  }

  // MARK: Names

  /// The first name in title case; a word too long to be one counts as none.
  private func appendFirstName(_ longest: Int, to buffer: inout MessageBuffer) {
    var name = column(.firstName)
    if name.count == 0 { name = PersonNameText.read(column(.ownerName)).first }
    guard 0 < name.count, name.count <= longest || name.characterCount <= longest else { return }
    let start = buffer.count
    if !buffer.appendPlain(name) {
      buffer.appendSmart(name, letters: .plain)
      buffer.fit(from: start, septets: longest)
    }
    buffer.titleCase(from: start, isFirstName: true)
  }

  private func appendLastName(_ longest: Int, to buffer: inout MessageBuffer) {
    var name = column(.lastName)
    if name.count == 0 { name = PersonNameText.read(column(.ownerName)).last }
    appendTitleCased(name, longest, to: &buffer)
  }

  /// The name as written; "SMITH, JOHN A" and names in capitals as first and last name in title case.
  private func appendOwnerName(_ longest: Int, to buffer: inout MessageBuffer) {
    let owner = column(.ownerName)
    let isInOrder = owner.contains { $0 &- 97 < 26 } && !owner.contains(UInt8(ascii: ","))
    let name = isInOrder ? nil : PersonNameText.read(owner)
    guard let name, 0 < name.first.count, 0 < name.last.count else {
      return appendTitleCased(owner, longest, to: &buffer)
    }
    let start = buffer.count
    buffer.appendSmart(name.first, letters: .plain)
    buffer.fit(from: start, septets: longest)
    guard start < buffer.count else { return }
    buffer.titleCase(from: start, isFirstName: true)
    buffer.append(0x20)
    let rest = longest - buffer.bytes.characterCount(from: start)
    if rest > 0 { appendTitleCased(name.last, rest, to: &buffer) }
  }

  /// The title the owner's name carries with the last name, else the first name.
  private func appendSalutation(_ longest: Int, to buffer: inout MessageBuffer) {
    let owner = column(.ownerName)
    guard let title = CourtesyTitle(startOf: owner) else { return appendFirstName(longest, to: &buffer) }
    let start = buffer.count
    buffer.append(title.prefix)
    let nameStart = buffer.count
    appendLastName(longest - (nameStart - start), to: &buffer)
    if buffer.count == nameStart {  // A title alone addresses nobody.
      buffer.truncate(to: start)
      appendFirstName(longest, to: &buffer)
    }
  }

  private func appendTitleCased(
    _ name: UnsafeBufferPointer<UInt8>, _ longest: Int, to buffer: inout MessageBuffer
  ) {
    let start = buffer.count
    appendText(name, longest, to: &buffer)
    buffer.titleCase(from: start, isFirstName: false)
  }

  // MARK: Values

  /// Adds a text on one line, cut at a word when it has more than `longest` characters.
  ///
  /// - Parameter letters: Addresses keep theirs, and are not said where the SMS alphabet lacks one.
  private func appendText(
    _ value: UnsafeBufferPointer<UInt8>, _ longest: Int, letters: SmartEncoding.Letters = .plain,
    to buffer: inout MessageBuffer
  ) {
    if value.count <= longest, let first = value.first, first > 0x20, value[value.count - 1] > 0x20,
      buffer.appendPlain(value)
    {
      return
    }
    var value = CellText.trimmed(value)
    if longest < value.count, longest != 0 { value = value.cut(toCharacters: longest) }
    let start = buffer.count
    buffer.appendSmart(value, letters: letters)
    for index in start..<buffer.count where buffer.bytes[index] == 0x0A {
      buffer.replaceByte(at: index, with: 0x20)
    }
    buffer.fit(from: start, septets: longest)
  }

  private func appendField(_ column: Int, _ type: FieldType, _ longest: Int, to buffer: inout MessageBuffer) {
    guard lead.has(field: column, row: row) else { return }
    switch type {
    case .text: appendText(lead.textBytes(field: column, row: row), longest, to: &buffer)
    case .email:
      appendText(
        lead.textBytes(field: column, row: row), longest, letters: .keepAccents, to: &buffer)
    case .phone: buffer.appendPhone(lead.textBytes(field: column, row: row))
    case .money: buffer.appendMoney(lead.double(field: column, row: row))
    case .number: buffer.appendNumber(lead.double(field: column, row: row))
    case .count: buffer.appendCount(lead.int(field: column, row: row))
    case .flag: buffer.append(lead.int(field: column, row: row) == 0 ? "no" : "yes")
    case .date: buffer.appendDate(milliseconds: lead.int(field: column, row: row))
    }
  }
}

extension MessageBuffer {
  /// Takes a value off again that the SMS alphabet cannot say, and cuts one that takes too much room.
  ///
  /// - Parameter longest: In septets, as budgets count; 0 is no limit.
  fileprivate mutating func fit(from start: Int, septets longest: Int) {
    let said = UnsafeBufferPointer(rebasing: bytes[start...])
    let count = SMSCount(said)
    guard count.encoding == .gsm7 else { return truncate(to: start) }
    guard longest != 0, longest < count.units else { return }
    // Stand-ins may be longer than what they stand for, and a few characters take two septets.
    let extra = count.units - said.characterCount
    let length = said.cut(toCharacters: max(0, longest - extra)).count
    truncate(to: start + length)
  }
}
