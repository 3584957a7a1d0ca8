/// Findings about files and about YAML itself.
extension DiagnosticExplanation {
  static let fileNotReadable = DiagnosticExplanation(
    "a file cannot be read",
    "The file does not exist, is a directory, or may not be read by whoever runs the command. Nothing in it could "
      + "be checked, so nothing that needs it will run.",
    wrong: "",
    right: "Check the name for a typing mistake, and that you run the command from the project's folder.")

  static let fileTooLarge = DiagnosticExplanation(
    "a file is larger than any real one",
    "Every file is read into memory and checked as a whole, so its size and the number of its values are limited. A "
      + "file over the limit is most often the wrong file: a list of leads, say, where a workflow was meant.",
    wrong: "",
    right: "Name the right file, or split this one: a workflow can start from another with 'extends: NAME'.")

  static let fileOutsideProject = DiagnosticExplanation(
    "a name leads out of the project's folder",
    "Workflows, personas and templates are named, and the name says which file in the project's folders holds them. "
      + "A name with '..' or '/' could make the program read any file of the machine, so it is refused.",
    wrong: "extends: ../../other/deal-origination", right: "extends: deal-origination")

  static let aliasBomb = DiagnosticExplanation(
    "aliases repeat more than a file could hold",
    "Each '*name' stands for a whole value written elsewhere. Aliases of values that hold aliases grow so fast that a "
      + "file of ten lines can stand for a billion values, so the number of values they add is limited.",
    wrong: "a: &a [x, x, x]\nb: &b [*a, *a, *a]\nc: [*b, *b, *b]",
    right: "Write the values out, or share them with 'extends: NAME'.")

  static let badIndentation = DiagnosticExplanation(
    "a line starts in a column that fits nothing above it",
    "YAML tells what belongs to what by how far a line is indented: keys of one map and items of one list start in "
      + "the same column, and what belongs to a key stands deeper than it. One space too many or too few makes a "
      + "line belong to something else, or to nothing.",
    wrong: "client:\n  name: East Coast\n   tier: growth",
    right: "client:\n  name: East Coast\n  tier: growth")

  static let duplicateKey = DiagnosticExplanation(
    "a key is given twice in one map",
    "Only one of two values for the same key could count, and most readers silently take the last. Often the second "
      + "was pasted, or the key belongs one level deeper.",
    wrong: "queues:\n  standard: { when: priority >= 60 }\n  standard: { when: priority >= 40 }",
    right: "queues:\n  standard: { when: priority >= 60 }\n  low: { when: priority >= 40 }")

  static let emptyFile = DiagnosticExplanation(
    "a file says nothing",
    "The file is empty or holds only comments. Its first key says what kind of file it is and what it is called.",
    wrong: "# to do", right: "workflow: acme\nlanguage: 1")

  static let invalidYAML = DiagnosticExplanation(
    "a text YAML cannot read",
    "Files are written in YAML: 'key: value' lines, lists of '- item' lines, and the same in braces and brackets with "
      + "commas between. Here the text is none of these, so what follows cannot be understood either.",
    wrong: "brand: { color: \"#0b3d5c\" logo: a.png }", right: "brand: { color: \"#0b3d5c\", logo: a.png }")

  static let invalidUTF8 = DiagnosticExplanation(
    "a file is not in UTF-8",
    "Files are read as UTF-8, which every current editor can write. In another encoding letters such as 'é' would "
      + "come out as something else, in a text message too.",
    wrong: "", right: "Save the file again and choose the encoding UTF-8.")

  static let missingSpace = DiagnosticExplanation(
    "a space is missing behind a colon",
    "To YAML 'key:value' is one word; only a colon with a space behind it makes a key.",
    wrong: "tier:growth", right: "tier: growth")

  static let multipleDocuments = DiagnosticExplanation(
    "a file holds more than one document",
    "A line '---' starts a new YAML document. A file here holds one workflow, persona, template library or set of "
      + "tests, so that its name says what is in it.",
    wrong: "persona: gianna\n---\npersona: cathy", right: "Put each in a file of its own.")

  static let nestedTooDeeply = DiagnosticExplanation(
    "lists and maps stand too deep within each other",
    "Nothing in the language nests more than a dozen levels. A deeper file is broken or made to exhaust whoever reads "
      + "it, so reading stops.",
    wrong: "rules: [[[[[[[[[[[[[[[[[[ … ]]]]]]]]]]]]]]]]]]",
    right: "Leave out the brackets that are too many.")

  static let tabIndentation = DiagnosticExplanation(
    "a line is indented with tabs",
    "YAML counts spaces to tell what belongs to what, and a tab has no width it could count. Most editors can be told "
      + "to write spaces when the tab key is pressed.",
    wrong: "client:\n\tname: East Coast", right: "client:\n  name: East Coast")

  static let unclosedBracket = DiagnosticExplanation(
    "brackets or braces do not match",
    "Each '{' needs its '}' and each '[' its ']'. Without it everything that follows would belong to the list or map.",
    wrong: "brand: { color: \"#0b3d5c\"", right: "brand: { color: \"#0b3d5c\" }")

  static let unclosedQuote = DiagnosticExplanation(
    "a quoted text does not end where it should",
    "A text in quotes ends at the next quote of the same kind. An apostrophe ends a text in single quotes, so a text "
      + "with one goes in double quotes, and a text with double quotes goes in single ones.",
    wrong: "about: 'it's worth a talk'", right: "about: \"it's worth a talk\"")

  static let unknownAnchor = DiagnosticExplanation(
    "an alias repeats nothing",
    "'*name' repeats the value marked '&name' further up in the same file. A text that merely starts with a star goes "
      + "in quotes.",
    wrong: "when: *priority", right: "when: priority >= 60")

  static let unsupportedYAML = DiagnosticExplanation(
    "a part of YAML the language does without",
    "Tags ('!!str'), merge keys ('<<'), maps as keys and values that hold themselves are left out: each key of the "
      + "language says itself what its value is, and 'extends' does what merge keys do, with errors that point at "
      + "the right file.",
    wrong: "standard:\n  <<: *defaults\n  limit: 5", right: "extends: defaults")

  static let expressionCutShort = DiagnosticExplanation(
    "YAML takes part of a value for something of its own",
    "Some characters mean something to YAML before anyone reads the expression or text they stand in: '!', '*', '&', "
      + "'%', '@', '|', '>', '{', '[' and quotes at the start of a value, ': ' and ' #' anywhere in it, and ',' and "
      + "brackets in a value within braces. In quotes they are just characters.",
    wrong: "- { when: !has(lead.owner_name), to: tracing }",
    right: "- { when: \"!has(lead.owner_name)\", to: tracing }")
}
