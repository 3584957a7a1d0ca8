internal import JSONText

/// Writes findings as SARIF 2.1.0 (OASIS), which code hosts and editors show beside the text.
///
/// Columns count UTF-16 code units from 1, the form's default. Rules are those of the findings shown, at
/// most 100; what is left out is counted in the run's properties.
public struct SARIFRenderer: Sendable {
  private let files: SourceFiles
  private let version: String

  /// - Parameter version: Of the tool, such as `1.0.0`.
  public init(files: SourceFiles, version: String) {
    self.files = files
    self.version = version
  }

  public func render(_ diagnostics: [Diagnostic]) -> String {
    let report = DiagnosticReport(diagnostics)
    let rules = DiagnosticID.allCases.filter { id in report.shown.contains { $0.id == id } }
    var json = JSONWriter(indented: true)
    json.object { json in
      json.member("$schema", "https://json.schemastore.org/sarif-2.1.0.json")
      json.member("version", "2.1.0")
      json.list("runs") { json in
        json.object { json in
          json.record("tool") { json in
            json.record("driver") { json in
              json.member("name", "nextier")
              json.member("semanticVersion", version)
              json.list("rules") { json in for rule in rules { write(rule, to: &json) } }
            }
          }
          json.member("columnKind", "utf16CodeUnits")
          json.record("properties") { json in json.member("omitted", report.omitted) }
          json.list("results") { json in
            for diagnostic in report.shown { write(diagnostic, rules: rules, to: &json) }
          }
        }
      }
    }
    json.newline()
    return json.text
  }

  private func write(_ rule: DiagnosticID, to json: inout JSONWriter) {
    let explanation = rule.explanation
    json.object { json in
      json.member("id", rule.rawValue)
      json.record("shortDescription") { json in json.member("text", explanation.title) }
      json.record("fullDescription") { json in json.member("text", explanation.meaning) }
      json.record("help") { json in json.member("text", explanation.text(for: rule)) }
    }
  }

  private func write(_ diagnostic: Diagnostic, rules: [DiagnosticID], to json: inout JSONWriter) {
    json.object { json in
      json.member("ruleId", diagnostic.id.rawValue)
      if let index = rules.firstIndex(of: diagnostic.id) { json.member("ruleIndex", index) }
      json.member("level", diagnostic.severity.rawValue)
      let remarks = diagnostic.notes.filter { $0.range == nil }.map(\.message)
      json.record("message") { json in
        json.member("text", ([diagnostic.message] + remarks).joined(separator: "; "))
      }
      if let range = diagnostic.range {
        json.list("locations") { json in json.object { json in write(range, to: &json) } }
      }
      writeRelated(diagnostic.notes, to: &json)
      writeFix(diagnostic.fixIts, to: &json)
    }
  }

  private func writeRelated(_ notes: [Diagnostic.Note], to json: inout JSONWriter) {
    guard notes.contains(where: { $0.range != nil }) else { return }
    json.list("relatedLocations") { json in
      for note in notes {
        guard let range = note.range else { continue }
        json.object { json in
          json.record("message") { json in json.member("text", note.message) }
          write(range, to: &json)
        }
      }
    }
  }

  /// All fix-its of a finding are one fix: they belong together, and stand in one file.
  private func writeFix(_ fixIts: [Diagnostic.FixIt], to json: inout JSONWriter) {
    guard let first = fixIts.first else { return }
    json.list("fixes") { json in
      json.object { json in
        json.record("description") { json in json.member("text", first.sentence) }
        json.list("artifactChanges") { json in
          json.object { json in
            writeArtifact(first.range, to: &json)
            json.list("replacements") { json in
              for fixIt in fixIts {
                json.object { json in
                  writeRegion("deletedRegion", fixIt.range, to: &json)
                  json.record("insertedContent") { json in json.member("text", fixIt.replacement) }
                }
              }
            }
          }
        }
      }
    }
  }

  private func write(_ range: SourceRange, to json: inout JSONWriter) {
    json.record("physicalLocation") { json in
      writeArtifact(range, to: &json)
      writeRegion("region", range, to: &json)
    }
  }

  private func writeArtifact(_ range: SourceRange, to json: inout JSONWriter) {
    json.record("artifactLocation") { json in json.member("uri", SARIFRenderer.uri(files[range.file].path)) }
  }

  private func writeRegion(_ name: String, _ range: SourceRange, to json: inout JSONWriter) {
    let file = files[range.file]
    let (start, end) = (file.position(ofByte: Int(range.start)), file.position(ofByte: Int(range.end)))
    json.record(name) { json in
      json.member("startLine", start.line)
      json.member("startColumn", file.utf16Column(ofByte: Int(range.start), line: start.line))
      json.member("endLine", end.line)
      json.member("endColumn", file.utf16Column(ofByte: Int(range.end), line: end.line))
    }
  }

  /// A path as a relative URI reference (RFC 3986): what a URI cannot hold as `%XX`.
  private static func uri(_ path: String) -> String {
    var text = ""
    for byte in path.utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
        UInt8(ascii: "~"), UInt8(ascii: "/"):
        text.unicodeScalars.append(Unicode.Scalar(byte))
      case _:
        text += "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
      }
    }
    return text
  }
}

extension SourceFile {
  /// The column of a byte in its line, from 1, in UTF-16 code units.
  func utf16Column(ofByte offset: Int, line: Int) -> Int {
    let start = Int(lineStarts[line - 1])
    let offset = min(max(start, offset), bytes.count)
    // A character beyond U+FFFF starts with 0xF0 or more and takes two units.
    return bytes[start..<offset].reduce(1) { $0 + ($1 & 0xC0 == 0x80 ? 0 : 0xF0 <= $1 ? 2 : 1) }
  }
}
