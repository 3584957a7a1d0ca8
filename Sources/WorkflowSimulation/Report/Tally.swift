import WorkflowEngine
import WorkflowProgram

/// Counts of one worker; the sum over workers does not depend on who did what.
struct Tally: Sendable {
  var steps = 0
  var failedConditions = FailedConditions()
  /// By state.
  var ends: [Int]
  /// By status reached, at least.
  var statuses = Array(repeating: 0, count: LeadStatus.allCases.count)
  var queues: [Int]
  /// Leads assigned, replies and hand-overs, by agent.
  var assigned: [Int]
  var agentReplies: [Int]
  var escalations: [Int]
  /// By intent.
  var replies: [Int]
  var drafted = 0
  var approved = 0
  var sent = 0
  var answers = 0
  var confirmations = 0
  var delivered = 0
  /// For now; a text that we may not send counts here, too.
  var failed = 0
  /// Failed for good, because of the number.
  var invalidNumbers = 0
  var optOuts = 0
  var segments = 0
  /// By refusal.
  var refusals = Array(repeating: 0, count: SendRefusal.allCases.count)
  /// By calendar day of the client's clock, the one in which the run starts first.
  var sentByDay: [Int]
  /// Wishes to send that waited for a cap.
  var heldByCaps = 0
  /// Texts sent, by template.
  var sentByTemplate: [Int]
  /// First replies, by the template of the campaign's opener.
  var repliesByTemplate: [Int]
  /// Sends that a second look found unlawful; anything but 0 is our own bug, and the report says so.
  var unlawful = 0
  var sentAfterOptOut = 0

  /// - Parameter days: The client's calendar days that the run touches.
  init(program: ClientProgram, days: Int) {
    ends = program.machine.states.map { _ in 0 }
    queues = program.decisions.queues.choices.map { _ in 0 }
    assigned = program.decisions.agents.map { _ in 0 }
    agentReplies = assigned
    escalations = assigned
    replies = program.intents.map { _ in 0 }
    sentByDay = Array(repeating: 0, count: days)
    sentByTemplate = program.messages.templates.map { _ in 0 }
    repliesByTemplate = sentByTemplate
  }

  /// Counts a lead that ended here, or takes it back.
  mutating func count(_ state: LeadState, _ leads: Int = 1) {
    ends[Int(state.state.rawValue)] += leads
    for status in 0...Int(state.status.rawValue) { statuses[status] += leads }
  }

  mutating func add(_ other: Tally) {
    func add(_ counts: inout [Int], _ more: [Int]) {
      for index in counts.indices { counts[index] += more[index] }
    }
    steps += other.steps
    failedConditions.add(other.failedConditions)
    add(&ends, other.ends)
    add(&statuses, other.statuses)
    add(&queues, other.queues)
    add(&assigned, other.assigned)
    add(&agentReplies, other.agentReplies)
    add(&escalations, other.escalations)
    add(&replies, other.replies)
    drafted += other.drafted
    approved += other.approved
    sent += other.sent
    answers += other.answers
    confirmations += other.confirmations
    delivered += other.delivered
    failed += other.failed
    invalidNumbers += other.invalidNumbers
    optOuts += other.optOuts
    segments += other.segments
    add(&refusals, other.refusals)
    add(&sentByDay, other.sentByDay)
    heldByCaps += other.heldByCaps
    add(&sentByTemplate, other.sentByTemplate)
    add(&repliesByTemplate, other.repliesByTemplate)
    unlawful += other.unlawful
    sentAfterOptOut += other.sentAfterOptOut
  }
}
