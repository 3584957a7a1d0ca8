import LeadModel
import WorkflowEngine
import WorkflowProgram

/// What all workers of a dry run look at and none changes while they walk.
final class World {
  let leads: PackedLeads
  /// Where each lead's clock may be, by lead number.
  var zones: [LawClock.Zones] = []
  /// Grows while leads are imported, and is only read while they walk.
  var law: LawClock
  /// The last second that is lived.
  let lastSecond: UInt32

  init(program: ClientProgram, settings: SimulationSettings) {
    leads = PackedLeads(program: program)
    law = LawClock(program: program, start: settings.start, days: settings.days)
    lastSecond = UInt32(settings.days) * 86_400 - 1
  }

  /// Copies one lead into row 0 of an emptied batch.
  func copy(_ lead: LeadRow, into batch: LeadBatch) {
    batch.removeAll()
    batch.count = 1
    for (field, declared) in batch.schema.fields.enumerated()
    where lead.batch.has(field: field, row: lead.row) {
      if declared.type.isText {
        batch.setText(lead.batch.textBytes(field: field, row: lead.row), field: field, row: 0)
      } else {
        batch.setBits(lead.batch.cells[field * lead.batch.capacity + lead.row], field: field, row: 0)
      }
    }
  }

  /// Fills in what a skip trace would have found: a made-up owner and, with bit 1, a made-up number.
  ///
  /// The number is one of those reserved for fiction (555-0100 to 555-0199).
  func fillTraced(_ batch: LeadBatch, bits: UInt8, key: UInt64) {
    let draw = Draw(seed: 0, lead: key)
    let first = Self.firstNames[draw.number(.name, 0, below: Self.firstNames.count)]
    let last = Self.lastNames[draw.number(.name, 1, below: Self.lastNames.count)]
    batch.setText(first, field: StandardField.firstName.rawValue, row: 0)
    batch.setText(last, field: StandardField.lastName.rawValue, row: 0)
    batch.setText("\(first) \(last)", field: StandardField.ownerName.rawValue, row: 0)
    guard bits & 2 == 2, !batch.has(.mobilePhone, row: 0) else { return }
    let line = 100 + draw.number(.name, 2, below: 100)
    batch.setText(
      "+1212555\(line < 1_000 ? "0" : "")\(line)", field: StandardField.mobilePhone.rawValue, row: 0)
  }

  private static let firstNames = [
    "Alex", "Bianca", "Carlos", "Dana", "Elena", "Frank", "Grace", "Hugo", "Irene", "Jamal", "Karen", "Luis",
    "Maya", "Nina", "Omar", "Paula", "Quinn", "Rosa", "Sam", "Tara",
  ]
  private static let lastNames = [
    "Abbott", "Barnes", "Castillo", "Dorsey", "Ellis", "Fischer", "Grant", "Hughes", "Ibarra", "Jensen",
    "Keller", "Lopez", "Morgan", "Nolan", "Ortega", "Price", "Quigley", "Reyes", "Shaw", "Turner",
  ]
}
