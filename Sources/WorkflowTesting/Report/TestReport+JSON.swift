import Diagnostics
import JSONText
import WorkflowConversation

extension TestReport {
  /// Everything as one JSON object.
  ///
  /// - Parameter withCoverage: Whether `coverage` is a member.
  public func json(withCoverage: Bool) -> String {
    var writer = JSONWriter(indented: true)
    writer.object { object in
      object.member("passed", hasPassed)
      object.member("cases", caseCount)
      object.member("failed", failedCount)
      object.member("findings", array: { array in for finding in findings { write(finding, &array) } })
      object.member("suites", array: { array in for suite in suites { write(suite, &array) } })
      if withCoverage {
        object.member("coverage", array: { array in for item in coverage { write(item, &array) } })
      }
    }
    writer.newline()
    return writer.text
  }

  private func write(_ finding: Diagnostic, _ writer: inout JSONWriter) {
    writer.object { object in
      object.member("id", finding.id.rawValue)
      object.member("severity", finding.severity.rawValue)
      object.member("message", finding.message)
      if let range = finding.range { object.member("at", files.place(range)) }
    }
  }

  private func write(_ suite: SuiteResult, _ writer: inout JSONWriter) {
    writer.object { object in
      object.member("name", suite.name)
      object.member("file", suite.path)
      object.member("workflow", suite.workflow)
      object.member("cases", array: { array in for result in suite.cases { write(result, &array) } })
    }
  }

  private func write(_ result: CaseResult, _ writer: inout JSONWriter) {
    writer.object { object in
      object.member("name", result.name)
      object.member("at", files.place(result.range))
      object.member("passed", result.hasPassed)
      guard !result.hasPassed else { return }
      object.member(
        "failures",
        array: { array in
          for failure in result.failures {
            array.object { object in
              object.member("at", files.place(failure.range))
              object.member("subject", failure.subject)
              object.member("message", failure.message)
              object.member("step", failure.step)
              object.member(
                "expected", array: { array in for text in failure.expected { array.string(text) } })
              object.member("got", array: { array in for text in failure.got { array.string(text) } })
            }
          }
        })
      object.member(
        "steps",
        array: { array in
          for step in result.steps {
            array.object { object in
              object.member("step", step.title)
              object.member("trace", array: { array in for line in step.lines { write(line, &array) } })
            }
          }
        })
    }
  }

  private func write(_ line: StoryLine, _ writer: inout JSONWriter) {
    writer.object { object in
      object.member("text", line.text)
      if let template = line.template { object.member("template", template) }
      if let place = line.place { object.member("at", place) }
    }
  }

  private func write(_ coverage: Coverage, _ writer: inout JSONWriter) {
    writer.object { object in
      object.member("workflow", coverage.workflow)
      object.member("cases", coverage.cases)
      for kind in coverage.kinds {
        object.member(
          kind.name,
          object: { object in
            object.member("total", kind.total)
            object.member("exercised", kind.exercised)
            object.member(
              "missing",
              array: { array in
                for item in kind.missing {
                  array.object { object in
                    object.member("name", item.name)
                    if let place = item.place { object.member("at", place) }
                  }
                }
              })
          })
      }
    }
  }
}
