import Diagnostics
import JSONText
import LeadModel

extension ImportCheck {
  /// The whole for programs; one object, ending in a line end.
  public var json: String {
    var writer = JSONWriter(indented: true)
    writer.object { object in
      object.member("file", path)
      if let layout {
        write(layout.format, to: &object)
        write(layout.mapping, to: &object)
        object.member("notes", array: { array in for remark in remarks { array.string(remark) } })
      }
      if let refusal {
        object.name("error")
        object.object {
          $0.member("reason", refusal.reason.rawValue)
          $0.member("message", refusal.message)
          $0.member("advice", refusal.advice)
        }
      } else {
        writeRows(to: &object)
        object.member(
          "findings", array: { array in for group in report.findings.groups { write(group, to: &array) } })
      }
    }
    writer.newline()
    return writer.text
  }

  private func write(_ format: FileFormat, to writer: inout JSONWriter) {
    writer.name("format")
    writer.object {
      $0.member("encoding", format.encoding.rawValue)
      $0.member("byte_order_mark", format.hasByteOrderMark)
      $0.member("delimiter", format.delimiterName)
      $0.member("delimiter_declared", format.declaresDelimiter)
      $0.name("header_row")
      if let row = format.headerRow { $0.int(Int64(row)) } else { $0.null() }
      $0.member("first_data_row", format.firstDataRow)
      $0.member("row_names", format.hasRowNames)
    }
  }

  private func write(_ mapping: ColumnMapping, to writer: inout JSONWriter) {
    writer.name("preset")
    if let preset = mapping.preset { writer.string(preset.rawValue) } else { writer.null() }
    writer.member(
      "columns",
      array: { array in
        for column in mapping.columns {
          array.object { object in
            object.member("header", column.header)
            write(column.use, of: mapping, to: &object)
            object.member(
              "samples", array: { samples in for sample in column.samples { samples.string(sample) } })
          }
        }
      })
    writer.member(
      "duplicate_headers",
      array: { array in
        for header in mapping.duplicateHeaders { array.string(header) }
      })
  }

  private func write(_ use: ColumnUse, of mapping: ColumnMapping, to writer: inout JSONWriter) {
    switch use {
    case .field(let field, let order, let factor):
      writer.member("use", "field")
      writer.member("field", mapping.schema.fields[field].name)
      writer.member("order", order)
      if factor != 1 { writer.member("factor", factor) }
    case .phoneType(let phone):
      writer.member("use", "phone_type")
      writer.member("of", mapping.columns[phone].header)
    case .phoneDoNotCall(let phone):
      writer.member("use", "phone_do_not_call")
      writer.member("of", mapping.columns[phone].header)
    case .addressPart: writer.member("use", "address_part")
    case .rowName: writer.member("use", "row_name")
    case .foreign: writer.member("use", "foreign")
    case .unknown(let nearest):
      writer.member("use", "none")
      if let nearest { writer.member("nearest", mapping.schema.fields[nearest].name) }
    }
  }

  private func writeRows(to writer: inout JSONWriter) {
    writer.name("rows")
    writer.object {
      $0.member("read", report.rowsRead)
      $0.member("imported", report.imported)
      $0.member("duplicates", report.duplicates)
      $0.member("blank", report.blank)
      $0.member("repeated_headers", report.repeatedHeaders)
      $0.member("set_aside", report.setAside)
    }
    writer.member(
      "duplicate_examples",
      array: { array in
        for example in report.duplicateExamples {
          array.object {
            $0.member("row", example.rowNumber)
            $0.member("record_id", example.recordID)
            $0.member("of_row", example.winner.rowNumber)
            $0.member("of_record_id", example.winner.recordID)
            $0.member("by", example.winner.key.rawValue)
          }
        }
      })
  }

  private func write(_ group: FindingGroup, to writer: inout JSONWriter) {
    writer.object { object in
      object.member("id", group.reason.diagnosticID.rawValue)
      object.member("reason", group.reason.code)
      object.name("column")
      if let column = group.column { object.string(column) } else { object.null() }
      object.member("count", group.count)
      object.member("consequence", group.reason.consequence.rawValue)
      object.member("explanation", group.reason.explanation)
      object.member("advice", group.reason.advice)
      object.member(
        "examples",
        array: { array in
          for finding in group.examples {
            array.object {
              $0.member("row", finding.rowNumber)
              $0.member("line", finding.line)
              $0.member("value", finding.value)
            }
          }
        })
    }
  }
}
