public import Expressions
public import LeadModel

extension FieldType {
  /// What expressions see of a field of this type.
  public var expressionType: CELType {
    switch self {
    case .text, .phone, .email: .string
    case .money, .number: .double
    case .count: .int
    case .flag: .bool
    case .date: .timestamp
    }
  }
}
