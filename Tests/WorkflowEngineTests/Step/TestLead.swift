import LeadModel
import WorkflowEngine
import WorkflowProgram

/// A lead of one row, filled by field name.
func makeLead(_ program: ClientProgram, _ fields: [String: String]) -> LeadRow {
  let batch = LeadBatch(schema: program.leadSchema, capacity: 1)
  batch.count = 1
  for (name, text) in fields {
    guard let field = program.leadSchema.index(of: name) else { continue }
    switch program.leadSchema.fields[field].type {
    case .text, .phone, .email: batch.setText(text, field: field, row: 0)
    case .money, .number: batch.setDouble(Double(text) ?? 0, field: field, row: 0)
    case .count, .flag, .date: batch.setInt(Int64(text) ?? 0, field: field, row: 0)
    }
  }
  return LeadRow(batch: batch, row: 0)
}

let usualLead = [
  "record_id": "R1", "business_name": "Acme Tools", "owner_name": "Ann Lee", "first_name": "Ann",
  "mobile_phone": "+12175550142", "industry": "Technology", "annual_revenue": "2000000",
  "employee_count": "12",
  "city": "Peoria", "state": "IL",
]

let monday = Timestamp(milliseconds: 1_767_625_200_000)  // 2026-01-05 15:00 UTC
let hour: Int64 = 3_600_000
let day: Int64 = 24 * hour
