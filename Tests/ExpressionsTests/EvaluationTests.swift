import Expressions
import Testing

@Suite struct EvaluationTests {
  @Test(arguments: [
    "1 + 2 * 3": "7", "(1 + 2) * 3": "9", "7 / 2": "3", "-7 / 2": "-3", "-7 % 3": "-1", "2.5 * 2.0": "5.0",
    "-9223372036854775808": "-9223372036854775808", "0x1F": "31", "1e3": "1000.0", ".5": "0.5",
    "--5": "5", "!!true": "true", "9223372036854775807 + 1": "overflow",
    "-(-9223372036854775808)": "overflow",
    "0u - 1u": "overflow", "1 / 0": "division-by-zero", "1 % 0": "division-by-zero",
    "1.0 / 0.0": "double(\"Infinity\")",
    "'a' + \"b\"": "\"ab\"", "b'a' + b'\\xff'": "b\"a\\xff\"", "[1] + [2]": "[1, 2]", "5u % 3u": "2u",
  ])
  func `arithmetic follows the specification`(_ row: (key: String, value: String)) {
    #expect(outcome(row.key) == row.value)
  }
}
