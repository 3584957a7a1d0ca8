import Expressions
import JSONText
import Testing

@testable import nextier

private func answer(_ line: String) -> String {
  var writer = JSONWriter()
  do throws(WireError) {
    try ExpressionRequest(parsing: Array(line.utf8)).answer(to: &writer)
  } catch {
    return error.message
  }
  return writer.text
}

@Suite struct ExpressionRequestTests {
  @Test(arguments: [
    #"{"expr": "1 + 2"}"#: #"{"value":{"int64Value":"3"}}"#,
    "\u{FEFF}{\"expr\": \"true\"}": #"{"value":{"boolValue":true}}"#,
    #"{"expr": "x", "bindings": {"x": {"doubleValue": "-Infinity"}}}"#:
      #"{"value":{"doubleValue":"-Infinity"}}"#,
    #"{"expr": "x", "bindings": {"x": {"int64Value": 7}}, "types": {"x": {"primitive": "INT64"}}}"#:
      #"{"value":{"int64Value":"7"}}"#,
    #"{"expr": "x", "bindings": {"x": {"nullValue": null}}, "types": {"x": {"wrapper": "INT64"}}}"#:
      #"{"value":{"nullValue":null}}"#,
    #"{"expr": "x == null ? 0 : x + 1", "bindings": {"x": {"nullValue": null}}, "types": {"x": {"wrapper": "INT64"}}}"#:
      #"{"value":{"int64Value":"0"}}"#,
    #"{"expr": "x", "unchecked": true, "bindings": {"x": {"stringValue": "a"}}, "types": {"x": {"primitive": "INT64"}}}"#:
      #"{"value":{"stringValue":"a"}}"#,
    #"{"formula": "1"}"#: "a line has no member 'formula'",
    #"{"expr": "1", "uncheked": true}"#: "a line has no member 'uncheked'; did you mean 'unchecked'?",
    #"{"expr": "1", "expr": "2"}"#: "'expr' is given more than once",
    #"{"expr": "1", "unchecked": "true"}"#: "'unchecked' must be true or false",
    #"{"expr": "1", "container": 1}"#: "'container' must be a text",
    #"{"expr": 1}"#: "the line must have 'expr', a text",
    #"{"expr": "x", "bindings": {"x": {"int64Value": "+5"}}}"#:
      #"the binding 'x': 'int64Value' must be a whole number from -9223372036854775808 to 9223372036854775807, not "+5""#,
    #"{"expr": "x", "bindings": {"x": {"doubleValue": "0x1p3"}}}"#:
      #"the binding 'x': 'doubleValue' must be a number, "NaN", "Infinity" or "-Infinity", not "0x1p3""#,
    #"{"expr": "x", "bindings": {"x": {"stringValue": "a"}}, "types": {"x": {"primitive": "INT64"}}}"#:
      "the binding 'x': it is declared as int, and its value is of type string",
    #"{"expr": "x", "bindings": {"x": {"listValue": {"values": [{"int64Value": 1}, {"boolValue": true}]}}}, "types": {"x": {"listType": {"elemType": {"primitive": "INT64"}}}}}"#:
      "the binding 'x': it is declared as list(int), and its value is of type list(dyn)",
    #"{"expr": "x", "types": {"x": {"primitive": "INT"}}}"#:
      #"the type of 'x': 'primitive' must be BOOL, INT64, UINT64, DOUBLE, STRING or BYTES, not "INT""#,
    "nonsense": "the line is not JSON: expected a value at byte 1",
  ])
  func `a line is answered, or what is wrong with it is told`(line: String, expected: String) {
    #expect(answer(line) == expected)
  }

  @Test func `bytes that are no UTF-8 are refused with their place`() {
    let line = Array(#"{"expr": "'a"#.utf8) + [0xFF] + Array(#"'"}"#.utf8)
    #expect { try ExpressionRequest(parsing: line) } throws: {
      ($0 as? WireError)?.message == "the line is not JSON: a byte that is not UTF-8 at byte 13"
    }
  }
}

@Suite struct LeadObjectTests {
  private func value(_ name: String, _ json: String) throws -> String? {
    let lead = try LeadObject(parsing: Array(json.utf8))
    return lead.fields.first { $0.name == name }?.value?.description
  }

  @Test func `a lead is the one an import would make`() throws {
    let json =
      #"{"industry": "Machine_Shops", "annual_revenue": "$2.4M", "employee_count": 24, "owner_name": "LEE, ANN", "sde": 1}"#
    #expect(try value("industry", json) == #""machine shops""#)
    #expect(try value("annual_revenue", json) == "2400000.0")
    #expect(try value("employee_count", json) == "24")
    #expect(try value("first_name", json) == #""Ann""#)
    #expect(try value("sde", json) == "1")
    #expect(try value("record_id", json) == nil)
    #expect(
      try value(
        "owner_name",
        #"{"owner_name": "Current Owner", "do_not_call": "checked"}"#.replacing("Current Owner", with: ""))
        == nil)
    #expect(try LeadObject(parsing: Array(#"{"do_not_call": "checked"}"#.utf8)).remarks.count == 1)
  }

  @Test(arguments: [
    #"{"mobile_phone": "12"}"#: "'mobile_phone': '12' has too few digits; ten are needed, area code included",
    #"{"owner_name": "Current Owner"}"#: "'owner_name': 'Current Owner' names no person",
    #"{"city": {}}"#: "'city' must be a text, a number, or true or false", "[]": "a lead is a JSON object",
    #"{"city": "a", "city": "b"}"#: "'city' is given more than once",
  ])
  func `what cannot be read is told`(json: String, message: String) {
    #expect { try LeadObject(parsing: Array(json.utf8)) } throws: { ($0 as? WireError)?.message == message }
  }
}
