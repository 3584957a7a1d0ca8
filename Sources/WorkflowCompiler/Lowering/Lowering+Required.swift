import Diagnostics
import WorkflowProgram
import WorkflowSyntax

extension LoweringContext {
  /// Reads `messages:`: the templates that the engine says by itself.
  ///
  /// - Parameter sends: Whether the workflow sends anything, so that people may answer STOP or HELP.
  mutating func requiredTexts(_ node: YAMLNode?, sends: Bool, root: YAMLNode) -> RequiredTexts {
    var texts = RequiredTexts()
    var missing: [String] = []
    for text in RequiredText.allCases {
      guard let named = node?[text.key] else {
        missing.append(text.key)
        continue
      }
      if named.scalar != nil {
        if let template = template(named) { texts.name(template, for: text, in: .english) }
        continue
      }
      for language in MessageLanguage.allCases {
        guard let named = named[language.rawValue], let template = template(named) else { continue }
        texts.name(template, for: text, in: language)
      }
    }
    if sends, !missing.isEmpty {
      report(
        .incompleteMessage, .warning,
        "nothing is said for \(missing.map { "'\($0)'" }.joined(separator: ", ")); people answer STOP, START and HELP to any text",
        at: node?.range ?? root["workflow"]?.range ?? root.range,
        notes: [
          Diagnostic.Note(
            "name a template for each under 'messages:', such as opt_out_confirmation: general.opt_out_confirmation"
          )
        ])
    }
    return texts
  }

  /// What is wrong with the templates that the engine says by itself.
  mutating func check(_ required: RequiredTexts, _ templates: [CompiledTemplate]) {
    for text in RequiredText.allCases {
      var checked: Set<Int> = []
      for language in MessageLanguage.allCases {
        guard let template = required.template(for: text, in: language), checked.insert(template).inserted
        else { continue }
        diagnostics += RequiredTextCheck(text).findings(in: templates[template])
      }
    }
  }
}
