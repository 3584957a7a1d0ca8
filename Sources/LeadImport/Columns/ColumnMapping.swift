public import LeadModel

/// What a column of a lead file is read for.
public enum ColumnUse: Hashable, Sendable {
  /// Fills a field of the schema; `order` 0 is read first, the others where those before are empty.
  ///
  /// `factor` is what amounts are multiplied with: 1,000 under a header such as `Revenue (in 000s USD)`.
  case field(Int, order: Int, factor: Double)
  /// Says whether the phone in another column is a mobile.
  case phoneType(ofColumn: Int)
  /// Says whether the phone in another column may be called.
  case phoneDoNotCall(ofColumn: Int)
  /// A piece of the address, such as the house number or the unit.
  case addressPart
  /// The row names that R writes in front of the first header.
  case rowName
  /// Names the salesperson or the account, not the lead.
  case foreign
  /// Nothing we know; `nearest` is the field it may have been meant for.
  case unknown(nearest: Int?)
}

/// One column of a lead file.
public struct LeadFileColumn: Hashable, Sendable {
  /// As in the file; `column 3` where there is none.
  public let header: String
  public let use: ColumnUse
  /// Its first values that are not empty, at most three.
  public let samples: [String]
}

/// How the columns of one file become the fields of a lead.
public struct ColumnMapping: Sendable {
  public let schema: LeadSchema
  /// The export it was recognised as, if any.
  public let preset: LeadFilePreset?
  /// In the file's order; never empty.
  public let columns: [LeadFileColumn]
  /// Headers that stand in the file more than once, in the file's order.
  public let duplicateHeaders: [String]
  let plan: ReadingPlan

  /// Columns nobody reads, in the file's order.
  public var unmapped: [LeadFileColumn] {
    columns.filter {
      switch $0.use {
      case .unknown: true
      case .field, .phoneType, .phoneDoNotCall, .addressPart, .rowName, .foreign: false
      }
    }
  }

  /// Whether any column fills a field.
  public var isEmpty: Bool { !columns.contains { $0.isField } }

  /// Whether some column can name a business or a person, without which no row is a lead.
  public var namesLeads: Bool {
    [StandardField.businessName, .ownerName, .firstName, .lastName].contains { name in
      columns.contains { $0.fills(name) }
    }
  }

  /// - Parameters:
  ///   - header: One label for each column; empty where the file has none.
  ///   - sample: The first rows below the header, aligned with it.
  ///   - meanings: What columns hold that have no header to say it, by column.
  public init(
    header: [String], sample: [[String]], vocabulary: HeaderVocabulary, hasRowNames: Bool = false,
    meanings: [Int: StandardField] = [:]
  ) {
    var draft = MappingDraft(header: header, sample: sample, vocabulary: vocabulary, hasRowNames: hasRowNames)
    draft.assign(meanings)
    schema = vocabulary.schema
    preset = draft.preset
    duplicateHeaders = draft.duplicateHeaders
    plan = draft.plan
    columns = draft.columns
  }
}

extension LeadFileColumn {
  var isField: Bool {
    switch use {
    case .field, .addressPart: true
    case .phoneType, .phoneDoNotCall, .rowName, .foreign, .unknown: false
    }
  }

  func fills(_ field: StandardField) -> Bool {
    switch use {
    case .field(let index, _, _): index == field.rawValue
    case .phoneType, .phoneDoNotCall, .addressPart, .rowName, .foreign, .unknown: false
    }
  }
}
