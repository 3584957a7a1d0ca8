import LeadModel
import WorkflowEngine
import WorkflowProgram

/// What all workers of a dry run look at and none changes while they walk.
final class World {
  let program: ClientProgram
  let settings: SimulationSettings
  /// Grows while leads are imported, between walks.
  var law: LawClock
  /// The last second that is lived.
  let lastSecond: UInt32
  /// Leads below this number are written down.
  private let recordedLeads: Int

  init(program: ClientProgram, settings: SimulationSettings) {
    self.program = program
    self.settings = settings
    law = LawClock(program: program, start: settings.start, days: settings.days)
    lastSecond = UInt32(settings.days) * 86_400 - 1
    recordedLeads = settings.hasJournal ? .max : settings.sampledLeads
  }

  /// The minutes of the run; no text leaves at or after the last one.
  var minutes: Int { settings.days * 1_440 }

  func isRecorded(_ lead: UInt32) -> Bool { Int(lead) < recordedLeads }
}
