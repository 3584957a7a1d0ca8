import Expressions
import LeadModel
import WorkflowEngine
import WorkflowProgram

/// The fields that a program's rules and texts can still need once a lead is imported, by how they are kept.
struct KeptFields: Sendable {
  /// Texts kept letter by letter.
  let texts: [Int]
  /// Texts that repeat from lead to lead, kept as numbers of a word list.
  let words: [Int]
  /// Everything else that has a value.
  let numbers: [Int]
  private let allTexts: [Int]
  /// Those above and those of which it only matters whether they are there, ascending.
  let known: [Int]

  /// Text fields whose values repeat from lead to lead.
  private static let repeating: Set<Int> = Set(
    [StandardField.industry, .city, .state, .leadSource, .county].map(\.rawValue))
  /// Fields that reports and most texts show, whatever the conditions read.
  private static let shown: [StandardField] = [
    .recordID, .businessName, .firstName, .industry, .city, .state,
  ]

  init(program: ClientProgram) {
    let fields = program.leadSchema.fields
    var read = Set(Self.shown.map(\.rawValue))
    var tested: Set<Int> = [StandardField.mobilePhone.rawValue]
    for condition in program.conditions {
      let expression = condition.expression
      read.formUnion(expression.valueSlots.filter { $0 < fields.count })
      tested.formUnion(expression.slots.filter { $0 < fields.count })
    }
    for band in program.decisions.bands { read.insert(band.field) }
    let spoken = program.messages.speakers.flatMap { $0.replies.compactMap(\.self) }
    for template in program.messages.templates + spoken {
      for variant in template.variants { read.formUnion(Self.fields(shownBy: variant.wording)) }
    }
    let kept = read.sorted()
    texts = kept.filter { fields[$0].type.isText && !Self.repeating.contains($0) }
    words = kept.filter { fields[$0].type.isText && Self.repeating.contains($0) }
    allTexts = texts + words
    numbers = kept.filter { !fields[$0].type.isText }
    known = read.union(tested).sorted()
  }

  /// Copies a lead into a row of another batch whose values are all absent.
  func copy(_ lead: LeadRow, to batch: LeadBatch, row: Int) {
    let source = lead.batch
    for field in allTexts where source.has(field: field, row: lead.row) {
      batch.setText(source.textBytes(field: field, row: lead.row), field: field, row: row)
    }
    for field in numbers where source.has(field: field, row: lead.row) {
      batch.setBits(source.cells[field * source.capacity + lead.row], field: field, row: row)
    }
    // A field that is only asked for with has() needs no value, just to be there.
    for field in known where source.has(field: field, row: lead.row) {
      batch.presence[field * batch.capacity + row] = 1
    }
  }

  private static func fields(shownBy wording: Wording) -> [Int] {
    wording.parts.flatMap { part -> [Int] in
      guard case .variable(let variable, _) = part else { return [] }
      switch variable {
      case .lastName: return [StandardField.lastName.rawValue]
      case .ownerName: return [StandardField.ownerName.rawValue]
      case .salutation: return [StandardField.ownerName.rawValue, StandardField.lastName.rawValue]
      case .leadField(let field, _): return [field]
      case .firstName, .companyName, .industry, .city, .state: return []  // Always kept.
      case .agentName, .agentRole, .brandName, .brandDomain, .brandPhone, .optOut, .calendarLink, .capture:
        return []
      }
    }
  }
}
