public import LeadModel

/// How one lead file is written: everything that is decided from its first bytes.
public struct FileFormat: Hashable, Sendable {
  public let encoding: TextEncoding
  public let hasByteOrderMark: Bool
  /// `nil` when the file has one column.
  public let delimiter: UInt8?
  /// Whether a first line such as `sep=;` named the delimiter.
  public let declaresDelimiter: Bool
  /// The row number of the header; `nil` when the file starts with data.
  public let headerRow: Int?
  /// One label for each column, as in the file; empty where there is none, all empty without a header.
  public let header: [String]
  /// The row number of the first row below the header, above which stand titles.
  public let firstDataRow: Int
  /// The cells of the rows above the header, blank rows left out; at most 20.
  public let titleRows: [[String]]
  /// Whether the first column has row names and no header, as R writes tables; `NA` then means nothing.
  public let hasRowNames: Bool
  /// What columns seem to hold, judged by their values, when there is no header to say it.
  public let guesses: [Int: StandardField]
  /// The first rows below the header, at most 100, aligned with it.
  public let sample: [[String]]

  /// A byte that separates nothing, for files with one column.
  static let noDelimiter: UInt8 = 0x1F

  /// As people name the delimiter.
  public var delimiterName: String {
    switch delimiter {
    case nil: "none"
    case UInt8(ascii: "\t")?: "tab"
    case let byte?: String(UnicodeScalar(byte))
    }
  }

  /// Rows above the header that belong to no table: titles, blank lines, a `sep=` line.
  public var rowsAboveHeader: Int { (headerRow ?? firstDataRow) - 1 }

  /// A reader for the whole file, from its first byte.
  public func reader(rowCapacity: Int = 1_024) -> CSVReader {
    CSVReader(
      delimiter: delimiter ?? Self.noDelimiter, encoding: encoding, minimumFieldCount: header.count,
      rowCapacity: rowCapacity)
  }
}
