import LeadModel

/// How a lead file maps and what became of its rows, to be shown to people and programs.
public struct ImportCheck: Sendable {
  /// The file as the user named it.
  public let path: String
  /// How it is written and what its columns hold; `nil` when that could not be told.
  public let layout: RowNormalizer?
  public let report: ImportReport
  /// Why no row was read, if none could be.
  public let refusal: ImportRefusal?

  public init(path: String, layout: RowNormalizer?, report: ImportReport, refusal: ImportRefusal? = nil) {
    self.path = path
    self.layout = layout
    self.report = report
    self.refusal = refusal
  }

  /// What holds for the whole file and may surprise, in a reader's words.
  var remarks: [String] {
    guard let layout else { return [] }
    let (format, mapping) = (layout.format, layout.mapping)
    var remarks: [String] = []
    if format.headerRow == nil {
      remarks.append(
        "there is no header row: columns are judged by their values; better put a header above them")
    } else if 0 < format.rowsAboveHeader {
      let count = format.rowsAboveHeader
      remarks.append(
        count == 1 ? "row 1 stands above the header" : "rows 1 to \(count) stand above the header")
    }
    if format.hasRowNames { remarks.append("the first column has row names and no header; it is not read") }
    for header in mapping.duplicateHeaders {
      remarks.append(
        "the header '\(header)' stands there more than once; the first that is not empty is read")
    }
    if refusal == nil, report.rowsRead == 0 { remarks.append("there are no rows below the header") }
    return remarks
  }

  /// What a column is read for, in a reader's words.
  func reading(of column: LeadFileColumn, in mapping: ColumnMapping) -> String {
    switch column.use {
    case .field(let field, let order, let factor):
      let name = mapping.schema.fields[field].name
      let times = factor == 1 ? "" : " × \(Self.grouped(Int(factor)))"
      return order == 0 || field == Self.doNotCall
        ? "\(name)\(times)" : "\(name)\(times), where it is still empty"
    case .phoneType(let phone): return "mobile or not, of '\(mapping.columns[phone].header)'"
    case .phoneDoNotCall(let phone): return "do not call, of '\(mapping.columns[phone].header)'"
    case .addressPart: return "business_address, put together"
    case .rowName: return "not used: row names"
    case .foreign: return "not used: whose contact it is"
    case .unknown(let nearest?): return "not used; is it \(mapping.schema.fields[nearest].name)?"
    case .unknown(nil): return "not used"
    }
  }

  private static let doNotCall = StandardField.doNotCall.rawValue

  /// A number with commas between thousands.
  static func grouped(_ number: Int) -> String {
    var digits = String(number.magnitude)
    var groups: [Substring] = []
    while 3 < digits.count {
      groups.insert(digits.suffix(3), at: 0)
      digits = String(digits.dropLast(3))
    }
    return (number < 0 ? "-" : "") + ([digits[...]] + groups).joined(separator: ",")
  }
}
