import Expressions
import Testing

/// Expressions and what they give, as text: values as CEL writes them, errors by their kind.
private typealias Rows = [(key: String, value: String)]

@Suite struct EvaluationTests {
  @Test(arguments: [
    "1 + 2 * 3": "7", "(1 + 2) * 3": "9", "7 / 2": "3", "-7 / 2": "-3", "-7 % 3": "-1", "2.5 * 2.0": "5.0",
    "-9223372036854775808": "-9223372036854775808", "0x1F": "31", "-0x10": "-16", "1e3": "1000.0",
    ".5": "0.5",
    "--5": "5", "!!true": "true", "9223372036854775807 + 1": "overflow",
    "-(-9223372036854775808)": "overflow",
    "-9223372036854775808 / -1": "overflow", "-9223372036854775808 % -1": "overflow",
    "5000000000 * 5000000000": "overflow", "0u - 1u": "overflow", "1 / 0": "division-by-zero",
    "1 % 0": "division-by-zero", "1u / 0u": "division-by-zero", "1.0 / 0.0": "double(\"Infinity\")",
    "-(0.0)": "-0.0", "'a' + \"b\"": "\"ab\"", "b'a' + b'\\xff'": "b\"a\\xff\"", "[1] + [2]": "[1, 2]",
    "5u % 3u": "2u", "1 - -1": "2",
  ])
  func `arithmetic stays within its type's range`(_ row: (key: String, value: String)) {
    #expect(outcome(row.key) == row.value)
  }

  @Test(arguments: [
    "1 == 1.0": "true", "1u == 1": "true", "dyn(1) == '1'": "false", "0.0 / 0.0 == 0.0 / 0.0": "false",
    "[1, 2.0] == [1u, 2]": "true", "dyn({'a': 1}) == {'a': 1.0}": "true",
    "dyn({1: 'a'}) == {1u: 'a'}": "true",
    "'Am\\u00E9lie' == 'Ame\\u0301lie'": "false", "b'a' < b'b'": "true", "'abc' < 'abd'": "true",
    "'Z' < 'a'": "true",
    "'t' < 'τ'": "true", "true > false": "true", "-1 < 0u": "true", "1 < 18446744073709551615u": "true",
    "9223372036854775807 < 9223372036854775808.0": "false", "0.0 / 0.0 < 1": "false",
    "1 >= 0.0 / 0.0": "false",
    "dyn(null) < dyn(null)": "no-such-overload", "dyn([1]) < dyn([2])": "no-such-overload",
    "null == null": "true",
    "dyn(false) == null": "false", "type(1) == int": "true", "type(type(1)) == type": "true",
    "duration('60s') == duration('1m')": "true", "timestamp(0) < timestamp(1)": "true",
  ])
  func `values compare by value, numbers across their types`(_ row: (key: String, value: String)) {
    #expect(outcome(row.key) == row.value)
  }

  @Test(arguments: [
    "false && 1 / 0 > 0": "false", "1 / 0 > 0 && false": "false", "true || 1 / 0 > 0": "true",
    "1 / 0 > 0 || true": "true", "true && 1 / 0 > 0": "division-by-zero",
    "1 / 0 > 0 || false": "division-by-zero",
    "true ? 1 : 1 / 0": "1", "false ? 1 / 0 : 2": "2", "1 / 0 > 0 ? 1 : 2": "division-by-zero",
    "dyn('x') && false": "false", "dyn('x') && true": "no-such-overload", "!dyn(1)": "no-such-overload",
    "[1, 2, 0].exists(x, 1 / x == 1)": "true", "[0, 2].exists(x, 1 / x == 1)": "division-by-zero",
    "[0, 2].all(x, 1 / x == 1)": "false", "[1, 0].all(x, 1 / x == 1)": "division-by-zero",
    "[1, 0].exists_one(x, 1 / x == 1)": "division-by-zero",
  ])
  func `a decisive operand settles a condition whatever errors the others have`(
    _ row: (key: String, value: String)
  ) {
    #expect(outcome(row.key) == row.value)
  }

  @Test(arguments: [
    "[1, 2, 3][1]": "2", "[1][1]": "out-of-range", "[1][-1]": "out-of-range", "[7, 8][dyn(1.0)]": "8",
    "[7][dyn(0.5)]": "out-of-range", "[7][dyn('0')]": "no-such-overload", "{'a': 1}.a": "1",
    "{'a': 1}['b']": "no-such-key",
    "{1: 'x'}[1u]": "\"x\"", "{1u: 'x'}[1.0]": "\"x\"", "{'content-type': 1}.`content-type`": "1",
    "has({'a': 1}.a)": "true", "has({'a': 1}.b)": "false", "2 in [1, 2]": "true", "'a' in {'a': 1}": "true",
    "3.0 in {1: 1, 3u: 2}": "true", "{1: 1, 1u: 2}": "duplicate-key", "size([1, 2])": "2",
    "{'a': 1}.size()": "1",
    "[1, 2, 3].map(x, x * x)": "[1, 4, 9]", "[1, 2, 3].map(x, x > 1, x * 10)": "[20, 30]",
    "[1, 2, 3].filter(x, x % 2 == 1)": "[1, 3]", "{'a': 1, 'b': 2}.map(k, k)": "[\"a\", \"b\"]",
    "['x', 'y'].transformList(i, v, string(i) + v)": "[\"0x\", \"1y\"]",
    "{'a': 1}.transformMap(k, v, v + 1)": "{\"a\": 2}", "{'a': 1}.exists(k, v, k == 'a' && v == 1)": "true",
    "[1, 2].existsOne(i, v, i == 1)": "true", "cel.bind(x, 2, x * x)": "4",
    "cel.bind(x, 1 / 0, true || x > 1)": "true",
    "[1, 2].map(i, cel.bind(x, 1 / (i - 1), i == 1 ? 0 : x))": "[0, 1]",
    "false && int('x') == 1": "false", "'a'.matches('(') || true": "true", "true ? 1 : int('x')": "1",
    "(false ? duration('x') : duration('1s')) == duration('1s')": "true",
    "[1].exists(x, [2].exists(x, x == 2))": "true",
    "optional.of(1).orValue(2)": "1", "optional.none().orValue(2)": "2", "{'a': 1}.?b.orValue(3)": "3",
    "[?optional.none(), ?optional.of(1)]": "[1]", "optional.none().value()": "no-such-key",
    "optional.of(2).optMap(x, x + 1)": "optional.of(3)",
  ])
  func `lists and maps are looked up and gone through`(_ row: (key: String, value: String)) {
    #expect(outcome(row.key) == row.value)
  }

  @Test(arguments: [
    "size('naïve')": "5", "'foobar'.contains('oba')": "true", "''.contains('')": "true",
    "'abc'.endsWith('bc')": "true",
    "'TacoCÆt'.lowerAscii()": "\"tacocÆt\"", "'\\u00a0 x\\u3000'.trim()": "\"x\"",
    "'a,b,,c'.split(',')": "[\"a\", \"b\", \"\", \"c\"]",
    "'a b c'.split(' ', 2)": "[\"a\", \"b c\"]", "'abc'.split('')": "[\"a\", \"b\", \"c\"]",
    "'a-b-c'.replace('-', '+', 1)": "\"a+b-c\"", "'ab'.replace('', '.')": "\".a.b.\"",
    "'tacocat'.substring(4)": "\"cat\"",
    "'tacocat'.substring(3, 2)": "out-of-range", "'añb'.charAt(1)": "\"ñ\"", "'ab'.charAt(2)": "\"\"",
    "'ab'.charAt(3)": "out-of-range",
    "'bananas'.indexOf('an', 2)": "3", "'bananas'.lastIndexOf('an')": "3",
    "'bananas'.lastIndexOf('an', 2)": "1",
    "['a', 'b'].join('-')": "\"a-b\"", "'añb'.reverse()": "\"bña\"",
    "strings.quote('a\"b\\n')": "\"\\\"a\\\\\\\"b\\\\n\\\"\"",
    "'%s is %d%%, %.2f, %x'.format(['it', 5, 2.345, 255])": "\"it is 5%, 2.35, ff\"",
    "'%d'.format([])": "invalid-argument",
    "'%e'.format([1234.5])": "\"1.234500e+03\"", "'%.0f'.format([2.5])": "\"2\"",
    "'%.3f'.format([1.2345])": "\"1.234\"",
    "'%s'.format([{'b': 1, 'a': [1.5, null]}])": "\"{a: [1.5, null], b: 1}\"",
    "'%b %o %X'.format([5, 8, -255])": "\"101 10 -FF\"",
    "base64.encode(b'hello')": "\"aGVsbG8=\"", "base64.decode('aGVsbG8')": "b\"hello\"",
    "base64.decode('a')": "invalid-argument",
  ])
  func `texts are counted in Unicode scalars`(_ row: (key: String, value: String)) {
    #expect(outcome(row.key) == row.value)
  }

  @Test(arguments: [
    "int('42')": "42", "int(3.99)": "3", "int(-3.99)": "-3", "int(1e99)": "overflow", "uint(-1)": "overflow",
    "int(18446744073709551615u)": "overflow", "uint('7')": "7u", "double('1.5e3')": "1500.0",
    "double('NaN')": "double(\"NaN\")",
    "string(1.0)": "\"1\"", "string(1e30)": "\"1e+30\"",
    "string(1234567890123456789.0)": "\"1234567890123456800\"",
    "string(0.000001)": "\"0.000001\"", "string(-4.5e-3)": "\"-0.0045\"", "string(7u)": "\"7\"",
    "string(b'\\xff')": "invalid-argument", "bytes('ÿ')": "b\"\\xc3\\xbf\"", "bool('True')": "true",
    "bool(dyn('TrUe'))": "invalid-argument",
    "dyn(timestamp('2009-02-13T23:31:30Z'))": "timestamp(\"2009-02-13T23:31:30Z\")",
    "timestamp('2009-02-13T23:31:30.25+01:00')": "timestamp(\"2009-02-13T22:31:30.25Z\")",
    "int(timestamp('1970-01-01T00:01:00Z'))": "60", "duration('1h30m')": "duration(\"5400s\")",
    "duration('-1.5s')": "duration(\"-1.5s\")", "timestamp(dyn('2009-02-30T00:00:00Z'))": "invalid-argument",
    "timestamp(253402300800)": "overflow", "type([1])": "list", "type(null)": "null_type",
  ])
  func `conversions keep the value or fail`(_ row: (key: String, value: String)) {
    #expect(outcome(row.key) == row.value)
  }

  @Test(arguments: [
    "getFullYear()": "2009", "getMonth()": "1", "getDate()": "13", "getDayOfMonth()": "12",
    "getDayOfWeek()": "5",
    "getDayOfYear()": "43", "getHours()": "23", "getMinutes()": "31", "getSeconds()": "30",
    "getMilliseconds()": "123",
    "getHours('America/New_York')": "18", "getHours('+05:30')": "5", "getHours('-03:30')": "20",
    "getDate('Asia/Tokyo')": "14",
    "getHours('Mars/Olympus')": "invalid-argument", "getHours('++5:00')": "invalid-argument",
    "getHours('+5:+00')": "invalid-argument", "getHours('+24:00')": "invalid-argument",
  ])
  func `timestamps have parts in a time zone`(_ row: (key: String, value: String)) {
    #expect(outcome("timestamp('2009-02-13T23:31:30.123Z').\(row.key)") == row.value)
  }

  @Test(arguments: [
    // The second Sunday of March and the first of November, 02:00 local time.
    // As the rules were then: Nixon's winter, the old weeks of April and October, Moscow's years, Indiana.
    ("1974-01-06T06:59:59Z", "America/New_York", 1), ("1974-01-06T07:00:00Z", "America/New_York", 3),
    ("1986-04-27T07:00:00Z", "America/New_York", 3), ("1987-04-05T07:00:00Z", "America/New_York", 3),
    ("2006-03-12T12:00:00Z", "America/New_York", 7), ("2007-03-12T12:00:00Z", "America/New_York", 8),
    ("2005-07-01T12:00:00Z", "America/Indiana/Indianapolis", 7),
    ("2006-07-01T12:00:00Z", "America/Indiana/Indianapolis", 8),
    ("2010-12-01T12:00:00Z", "Europe/Moscow", 15), ("2012-12-01T12:00:00Z", "Europe/Moscow", 16),
    ("2015-12-01T12:00:00Z", "Europe/Moscow", 15), ("1995-09-24T01:00:00Z", "Europe/Berlin", 2),
    ("1996-09-24T01:00:00Z", "Europe/Berlin", 3), ("2000-01-01T12:00:00Z", "Australia/Sydney", 23),
    ("1970-01-01T00:00:00Z", "America/New_York", 19), ("1950-07-01T12:00:00Z", "America/New_York", 7),
    ("2060-07-01T12:00:00Z", "America/New_York", 8), ("2011-12-30T12:00:00Z", "Pacific/Apia", 2),
    ("2026-03-08T06:59:59Z", "America/New_York", 1), ("2026-03-08T07:00:00Z", "America/New_York", 3),
    ("2026-11-01T05:59:59Z", "America/New_York", 1), ("2026-11-01T06:00:00Z", "America/New_York", 1),
    ("2026-11-01T06:59:59Z", "America/New_York", 1), ("2026-11-01T07:00:00Z", "America/New_York", 2),
    ("2026-07-01T12:00:00Z", "America/Phoenix", 5), ("2026-01-01T12:00:00Z", "Australia/Sydney", 23),
    ("2026-07-01T12:00:00Z", "Australia/Sydney", 22), ("2026-01-01T12:00:00Z", "Europe/Dublin", 12),
    ("2026-07-01T12:00:00Z", "Europe/Dublin", 13), ("2026-07-01T12:00:00Z", "US/Central", 7),
  ])
  func `clocks change where they change`(_ instant: String, _ zone: String, _ hour: Int) {
    #expect(outcome("timestamp('\(instant)').getHours('\(zone)')") == "\(hour)")
  }

  @Test(arguments: [
    "timestamp('2026-01-31T00:00:00Z') + duration('24h')": "timestamp(\"2026-02-01T00:00:00Z\")",
    "timestamp('2026-01-02T00:00:00Z') - timestamp('2026-01-01T00:00:00Z')": "duration(\"86400s\")",
    "timestamp('9999-12-31T23:59:59Z') + duration('1s')": "overflow",
    "timestamp('0001-01-01T00:00:00Z') - duration('1ns')": "overflow",
    "timestamp('9999-12-31T23:59:59Z') - timestamp('0001-01-01T00:00:00Z')": "overflow",
    "duration('2562047h') + duration('2562047h')": "overflow", "duration('3730s').getMinutes()": "62",
    "duration('1.5s').getMilliseconds()": "500",
  ])
  func `times are added and subtracted exactly`(_ row: (key: String, value: String)) {
    #expect(outcome(row.key) == row.value)
  }

  @Test(arguments: [
    "math.bitOr(4, 1)": "5", "math.bitXor(6u, 3u)": "5u", "math.bitNot(0)": "-1",
    "math.isInf(1.0 / 0.0)": "true",
    "math.isFinite(1.0)": "true", "'aB'.upperAscii()": "\"AB\"", "'ab'.startsWith('a')": "true",
    "matches('ab', 'b$')": "true", "dyn(1) + 1": "2", "uint(3.7)": "3u", "double(2u)": "2.0",
    "optional.ofNonZeroValue(0).hasValue()": "false", "optional.of(1).or(optional.none()).value()": "1",
    "duration('90m').getHours()": "1", "duration('90s').getSeconds()": "90", "string(true)": "\"true\"",
    "[1, 2, 3].exists_one(x, x > 2)": "true",
    "optional.of(1).optFlatMap(x, optional.of(x + 1))": "optional.of(2)",
  ])
  func `every function has a value`(_ row: (key: String, value: String)) {
    #expect(outcome(row.key) == row.value)
  }

  @Test(arguments: [
    "google.protobuf.Int32Value{value: 34} == 34": "true",
    "google.protobuf.Int32Value{value: 1 << 1}": "expression-syntax",
    "google.protobuf.Int32Value{value: 2147483648}": "overflow", "google.protobuf.UInt32Value{}": "0u",
    "google.protobuf.FloatValue{value: 1.333} == 1.333": "false",
    "google.protobuf.BoolValue{} != null": "true",
    "google.protobuf.Value{}": "null", "google.protobuf.Value{string_value: 'a'}": "\"a\"",
    "google.protobuf.ListValue{values: [1.0]}": "[1.0]", "google.protobuf.Struct{}": "{}",
    "google.protobuf.StringValue{vlue: 'a'}": "unknown-field",
    "google.protobuf.StringValue{value: 1}": "expression-type",
    "google.protobuf.StringValue('a')": "unknown-function",
  ])
  func `messages for plain values are those values`(_ row: (key: String, value: String)) {
    #expect(outcome(row.key) == row.value)
  }

  @Test(arguments: [
    "math.greatest(1, 2.5, 2u)": "2.5", "math.least([3, 1, 2])": "1", "math.ceil(1.2)": "2.0",
    "math.floor(-1.2)": "-2.0",
    "math.round(-1.5)": "-2.0", "math.trunc(1.9)": "1.0", "math.abs(-5)": "5",
    "math.abs(-9223372036854775808)": "overflow",
    "math.sign(-2.5)": "-1.0", "math.isNaN(0.0 / 0.0)": "true", "math.sqrt(9)": "3.0",
    "math.bitAnd(6, 3)": "2",
    "math.bitShiftLeft(1, 70)": "0", "math.bitShiftRight(-1024, 3)": "2305843009213693824",
    "math.bitShiftLeft(1, -1)": "invalid-argument", "math.greatest(dyn('a'))": "no-such-overload",
  ])
  func `numbers have functions`(_ row: (key: String, value: String)) {
    #expect(outcome(row.key) == row.value)
  }
}
