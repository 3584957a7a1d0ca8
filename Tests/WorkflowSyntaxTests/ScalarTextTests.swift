import Testing
import WorkflowSyntax

@Suite struct ScalarTextTests {
  @Test(
    arguments: [
      ("3d", 259_200_000), ("1h30m", 5_400_000), ("90s", 90_000), ("2w", 1_209_600_000), ("250ms", 250),
      ("0s", 0),
      ("1w2d3h4m5s6ms", 788_645_006), ("520w", 314_496_000_000),
    ] as [(String, Int64)])
  func `durations are counts with units`(text: String, milliseconds: Int64) {
    #expect(ScalarText(text).durationMilliseconds == milliseconds)
  }

  @Test(arguments: [
    "", "3", "d", "3 d", "30m1h", "1h1h", "3x", "-3d", "1.5h", "600w", "99999999999999999999d", "3d ", "９d",
  ])
  func `what is no duration is none`(text: String) { #expect(ScalarText(text).durationMilliseconds == nil) }

  @Test(arguments: [
    ("9:00", 540), ("09:30", 570), ("12:30", 750), ("0:00", 0), ("24:00", 1_440), ("9am", 540),
    ("9:30 PM", 1_290),
    ("12am", 0), ("12pm", 720),
  ])
  func `times of day are minutes`(text: String, minutes: Int) {
    #expect(ScalarText(text).timeOfDay == minutes)
  }

  @Test(arguments: ["", "9", "25:00", "24:01", "9:5", "9:60", "13pm", "0am", "9:00:00", "a:00", ":", "９:00"])
  func `what is no time of day is none`(text: String) { #expect(ScalarText(text).timeOfDay == nil) }

  @Test(arguments: [
    ("1970-01-01", 0), ("2000-02-29", 11_016), ("2026-11-22", 20_779), ("1969-12-31", -1),
    ("0001-01-01", -719_162),
    ("9999-12-31", 2_932_896),
  ])
  func `dates are days since 1970`(text: String, days: Int) {
    #expect(ScalarText(text).daysSince1970 == days)
  }

  @Test(arguments: [
    "", "2026-02-29", "2026-13-01", "2026-1-1", "26-01-01", "2026/01/01", "0000-01-01", "1900-02-29",
  ])
  func `what is no date is none`(text: String) { #expect(ScalarText(text).daysSince1970 == nil) }

  @Test(
    arguments: [
      ("1500", 1_500), ("$1,500.50", 1_500.5), ("1.2M", 1_200_000), ("$500k", 500_000), ("2B", 2e9),
      ("-$5", -5),
      ("0.0079", 0.0079), ("1_000", 1_000), ("$ 5", nil), ("1,50", nil), ("lots", nil), ("", nil), ("$", nil),
      ("M", nil),
      ("1.2.3", nil), ("1e400", nil),
    ] as [(String, Double?)])
  func `money is in dollars`(text: String, dollars: Double?) { #expect(ScalarText(text).money == dollars) }

  @Test(
    arguments: [
      ("12", 12), ("012", 12), ("-3", -3), ("+3", 3), ("1_000", 1_000), ("9223372036854775807", .max),
      ("1e3", nil),
      ("1.0", nil), ("", nil), ("-", nil), ("_1", nil), ("1_", nil), ("9223372036854775808", nil),
      ("0x10", nil),
    ] as [(String, Int?)])
  func `whole numbers are decimal`(text: String, value: Int?) { #expect(ScalarText(text).integer == value) }

  @Test(
    arguments: [
      ("1.5", 1.5), ("1e3", 1_000), ("-0.5", -0.5), (".5", 0.5), ("nan", nil), ("inf", nil), ("0x1p3", nil),
      ("1e", nil),
      ("1e999", nil), ("1-2", nil),
    ] as [(String, Double?)])
  func `numbers are decimal`(text: String, value: Double?) { #expect(ScalarText(text).number == value) }

  @Test(
    arguments: [
      ("15%", 0.15), ("0%", 0), ("100%", 1), ("100.0 %", 1), ("0.5 %", 0.005), ("007%", 0.07), ("15", nil),
      ("-5%", nil), ("+5%", nil), ("100.1%", nil), ("500%", nil), ("1e20%", nil), ("1e1%", nil), (".5%", nil),
      ("5.%", nil), ("1.2.3%", nil), ("5  %", nil), ("%", nil), ("", nil),
    ] as [(String, Double?)])
  func `percentages are parts of a whole, and JSON Schema thinks so too`(text: String, value: Double?) {
    #expect(ScalarText(text).percentage == value)
    let schema = DocumentSchema(
      kind: "share", "A share.", keys: [.required("of", .percentage, "How much.", example: "15%")]
    ).jsonSchema
    let pattern = schema.split(separator: "\"").first { $0.hasPrefix("^0*") }
      .map { $0.split(separator: "\\\\").joined(separator: "\\") }
    let isMatched = pattern.flatMap { try? Regex($0).wholeMatch(in: text) } != nil
    #expect(isMatched == (value != nil))
  }

  @Test func `other types`() {
    #expect(
      ["yes", "No", "ON", "false", "x"].map { ScalarText($0).boolean } == [true, false, true, false, nil])
    #expect(ScalarText("${A_1}").environmentName == "A_1")
    #expect(["${a}", "${}", "$A", "${A", "${1A}"].allSatisfy { ScalarText($0).environmentName == nil })
    #expect(ScalarText("#0b3d5C").isColor && ScalarText("#fff").isColor && !ScalarText("#ffff").isColor)
    #expect(
      ScalarText("https://a.b/c").isURL && !ScalarText("https:///x").isURL && !ScalarText("ftp://a").isURL)
  }

  @Test func `values of an unchecked tree are neutral`() throws {
    let node = try #require(YAMLFixture("a: x\nb: [1]\nc:\n").value)
    for key in ["a", "b", "c"] {
      let value = try #require(node[key])
      #expect(
        value.integer == 0 && value.number == 0 && value.money == 0 && value.percentage == 0 && !value.boolean
      )
      #expect(
        value.durationMilliseconds == 0 && value.timeOfDay == 0 && value.date == 0
          && value.environmentName == "")
    }
    #expect(node["a"]?["x"] == nil && node["a"]?.items.isEmpty == true && node["b"]?.entries.isEmpty == true)
    #expect(node["a"]?.itemsOrSelf.count == 1 && node["c"]?.itemsOrSelf.isEmpty == true)
  }
}
