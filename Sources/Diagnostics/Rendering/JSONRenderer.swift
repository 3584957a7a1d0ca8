internal import JSONText

/// Writes findings as one JSON object, for programs.
///
/// `findings` has at most 100 by place; `errors` and `warnings` count all, `omitted` those left out. Lines
/// and columns count from 1, columns in Unicode scalars; `offset` is a byte of the file, from 0. Fixes of a
/// finding belong together.
public struct JSONRenderer: Sendable {
  private let files: SourceFiles
  public init(files: SourceFiles) { self.files = files }

  public func render(_ diagnostics: [Diagnostic]) -> String {
    let report = DiagnosticReport(diagnostics)
    var json = JSONWriter(indented: true)
    json.object { json in
      json.member("errors", report.errors)
      json.member("warnings", report.warnings)
      json.member("omitted", report.omitted)
      json.list("findings") { json in
        for diagnostic in report.shown { write(diagnostic, to: &json) }
      }
    }
    json.newline()
    return json.text
  }

  private func write(_ diagnostic: Diagnostic, to json: inout JSONWriter) {
    json.object { json in
      json.member("id", diagnostic.id.rawValue)
      json.member("severity", diagnostic.severity.rawValue)
      json.member("message", diagnostic.message)
      write(diagnostic.range, to: &json)
      json.list("notes") { json in
        for note in diagnostic.notes {
          json.object { json in
            json.member("message", note.message)
            write(note.range, to: &json)
          }
        }
      }
      json.list("fixes") { json in
        for fixIt in diagnostic.fixIts {
          json.object { json in
            json.member("message", fixIt.message)
            json.member("replacement", fixIt.replacement)
            write(fixIt.range, to: &json)
          }
        }
      }
    }
  }

  private func write(_ range: SourceRange?, to json: inout JSONWriter) {
    guard let range else { return }
    let file = files[range.file]
    json.member("file", file.path)
    for (name, offset) in [("start", Int(range.start)), ("end", Int(range.end))] {
      let position = file.position(ofByte: offset)
      json.record(name) { json in
        json.member("line", position.line)
        json.member("column", position.column)
        json.member("offset", offset)
      }
    }
  }
}
