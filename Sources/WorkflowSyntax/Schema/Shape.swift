/// What a value may look like: the language is declared in these, and everything else follows from them.
///
/// Checks, decoding, the editors' JSON Schema and the reference page read the same declaration:
///
/// ```swift
/// .map(of: .record([
///   .optional("when", .expression("bool"), "Which leads it takes; all without it.", example: "priority >= 80"),
///   .before,
/// ]))
/// ```
public struct Shape: Sendable {
  public let form: Form

  /// The kinds of shapes, for code that walks a schema.
  public indirect enum Form: Sendable {
    /// Words for people; kept as written, whatever they look like.
    case text
    /// A text, number or yes/no, whichever the author likes: the value of a fact.
    case scalar
    case identifier(IdentifierStyle)
    case integer(ClosedRange<Int>)
    case number(ClosedRange<Double>)
    /// `15%`; decodes to 0.15.
    case percentage
    case boolean
    /// US dollars.
    case money
    /// `3d`, `1h30m`; decodes to milliseconds.
    case duration
    /// `9:00`, `9:30pm`; decodes to minutes after midnight.
    case timeOfDay
    /// `2026-11-22`.
    case date
    /// `#0b3d5c`.
    case color
    case url
    /// `${NAME}`: a secret or number that stands in the environment.
    case environment
    /// A CEL expression; the tag names the type it must have, such as `bool`.
    case expression(String)
    /// A text with `{placeholders}`.
    case template
    /// The name of something of a kind (`state`, `agent`), resolved by the compiler.
    case reference(String)
    /// The name of another entry of the map this value's record stands in.
    case sibling
    case choice([Choice])
    case list(of: Shape, count: ClosedRange<Int>)
    /// A map whose keys are names the author chooses, in the order of the file.
    case map(keys: Shape, values: Shape)
    case record(RecordShape)
    /// One of several shapes: told apart by being a scalar, a list or a map; scalars by being readable.
    case oneOf([Shape])
    /// A shape declared once in the schema's definitions, and so able to hold itself.
    case shared(String)
  }

  /// How names are written.
  public enum IdentifierStyle: Hashable, Sendable {
    /// `lower_snake` or `UPPER_SNAKE`, also with `-` within.
    case any
    case lower
  }

  /// A word a value may be.
  public struct Choice: Sendable {
    public let name: String
    /// One line; may be empty.
    public let about: String
    public init(_ name: String, _ about: String = "") {
      self.name = name
      self.about = about
    }
  }

  public init(_ form: Form) { self.form = form }
}

extension Shape {
  public static let text = Shape(.text)
  public static let scalar = Shape(.scalar)
  public static let identifier = Shape(.identifier(.any))
  public static let lowerIdentifier = Shape(.identifier(.lower))
  public static let integer = Shape(.integer(Int.min...Int.max))
  public static let number = Shape(.number(-Double.greatestFiniteMagnitude...Double.greatestFiniteMagnitude))
  public static let percentage = Shape(.percentage)
  public static let boolean = Shape(.boolean)
  public static let money = Shape(.money)
  public static let duration = Shape(.duration)
  public static let timeOfDay = Shape(.timeOfDay)
  public static let date = Shape(.date)
  public static let color = Shape(.color)
  public static let url = Shape(.url)
  public static let environment = Shape(.environment)
  public static let template = Shape(.template)
  public static let sibling = Shape(.sibling)

  public static func integer(_ range: ClosedRange<Int>) -> Shape { Shape(.integer(range)) }
  public static func number(_ range: ClosedRange<Double>) -> Shape { Shape(.number(range)) }

  /// - Parameter type: The CEL type it must have, such as `bool`; `dyn` for any.
  public static func expression(_ type: String) -> Shape { Shape(.expression(type)) }

  /// - Parameter kind: What it names, in the singular: `state`, `agent`, `template`.
  public static func reference(_ kind: String) -> Shape { Shape(.reference(kind)) }

  public static func choice(_ names: String...) -> Shape { Shape(.choice(names.map { Choice($0) })) }
  public static func choice(_ choices: [Choice]) -> Shape { Shape(.choice(choices)) }

  /// - Parameter count: How many items it may have.
  public static func list(of item: Shape, count: ClosedRange<Int> = 0...Int.max) -> Shape {
    Shape(.list(of: item, count: count))
  }

  /// - Parameter keys: What its keys look like; names unless said otherwise.
  public static func map(of values: Shape, keys: Shape = .identifier) -> Shape {
    Shape(.map(keys: keys, values: values))
  }

  public static func record(_ keys: [SchemaKey], rules: [KeyRule] = []) -> Shape {
    Shape(.record(RecordShape(keys, rules: rules)))
  }

  public static func oneOf(_ shapes: Shape...) -> Shape { Shape(.oneOf(shapes)) }

  /// - Parameter name: Of a definition of the schema.
  public static func shared(_ name: String) -> Shape { Shape(.shared(name)) }
}
