import Diagnostics
import Expressions
import Testing

/// Names as workflows have them: a lead's fields, scores, a reply, and what is known of the client.
private func workflowNames() -> (environment: ExpressionEnvironment, lead: Range<Int>) {
  var environment = ExpressionEnvironment()
  let lead = environment.declareRecord(
    "lead",
    fields: [
      ("industry", .string), ("annual_revenue", .double), ("employee_count", .int), ("do_not_call", .bool),
      ("imported", .timestamp), ("owner_name", .string),
    ])
  environment.declare("priority", .int)
  environment.declare("reply.intent", .string)
  environment.declare("history.sent", .int)
  environment.declareConstant(
    "client", .map(CELMap([("facts", .map(CELMap([("years", .int(12))]))), ("name", .string("Acme"))])))
  return (environment, lead)
}

@Suite struct RecordTests {
  @Test(arguments: [
    "lead.industry == \"\"", "lead.annual_revenue == 0", "lead.employee_count == 0", "!lead.do_not_call",
    "lead.imported == timestamp(0)", "!has(lead.owner_name)", "client.facts.years == 12",
    "client.name + '!' == 'Acme!'",
    "has(client.facts.years)", "!has(client.facts.months)",
  ])
  func `an absent field reads as its type's zero`(_ text: String) {
    #expect(outcome(text, in: workflowNames().environment) == "true")
  }

  @Test func `a present field has its value`() {
    let (environment, lead) = workflowNames()
    let values: [Int: CELValue] = [lead.lowerBound: .string("Finance"), lead.lowerBound + 1: .double(2e6)]
    let text =
      "lead.industry.lowerAscii() == 'finance' && lead.annual_revenue >= 1000000 && has(lead.industry)"
    #expect(outcome(text, in: environment, values: values) == "true")
  }

  @Test func `a variable without a value is an error, where it decides`() {
    let (environment, _) = workflowNames()
    #expect(outcome("priority > 5", in: environment) == "unbound")
    #expect(outcome("priority > 5 || true", in: environment) == "true")
    #expect(outcome("reply.intent == 'stop'", in: environment) == "unbound")
  }

  @Test func `an expression tells which slots it reads and what it saw`() throws {
    let (environment, lead) = workflowNames()
    let text =
      "has(lead.owner_name) && lead.annual_revenue > 5.0 && lead.annual_revenue < 9.0 && priority == 1"
    let expression = try #require(environment.compile(sourceText(text), expecting: .bool).0)
    #expect(expression.slots == [lead.lowerBound + 1, lead.lowerBound + 5, lead.upperBound])
    #expect(expression.type == .bool)
    let seen = expression.explain(SlotValues([lead.lowerBound + 1: .double(7)]))
    #expect(seen.map(\.text) == ["has(lead.owner_name)", "lead.annual_revenue", "priority"])
    #expect(seen.map(\.value) == ["false", "7.0", "absent"])
  }

  @Test func `constants are worked out once`() throws {
    let environment = workflowNames().environment
    func described(_ text: String) throws -> String {
      try #require(environment.compile(sourceText(text)).0, "\(text)").description
    }
    #expect(try described("lead.employee_count > 60 * 60") == "lead.employee_count > 3600")
    #expect(try described("true && lead.do_not_call && client.facts.years > 10") == "lead.do_not_call")
    #expect(try described("lead.do_not_call || 'a' in ['a']") == "true")
    #expect(
      try described("[1, 2].exists(x, x == lead.employee_count)")
        == "[1, 2].exists(x, x == lead.employee_count)")
    #expect(
      try described("lead.industry in ['a', 'b'].map(x, x + '!')") == "lead.industry in [\"a!\", \"b!\"]")
    // An error stays where it was: it counts only where it decides.
    #expect(try described("lead.do_not_call || 1 / 0 > 1") == "lead.do_not_call || 1 / 0 > 1")
    #expect(try #require(environment.compile(sourceText("1 + 1")).0).constant == .int(2))
  }

  @Test(arguments: [
    "(priority + 1) * 2 - -3", "!(lead.do_not_call && priority > 1) || has(lead.industry)",
    "priority > 1 ? lead.industry : lead.owner_name + 'x'",
    "(priority > 1 ? [1] : [2, 3]).map(n, n % 2 == 0, -n)",
    "lead.industry.split(',').exists(w, w.trim() in ['a', 'b'])",
    "{lead.industry: 1}[?'a'].orValue(2) - (1 - 2)",
    "cel.bind(x, priority, x * x)", "math.greatest(priority, 2) % 3",
    "lead.imported + duration('1h') < timestamp(5)",
    "lead.industry.matches('^a+$') && size(lead.industry) < 5", "-(-priority)",
    "(1 - priority) - (2 - priority)",
  ])
  func `a description is an expression of the same meaning`(_ text: String) throws {
    let environment = workflowNames().environment
    let expression = try #require(environment.compile(sourceText(text)).0, "\(text)")
    let again = try #require(
      environment.compile(sourceText(expression.description)).0, "\(expression.description)")
    #expect(again.description == expression.description)
    let slots = (0..<environment.slotCount).map {
      ($0, environment.compile(sourceText("1")).0 == nil ? CELValue.null : .int(3))
    }
    let values = SlotValues(
      Dictionary(uniqueKeysWithValues: slots.filter { expression.slots.contains($0.0) && $0.0 == 6 }))
    #expect(expression.evaluate(values) == again.evaluate(values))
  }

  @Test func `types are worked out`() throws {
    let environment = workflowNames().environment
    let rows: [String: String] = [
      "[]": "list(dyn)", "[1, 2]": "list(int)", "[1, 'a']": "list(dyn)",
      "{'a': [1.0]}": "map(string, list(double))",
      "[[], [1]]": "list(list(int))", "[optional.none(), optional.of(1)]": "list(optional_type(int))",
      "lead.industry": "string", "lead.imported - lead.imported": "google.protobuf.Duration", "dyn(1)": "dyn",
      "[1].map(x, string(x))": "list(string)", "{1: true}.filter(k, k > 0)": "list(int)",
      "type(1)": "type(int)",
      "true ? 1 : dyn('a')": "dyn", "client.facts": "map(string, int)", "math.greatest(1, 2)": "int",
      "math.greatest(1, 2.0)": "dyn", "'a'.split(',')[0]": "string", "null": "null_type",
    ]
    for (text, type) in rows {
      let expression = try #require(environment.compile(sourceText(text)).0, "\(text)")
      #expect(expression.type.description == type, "\(text)")
    }
  }
}
