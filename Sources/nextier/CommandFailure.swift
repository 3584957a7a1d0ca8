import LeadImport

/// Why a command ends without having done what it was asked, in the reader's words.
struct CommandFailure: Error, CustomStringConvertible {
  let description: String
  /// 1 for what was found wrong, 2 for a command that should be given otherwise.
  let exitCode: Int32

  init(_ description: String, exitCode: Int32) {
    self.description = description
    self.exitCode = exitCode
  }

  /// For a file that holds no leads.
  init(_ refusal: ImportRefusal, of path: String) {
    self.init("\(ChunkSource.title(of: path)): \(refusal.description)", exitCode: 1)
  }
}
