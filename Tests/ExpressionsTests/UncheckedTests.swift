import Expressions
import Testing

@Suite struct UncheckedTests {
  @Test(arguments: [
    "x || true": "true", "f(1) || true": "true", "f(1)": "no-such-function", "x": "unbound",
    "1 == 'a'": "false",
    "1 + 'a'": "no-such-overload", "'a' && false": "false", "[1, 'a'][1]": "\"a\"",
    "-false": "no-such-overload",
    "true ? 1 : 'a'": "1", "contains('a', 'b')": "no-such-function", "a.b.c || true": "true",
    "{1.5: 1}": "no-such-overload", "'x'.nothing": "no-such-overload", "x.size() == 1 || true": "true",
  ])
  func `without the checker, what is wrong fails where it decides`(_ row: (key: String, value: String)) {
    #expect(uncheckedOutcome(row.key) == row.value)
  }

  @Test func `names are found from the innermost container outward`() {
    var environment = ExpressionEnvironment()
    let outer = environment.declare("x", .int)
    let inner = environment.declare("a.b.x", .int)
    let values: [Int: CELValue] = [outer: .int(1), inner: .int(2)]
    environment.container = "a.b.c"
    #expect(outcome("x", in: environment, values: values) == "2")
    #expect(outcome(".x", in: environment, values: values) == "1")
    #expect(outcome("[7].exists(x, x == 7 && .x == 1)", in: environment, values: values) == "true")
  }
}
