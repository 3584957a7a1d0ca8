import Diagnostics

extension TestReport {
  /// JUnit's XML, as CI servers read it: a suite a file, a failure with its whole text.
  ///
  /// Files that could not be run are one suite of errors. There are no times: equal runs give equal bytes.
  public func junit() -> String {
    let renderer = TextRenderer(files: files)
    let errors = findings.filter { $0.severity == .error }
    var text = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
    text +=
      "<testsuites\(attributes([("tests", "\(caseCount + errors.count)"), ("failures", "\(failedCount)"), ("errors", "\(errors.count)")]))>\n"
    for suite in suites {
      text +=
        "  <testsuite\(attributes([("name", suite.name), ("tests", "\(suite.cases.count)"), ("failures", "\(suite.failedCount)"), ("errors", "0"), ("file", suite.path)]))>\n"
      for result in suite.cases {
        let line = files[result.range.file].position(ofByte: Int(result.range.start)).line
        let names = [
          ("classname", suite.name), ("name", result.name), ("file", suite.path), ("line", "\(line)"),
        ]
        guard !result.hasPassed else {
          text += "    <testcase\(attributes(names))/>\n"
          continue
        }
        let message = result.failures.map(\.message).joined(separator: "; ")
        text += "    <testcase\(attributes(names))>\n"
        text += "      <failure\(attributes([("message", message), ("type", "expectation-not-met")]))>"
        text += escaped(failureText(result, of: suite, renderer)) + "</failure>\n    </testcase>\n"
      }
      text += "  </testsuite>\n"
    }
    if !errors.isEmpty {
      let count = "\(errors.count)"
      text +=
        "  <testsuite\(attributes([("name", "files"), ("tests", count), ("failures", "0"), ("errors", count)]))>\n"
      for error in errors {
        let place = error.range.map { files.place($0) } ?? error.id.rawValue
        text += "    <testcase\(attributes([("classname", "files"), ("name", place)]))>\n"
        text += "      <error\(attributes([("message", error.message), ("type", error.id.rawValue)]))>"
        text += escaped(renderer.render([error])) + "</error>\n    </testcase>\n"
      }
      text += "  </testsuite>\n"
    }
    return text + "</testsuites>\n"
  }

  private func attributes(_ pairs: [(String, String)]) -> String {
    pairs.map { " \($0.0)=\"\(escaped($0.1))\"" }.joined()
  }

  /// XML 1.0 has no way to write most control characters (section 2.2), so they become U+FFFD.
  private func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "\n", "\t": result.unicodeScalars.append(scalar)
      case _ where scalar.value < 0x20 || (0xFFFE...0xFFFF).contains(scalar.value): result += "\u{FFFD}"
      case _: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
