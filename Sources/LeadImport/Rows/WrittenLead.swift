public import JSONText
public import LeadModel

/// One lead that somebody wrote down by field name, as an import would make it of a row with these columns.
///
/// For expressions, conversations and tests: what they say of a lead's values is what a list would give.
public struct WrittenLead {
  /// The lead alone, in row 0; without a record id where none was written.
  public let batch: LeadBatch
  /// What could not be taken as it was written, in the order of the fields; `column` is the field's name.
  public let findings: [ImportFinding]

  /// Why a value was not taken.
  public var problems: [ImportFinding] { findings.filter { $0.reason.consequence != .taken } }

  /// - Parameter values: Texts as a cell would hold them, by field of the schema; an empty one is an absent value.
  public init(_ values: [(field: Int, text: String)], schema: LeadSchema) {
    let names = values.map { schema.fields[$0.field].name }
    let format = FileFormat(
      encoding: .utf8, hasByteOrderMark: false, delimiter: UInt8(ascii: ","), declaresDelimiter: false,
      headerRow: 1,
      header: names, firstDataRow: 2, titleRows: [], hasRowNames: false, guesses: [:], sample: [])
    let mapping = ColumnMapping(
      header: names, sample: [], vocabulary: HeaderVocabulary(schema: schema), hasRowNames: false,
      meanings: [:])
    var reader = format.reader(rowCapacity: 2)
    reader.feed(Self.table(values.map(\.text)))
    reader.finish()
    guard let block = reader.nextBlock() else {
      let empty = LeadBatch(schema: schema, capacity: 1)
      empty.count = 1
      (batch, findings) = (empty, [])
      return
    }
    let imported = RowNormalizer(format: format, mapping: mapping).lead(in: block)
    let leads = imported.leads
    if !imported.origins[0].ownsRecordID { leads.clear(field: StandardField.recordID.rawValue, row: 0) }
    batch = leads
    findings = imported.findings.groups.flatMap(\.examples)
  }

  /// A JSON value as a cell would hold it: `null` is empty.
  ///
  /// - Returns: `nil` for what no cell holds, an array or an object.
  public static func cell(_ json: JSONValue) -> String? {
    switch json {
    case .null: ""
    case .bool(let flag): flag ? "true" : "false"
    case .int(let number): String(number)
    case .uint(let number): String(number)
    case .double(let number): Int64(exactly: number).map { String($0) } ?? number.description
    case .string(let text): text
    case .array, .object: nil
    }
  }

  /// A header row, which nobody reads, and the values as cells.
  private static func table(_ texts: [String]) -> [UInt8] {
    let cells = texts.map { "\"\($0.replacing("\"", with: "\"\""))\"" }
    return Array("\n\(cells.joined(separator: ","))\n".utf8)
  }
}

extension ImportFinding {
  /// What is wrong, with the value: `'mobile_phone': '12' has too few digits`.
  public var sentence: String { "\(column.map { "'\($0)': " } ?? "")'\(value)' \(reason.explanation)" }
}
