/// Findings about what a workflow would do.
extension DiagnosticExplanation {
  static let deadEnd = DiagnosticExplanation(
    "a state that nothing leaves",
    "A lead that comes to this state stays there for ever, as no event, timer or condition leads out of it, and it is "
      + "not marked as an end. Where 'always' names what a person may do by hand, only a person can move the lead on.",
    wrong: "waiting:\n  do: [notify]", right: "waiting:\n  do: [notify]\n  after: { 3d: follow_up }")

  static let eventlessCycle = DiagnosticExplanation(
    "states that lead to each other without waiting",
    "'then' moves on at once. States that do so in a circle would go round for ever without an event, a timer or a "
      + "condition that could change in between.",
    wrong: "a: { then: b }\nb: { then: a }", right: "a: { then: b }\nb: { after: { 1d: a } }")

  static let limitLooserThanLaw = DiagnosticExplanation(
    "a limit allows more than the law",
    "Quiet hours, opt-outs and how often a person may be texted are set by law and built in. A workflow may be "
      + "stricter, never looser: the client would be liable for every message.",
    wrong: "hours: { from: 06:00, to: 23:00 }", right: "hours: { from: 09:00, to: 20:00 }")

  static let neverMatches = DiagnosticExplanation(
    "a condition no lead can meet",
    "Either nothing can satisfy the condition, or something earlier in the list catches every lead it would match; "
      + "what follows it never happens. Of several timers the shortest rings first: a file that adds a timer to a "
      + "state of its base removes the base's with 'DELAY: null'.",
    wrong: "standard: { when: priority >= 60 }\nhigh_priority: { when: priority >= 80 }",
    right: "high_priority: { when: priority >= 80 }\nstandard: { when: priority >= 60 }")

  static let scoreLeavesLimits = DiagnosticExplanation(
    "a score can pass its limit",
    "The rules together can add more than the score's limit, or take it below zero; such leads all end at the limit "
      + "and can no longer be told apart.",
    wrong: "limit: 100\nrules: { size: { when: lead.employee_count >= 50, add: 150 } }",
    right: "limit: 100\nrules: { size: { when: lead.employee_count >= 50, add: 15 } }")

  static let sendLoop = DiagnosticExplanation(
    "a circle that sends messages without waiting",
    "The states of the circle send a message and come back to where they began with no reply and no timer between, so "
      + "a lead would get message after message until a cap stops it.",
    wrong: "nudge:\n  say: nurture.nudge\n  then: nudge",
    right: "nudge:\n  say: nurture.nudge\n  after: { 7d: last_nudge }")

  static let unreachableState = DiagnosticExplanation(
    "a state no lead can come to",
    "No transition that can happen leads to this state. Either one is missing or misspelt, or the state is no longer "
      + "needed.",
    wrong: "states:\n  imported: { then: scoring }\n  tracing: { do: [skip_trace] }",
    right: "states:\n  imported: { then: tracing }\n  tracing: { do: [skip_trace] }")

  static let unusedDefinition = DiagnosticExplanation(
    "something is defined and never used",
    "Nothing refers to it, so it changes nothing. It may be left over, or the name is written differently where it "
      + "was meant to be used.",
    wrong: "flows:\n  old_pitch: { … }", right: "Remove it, or use it where it was meant.")

  static let bannedWord = DiagnosticExplanation(
    "a text uses a word its persona avoids",
    "The persona's 'avoid' list holds words it must never say, and this template is one it may speak.",
    wrong: "text: A guaranteed offer for {companyName}", right: "text: A serious offer for {companyName}")

  static let incompleteMessage = DiagnosticExplanation(
    "what law and carriers want said is missing or says too little",
    "The engine answers STOP, START and HELP by itself, with the templates named under 'messages:'. The confirmation "
      + "of an opt-out names the sender, says that it is the last message and sells nothing; the answer to HELP names "
      + "the sender, where there is help and how to opt out; the confirmation of an opt-in also says that message and "
      + "data rates may apply.",
    wrong: "text: \"You are off the list. Changed your mind? Call us!\"",
    right: "text: \"{brandName}: opt-out confirmed. No more messages will be sent.\"")

  static let incompleteOpener = DiagnosticExplanation(
    "a first message leaves out who writes or how to stop it",
    "Carriers and the law ask that the first text of a campaign names the sender and says how to opt out. Later "
      + "messages may leave both out.",
    wrong: "text: Hi {firstName|there}, would you ever sell?",
    right: "text: Hi {firstName|there}, {agentName} with {brandName}. Would you ever sell? {optOut}")

  static let longSentence = DiagnosticExplanation(
    "a sentence is longer than its persona speaks",
    "The persona's 'sentence_words' is the most words it says in one sentence, and this template is one it may speak. "
      + "Nothing is cut: part the sentence, or let the persona speak longer ones.",
    wrong: "text: I'm writing to owners who may want to sell one day and would like to know what that takes.",
    right: "text: I'm writing to owners who may sell one day. Would you like to know what that takes?")

  static let missingModel = DiagnosticExplanation(
    "an agent answers by a language model that is not named",
    "'responder: model' lets a language model reword what this agent's answers say. Which model, and where it is asked, "
      + "stands under 'model' of the workflow. Nothing is asked of any model unless both are there.",
    wrong: "agents:\n  gianna: { persona: gianna, responder: model }",
    right: "model:\n  endpoint: https://models.example/v1\n  name: small-1\n  api_key: ${ACME_MODEL_KEY}\n"
      + "agents:\n  gianna: { persona: gianna, responder: model }")

  static let modelEndpoint = DiagnosticExplanation(
    "an address at which no language model should be asked",
    "A draft is asked for with what a lead wrote, so the address must be one that keeps it from others: https, or http "
      + "where the model runs on this very machine (localhost, 127.0.0.1). It is the service's address up to its "
      + "version, or the whole one of its chat-completions call, without user, password or key in it.",
    wrong: "model: { endpoint: \"http://models.example/v1\", name: small-1 }",
    right: "model: { endpoint: \"https://models.example/v1\", name: small-1 }")

  static let missingFact = DiagnosticExplanation(
    "a template states a fact the client has not given",
    "What a message claims about the client must come from the client's own 'facts', so that nothing is claimed on "
      + "their behalf that they have not stated.",
    wrong: "text: \"{fact.years_in_business} years of experience\"     # and no such fact",
    right: "client:\n  facts: { years_in_business: 12 }")

  static let templateOverBudget = DiagnosticExplanation(
    "a message can take more parts than it may",
    "A text message is billed by segments of 160 characters, of 70 as soon as one character is not in the phone "
      + "network's alphabet (a curly quote, an emoji). With the longest values its variables can have, this one is "
      + "over its budget.",
    wrong: "text: Isn’t it time?", right: "text: Isn't it time?")

  static let templateSyntax = DiagnosticExplanation(
    "a placeholder that cannot be read",
    "A placeholder is a name in braces, '{firstName}', and may give a fallback behind a bar, '{firstName|there}'. A "
      + "brace that is meant as such is written '\\{'.",
    wrong: "text: Hi {firstName, how are you?", right: "text: Hi {firstName}, how are you?")

  static let templateVariable = DiagnosticExplanation(
    "a placeholder that may come out empty or does not exist",
    "A lead may lack the field, and the message would read 'Hi , how are you'. A fallback behind a bar says what to "
      + "write then.",
    wrong: "text: Hi {firstName}, …", right: "text: Hi {firstName|there}, …")

  static let deniesMachine = DiagnosticExplanation(
    "a text denies that a machine writes it",
    "Whoever asks an agent whether it is a machine is told the truth. A text that says it is no machine, or that a "
      + "person writes, is false whoever reads it, and in some states against the law. It may speak of the people of "
      + "the client: a person can call.",
    wrong: "text: No, I'm a real person at {brandName}.",
    right: "text: I'm an automated assistant for {brandName}. A person can call you.")

  static let unprovenClaim = DiagnosticExplanation(
    "a text makes a claim nobody has proven",
    "A number of customers, a multiple of a price, a rank or a guarantee in a text message is a claim the client can be "
      + "held to. It must come from the client's facts, not from the template. In a client's own text a number is a "
      + "warning; 'guaranteed', '#1', 'highest price' and their like are errors.",
    wrong: "text: We helped 50+ owners", right: "text: We helped {fact.owners_helped} owners")

}
