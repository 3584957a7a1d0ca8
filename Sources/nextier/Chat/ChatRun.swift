import ArgumentParser
import Diagnostics
import Glibc
import Providers
import WorkflowConversation
import WorkflowEngine

/// Carries lines from a script, a pipe or a terminal into a session, and what it says to standard output.
struct ChatRun {
  private var session: ChatSession
  /// `nil` reads what is typed.
  private let script: ChatScript?
  /// Drafts answers where the session wants drafts; `nil` asks nobody.
  private let model: LanguageModelClient?

  init(session: ChatSession, script: ChatScript?, model: LanguageModelClient? = nil) {
    self.session = session
    self.script = script
    self.model = model
  }

  /// Runs to the end of the script or the input.
  ///
  /// - Throws: `ExitCode(1)` when lines of a script could not be taken; each is told with its number.
  func run() async throws {
    var session = session
    say(session.open())
    if let script {
      for (number, line) in script.lines where !session.isOver {
        let before = session.mistakes
        say(await take(line, echoes: true, &session))
        if before < session.mistakes {
          printError("\(script.path):\(number): error: the line was not taken: \(printable(line))")
        }
      }
      if 0 < session.mistakes { throw ExitCode(1) }
      return
    }
    var editor = LineEditor(prompt: "you: ")
    let echoes = !LineEditor.isInteractive
    while !session.isOver, let line = editor.line() { say(await take(line, echoes: echoes, &session)) }
  }

  /// What a line comes to, drafts included.
  private func take(_ line: String, echoes: Bool, _ session: inout ChatSession) async -> String {
    guard let model else { return session.take(line, echoes: echoes) }
    var turn = session.begin(line, echoes: echoes)
    while case .wants(let request) = turn { turn = session.resume(with: await model.answer(request)) }
    if case .said(let text) = turn { return text }
    return ""
  }

  private func say(_ text: String) {
    guard !text.isEmpty else { return }
    print(text, terminator: "")
    // Whoever drives a chat through a pipe waits for each answer.
    fflush(nil)
  }
}
