import Glibc
import WorkflowConversation

/// Carries lines from a script, a pipe or a terminal into a session, and what it says to standard output.
struct ChatRun {
  private var session: ChatSession
  /// `nil` reads what is typed.
  private let lines: [String]?

  init(session: ChatSession, lines: [String]?) {
    self.session = session
    self.lines = lines
  }

  func run() throws {
    var session = session
    say(session.open())
    if let lines {
      for line in lines where !session.isOver { say(session.take(line, echoes: true)) }
      return
    }
    var editor = LineEditor(prompt: "you: ")
    let echoes = !LineEditor.isInteractive
    while !session.isOver, let line = editor.line() { say(session.take(line, echoes: echoes)) }
  }

  private func say(_ text: String) {
    guard !text.isEmpty else { return }
    print(text, terminator: "")
    // Whoever drives a chat through a pipe waits for each answer.
    fflush(nil)
  }
}
