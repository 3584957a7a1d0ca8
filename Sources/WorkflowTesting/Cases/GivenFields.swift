import WorkflowConversation

/// Fields of a lead that a test gives, those included that it empties.
struct GivenFields: Sendable {
  /// Columns of the workflow's lead schema.
  let fields: [Int]
  /// Has their values.
  let record: LeadRecord
}
