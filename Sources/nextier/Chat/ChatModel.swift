import ArgumentParser
import Glibc
import Providers
import WorkflowProgram

/// Finds out whether a chat asks a language model, and with which key.
struct ChatModel {
  let program: ClientProgram

  /// The client to ask, or `nil` where templates speak; what keeps a model from being asked is said.
  ///
  /// - Parameter isWanted: Whether `--model` or `--no-model` was given; `nil` when neither was.
  /// - Throws: `ExitCode` when it was and no model can be asked.
  func client(isWanted: Bool?) throws -> LanguageModelClient? {
    let agents = program.decisions.agents.filter { $0.responder == .model }.map(\.name)
    guard let model = program.languageModel, !agents.isEmpty else {
      guard isWanted == true else { return nil }
      printError(
        "no agent of \(program.name) has 'responder: model', so there is nothing for a model to draft; "
          + "chat without --model")
      throw ExitCode(1)
    }
    guard isWanted == true else {
      guard isWanted == nil else { return nil }
      printError(
        "note: \(agents.joined(separator: ", ")) would answer in words of \(model.name); here the templates speak, "
          + "and --model asks it at \(model.host)")
      return nil
    }
    guard let variable = model.keyVariable else { return LanguageModelClient(key: nil) }
    guard let key = getenv(variable).flatMap({ ModelKey(String(cString: $0)) }) else {
      printError(
        "\(variable) is not set in the environment; set it to the key of \(model.host), or chat without --model"
      )
      throw ExitCode(1)
    }
    return LanguageModelClient(key: key)
  }
}
