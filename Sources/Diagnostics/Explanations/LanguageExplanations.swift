/// Findings about keys, values, names and expressions.
extension DiagnosticExplanation {
  static let conflictingKeys = DiagnosticExplanation(
    "two keys that exclude each other",
    "Both say the same thing in different ways, and only one can count. Where the file this one changes has one of "
      + "them, the other takes its place.",
    wrong: "hello:\n  text: Hi {firstName|there}\n  variants: { a: Hello }",
    right: "hello:\n  text: Hi {firstName|there}")

  static let emptyValue = DiagnosticExplanation(
    "a key is left without a value",
    "A key with nothing behind it is YAML's null. In a file that extends another, null removes the entry of that name, "
      + "which is seldom meant by leaving it empty. '{}' is a map with nothing in it: the entry is there, with "
      + "everything as it is by default.",
    wrong: "queues:\n  follow_up:",
    right: "queues:\n  follow_up: {}     # there, with nothing special\n  standard: null"
      + "    # removed")

  static let missingKey = DiagnosticExplanation(
    "a key that must be there is not",
    "Some things cannot be guessed, such as which persona an agent speaks as. The finding names the key and what it "
      + "holds.",
    wrong: "agents:\n  sabrina: { sender: \"${SABRINA_NUMBER}\" }",
    right: "agents:\n  sabrina: { persona: sabrina, sender: \"${SABRINA_NUMBER}\" }")

  static let secretInFile = DiagnosticExplanation(
    "a secret stands in a file",
    "Files are shared, mailed and kept in version control, so a key, password or token in one is soon known to people "
      + "it was not meant for. Write a name in '${…}' instead; its value comes from the environment of the machine "
      + "that runs the workflow. A secret that was in a file should be replaced, not only moved.",
    wrong: "api_key: sk-0123456789abcdef0123", right: "api_key: ${PROVIDER_API_KEY}")

  static let tooLarge = DiagnosticExplanation(
    "more of something than a workflow can have",
    "What a workflow holds has limits far above what people write, so that a slip such as definitions that double "
      + "each other, or flows that run flows that run flows, is told before it takes a machine down. The finding "
      + "names the limit; what is beyond it would not be run.",
    wrong:
      "define:\n  a: lead.city == \"Rome\" || lead.city == \"Oslo\"\n  b: a || a\n  c: b || b     # and so on",
    right: "define:\n  a: lead.city in [\"Rome\", \"Oslo\"]")

  static let unknownKey = DiagnosticExplanation(
    "a key the language does not have",
    "A misspelt key would otherwise be ignored, and what it was meant to change would silently stay as it was.",
    wrong: "client:\n  timzone: America/New_York", right: "client:\n  timezone: America/New_York")

  static let unquotedValue = DiagnosticExplanation(
    "a value that other programs read as something else",
    "Without quotes, many programs that read YAML take NO for false, 012 for ten and 12:30 for 750. This one reads "
      + "what the key asks for, but a text in quotes means the same to everybody.",
    wrong: "state: NO", right: "state: \"NO\"")

  static let wrongType = DiagnosticExplanation(
    "a value of another kind than the key takes",
    "Each key says what it takes: a text, a number, a time, a list, a map. The finding says which, and what it found.",
    wrong: "limit: many", right: "limit: 100")

  static let duplicateName = DiagnosticExplanation(
    "two things have the same name",
    "Names are how files refer to each other, so two workflows, personas or templates of the same name cannot be told "
      + "apart.",
    wrong: "persona: gianna     # in two files", right: "persona: gianna_spanish")

  static let extendsCycle = DiagnosticExplanation(
    "a workflow extends itself",
    "'extends' starts from another workflow and changes it. When the chain of workflows comes back to where it "
      + "began, there is nothing to start from.",
    wrong: "workflow: a\nextends: b     # and b extends a", right: "workflow: a\nextends: deal-origination")

  static let flowCycle = DiagnosticExplanation(
    "a flow runs itself",
    "A state of a flow may run another flow, which is laid out within it. A flow that runs itself, at once or by way "
      + "of others, would never be laid out to its end. To begin again, an arrow leads back to the first state.",
    wrong: "flows:\n  talk:\n    start: ask\n    states:\n      ask: { flow: talk }",
    right: "flows:\n  talk:\n    start: ask\n    states:\n      ask: { say: texts.ask, on: { reply.*: ask } }"
  )

  static let unknownReference = DiagnosticExplanation(
    "a name that nothing has",
    "The value names a state, flow, agent, template, persona, queue, intent or file, and none has that name. Nothing "
      + "would happen where it is used, so it is refused before a lead gets there.",
    wrong: "on: { reply.interested: conversng }", right: "on: { reply.interested: conversing }")

  static let expressionSyntax = DiagnosticExplanation(
    "an expression that cannot be read",
    "Conditions are written in CEL: fields such as lead.city, numbers, texts in quotes, comparisons (==, !=, <, >=), "
      + "and && (and), || (or), ! (not). A single '=' is no comparison.",
    wrong: "when: lead.city = \"Boston\"", right: "when: lead.city == \"Boston\"")

  static let expressionFailed = DiagnosticExplanation(
    "an expression has no value for these inputs",
    "It is well formed, but evaluating it met a division by zero, a text that is no number, a place outside a list, "
      + "or the like. In a workflow such a rule counts as not matching for that lead, and the error is traced.",
    wrong: "when: 1000 / lead.employee_count > 10",
    right: "when: lead.employee_count > 0 && 1000 / lead.employee_count > 10")

  static let expressionType = DiagnosticExplanation(
    "an expression mixes things that do not go together",
    "Every field and function has a type, and a condition must be true or false. A text cannot be compared with a "
      + "number, and a number alone is no condition.",
    wrong: "when: lead.employee_count >= \"50\"", right: "when: lead.employee_count >= 50")

  static let unknownField = DiagnosticExplanation(
    "a field no lead has",
    "Expressions see the standard fields, those the workflow declares under lead.fields, and a few words such as "
      + "quality, priority and reply. A field that does not exist would be empty for every lead.",
    wrong: "when: has(lead.ownername)", right: "when: has(lead.owner_name)")

  static let unknownFunction = DiagnosticExplanation(
    "a function the language does not have",
    "Expressions may use CEL's functions, such as contains, startsWith, matches, size and lowerAscii, on the types "
      + "they are made for.",
    wrong: "when: lead.city.lower() == \"boston\"", right: "when: lead.city.lowerAscii() == \"boston\"")
}
