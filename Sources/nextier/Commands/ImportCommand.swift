import ArgumentParser
import LeadImport
import LeadModel
import WorkflowProgram

/// Shows how a list of leads is read, before anything is done with it.
struct ImportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Show how a list of leads is read: columns, duplicates, and what cannot be used.",
    discussion: """
      Example:  nextier import --check leads.csv
                nextier import --check leads.csv --workflow workflows/ecbb.yaml --json
      The whole file is read; nothing is stored or sent. A workflow adds the fields and column names of its own.
      """)

  @Argument(help: "The lead file (CSV), or - for standard input.")
  var file: String

  @Option(help: "The workflow whose fields the columns are to fill: a file, or a name.")
  var workflow: String?

  @Flag(help: "Only report how the file is read.")
  var check = false

  @Flag(help: "Print JSON.")
  var json = false

  func validate() throws {
    guard check else {
      throw ValidationError(
        "say --check: leads are read anew by each command that takes --leads, and not yet stored")
    }
  }

  func run() throws {
    let schema = try workflow.map { try loadWorkflow($0).program.leadSchema } ?? LeadSchema()
    let result = try read(schema)
    print(json ? result.json : result.text, terminator: "")
    if result.refusal != nil { throw ExitCode(1) }
  }

  /// Reads the whole file, but keeps none of it.
  private func read(_ schema: LeadSchema) throws(FileError) -> ImportCheck {
    var source = try ChunkSource(file)
    let path = json ? file : ChunkSource.title(of: file)
    var importer = LeadImporter(schema: schema)
    while true {
      let chunk = try source.next()
      if let chunk { importer.feed(chunk) } else { importer.finish() }
      do throws(ImportRefusal) {
        while try importer.nextBatch() != nil {}
      } catch {
        return ImportCheck(path: path, layout: importer.layout, report: importer.report, refusal: error)
      }
      if chunk == nil { return ImportCheck(path: path, layout: importer.layout, report: importer.report) }
    }
  }
}
