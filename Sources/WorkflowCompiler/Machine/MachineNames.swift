import WorkflowProgram

/// What the actions and arrows of a machine may refer to.
struct MachineNames {
  let events: EventNames
  let agents: [String]
  let intents: [String]
  /// What guards may see.
  let scope: RuleEnvironment
}
