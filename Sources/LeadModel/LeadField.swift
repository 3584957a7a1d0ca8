/// What a field of a lead holds, and so how its text is read and what expressions see.
public enum FieldType: String, Hashable, Sendable, CaseIterable {
  /// Free text, white space trimmed; `string` in expressions.
  case text
  /// US dollars; "$1.2M" and "1,200,000" are read alike; `double` in expressions.
  case money
  /// A whole number of things, at least 0; `int` in expressions.
  case count
  /// Any number; `double` in expressions.
  case number
  /// Yes or no; `bool` in expressions.
  case flag
  /// A North American phone number in E.164 form (`+12175550142`); `string` in expressions.
  case phone
  /// An address with an `@`, lower case; `string` in expressions.
  case email
  /// A calendar date, kept as midnight UTC; `timestamp` in expressions.
  case date

  /// Whether values are stored as spans of text rather than as numbers.
  public var isText: Bool {
    switch self {
    case .text, .phone, .email: true
    case .money, .count, .number, .flag, .date: false
    }
  }
}

/// One field of a lead, as a workflow declares it.
public struct LeadField: Hashable, Sendable {
  /// As expressions name it after `lead.`; lower case with underscores.
  public let name: String
  public let type: FieldType
  /// Headers that mean this field in a lead file, compared blind to case, spaces and punctuation.
  public let columns: [String]

  public init(name: String, type: FieldType, columns: [String] = []) {
    self.name = name
    self.type = type
    self.columns = columns
  }
}

/// The fields of every lead of one workflow, in column order; the standard ones come first.
public struct LeadSchema: Hashable, Sendable {
  public let fields: [LeadField]

  /// - Parameter custom: Fields of the client's own, after the standard ones; names must be new.
  /// - Parameter columns: Further headers for standard fields, by field name.
  public init(custom: [LeadField] = [], columns: [String: [String]] = [:]) {
    fields =
      StandardField.allCases.map {
        LeadField(name: $0.name, type: $0.type, columns: $0.columns + (columns[$0.name] ?? []))
      } + custom
  }

  /// The column of the field called `name`, or `nil`.
  public func index(of name: String) -> Int? { fields.firstIndex { $0.name == name } }
}
