/// Findings about files of leads.
extension DiagnosticExplanation {
  static let csvRow = DiagnosticExplanation(
    "a row cannot be used",
    "The row has too few or too many values, or none that a lead could be made of. It is set aside in the quarantine "
      + "file with the reason, and the other rows are used.",
    wrong: "Company,Phone\nAcme Plumbing", right: "Company,Phone\nAcme Plumbing,217-555-0142")

  static let csvValue = DiagnosticExplanation(
    "a value does not fit its column",
    "The value cannot be read as what its column holds, such as a phone number or an amount of money. The lead is "
      + "used without it.",
    wrong: "Company,Annual Revenue\nAcme Plumbing,plenty",
    right: "Company,Annual Revenue\nAcme Plumbing,$1.2M")
}
