import Glibc
import Providers
import WorkflowConversation
import WorkflowEngine

/// Carries lines from a script, a pipe or a terminal into a session, and what it says to standard output.
struct ChatRun {
  private var session: ChatSession
  /// `nil` reads what is typed.
  private let lines: [String]?
  /// Drafts answers where the session wants drafts; `nil` asks nobody.
  private let model: LanguageModelClient?

  init(session: ChatSession, lines: [String]?, model: LanguageModelClient? = nil) {
    self.session = session
    self.lines = lines
    self.model = model
  }

  func run() async {
    var session = session
    say(session.open())
    if let lines {
      for line in lines where !session.isOver { say(await take(line, echoes: true, &session)) }
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
