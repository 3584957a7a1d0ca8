import LeadModel
import WorkflowProgram
import WorkflowSyntax

/// The parts of the reference page that say what expressions and templates may name, from what the compiler itself
/// reads them by.
public enum VocabularyPage {
  /// What expressions see, in Markdown, with headings from the second level.
  public static var expressions: String {
    var page = """
      ## What expressions see

      Expressions are CEL. `has(lead.owner_name)` asks whether there is a value; without one a text is empty, a number 0
      and a `bool` false. Names of `define` stand for their expressions wherever all that those read is known.

      ### `lead`

      | name | type | |
      | --- | --- | --- |

      """
    for field in StandardField.allCases {
      page += row("lead.\(field.name)", "\(field.type.expressionType)", field.about)
    }
    page += """

      Beside these stand the bands of `lead.bands` (`lead.revenue_band`), as texts, and the fields of `lead.fields`:

      | type of field | in expressions |
      | --- | --- |

      """
    for type in FieldType.allCases { page += "| `\(type.rawValue)` | \(type.expressionType) |\n" }
    page += "\n### What was decided\n\n" + table(of: EngineValue.allCases.filter { $0.record == nil })
    for (record, about) in records {
      page += "\n### `\(record)`\n\n\(about)\n\n"
      page += table(of: EngineValue.allCases.filter { $0.record == record })
    }
    page += """

      ### `mentions` and `client`

      `mentions.NAME` is whether the reply speaks of what `mentions:` names so. `client.name`, `client.domain`,
      `client.timezone` and `client.tier` are texts of the workflow's own, and so is each `client.facts.NAME`.


      """
    return page
  }

  private static let records = [
    (
      "reply",
      "The reply at hand, for arrows of `reply.` events and what they run; `has()` is false without one."
    ),
    ("captured", "What replies have told so far; empty, and `has()` false, before."),
    ("history", "What has passed between the lead and us."),
  ]

  /// What templates may name between braces, in Markdown, with a heading of the second level.
  public static var variables: String {
    var page = """
      ## What texts may name

      `{firstName|there}` says `there` when there is no first name. A value of the lead's that is longer than its most is
      cut at a word, so that the longest text can be known beforehand; what the client and the persona say is never cut.

      | name | holds | most characters | usual fallback |
      | --- | --- | --- | --- |

      """
    for (name, variable) in MessageVariable.named {
      page += line(name, variable.about, variable.longest, variable.usualFallback)
    }
    for slot in VoiceSlot.allCases { page += line(slot.name, slot.about, 0, nil) }
    for kind in CaptureKind.allCases {
      let variable = MessageVariable.capture(kind)
      page += line(variable.name, variable.about, variable.longest, nil)
    }
    for type in FieldType.allCases {
      page += line(
        "lead.NAME", "A field of the lead of type `\(type.rawValue)`.",
        MessageVariable.leadField(0, type).longest, nil)
    }
    page += line("fact.NAME", "`client.facts.NAME`.", 0, nil)
    let older = TemplateNames.older.map {
      "`{{\($0.name)}}` (\($0.fallback.isEmpty ? "empty" : "`\($0.fallback)`") without a value)"
    }
    return page + "\nThe older names with two braces are read, too: \(older.joined(separator: ", ")).\n"
  }

  private static func table(of values: [EngineValue]) -> String {
    "| name | type | |\n| --- | --- | --- |\n"
      + values.map { row($0.name, "\($0.type)", $0.about) }.joined()
  }

  private static func row(_ name: String, _ type: String, _ about: String) -> String {
    "| `\(name)` | \(type) | \(about) |\n"
  }

  private static func line(_ name: String, _ about: String, _ longest: Int, _ fallback: String?) -> String {
    "| `{\(name)}` | \(about) | \(longest == 0 ? "" : "\(longest)") | \(fallback ?? "") |\n"
  }
}
