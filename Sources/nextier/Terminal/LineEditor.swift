import Diagnostics
import Glibc

/// Reads lines that people type: with arrows, history and the usual control keys on a terminal, plainly elsewhere.
struct LineEditor {
  private let prompt: String
  private var history: [String] = []
  private var buffer = LineEditorBuffer()
  /// How far back in the history, 0 for the line being typed.
  private var back = 0
  /// The line being typed while older ones are shown.
  private var draft = ""

  private static let historyLimit = 500

  init(prompt: String) { self.prompt = prompt }

  /// Whether somebody types at a terminal that can move its cursor.
  static var isInteractive: Bool {
    guard isatty(STDIN_FILENO) == 1, isatty(STDOUT_FILENO) == 1 else { return false }
    guard let terminal = getenv("TERM") else { return true }
    return strcmp(terminal, "dumb") != 0
  }

  /// The next line without its end, or `nil` when there are no more.
  mutating func line() -> String? {
    guard Self.isInteractive, let mode = RawMode() else { return readLine(strippingNewline: true) }
    defer { mode.end() }
    buffer = LineEditorBuffer()
    back = 0
    draft = ""
    show()
    let keys = LineEditorKeys(
      next: { RawMode.byte(waitTenths: 0) }, nextAtOnce: { RawMode.byte(waitTenths: 1) })
    while true {
      let key = keys.key()
      switch key {
      case .enter:
        buffer.moveToEnd()
        show()
        RawMode.write("\r\n")
        remember(buffer.text)
        return buffer.text
      case .endOfInput:
        RawMode.write("\r\n")
        return nil
      case .deleteOrEnd where buffer.characters.isEmpty, .interrupt where buffer.characters.isEmpty:
        RawMode.write("\r\n")
        return nil
      case .interrupt: buffer.replace(with: "")
      case .text, .left, .right, .up, .down, .home, .end, .wordLeft, .wordRight, .backspace, .delete,
        .deleteOrEnd, .cutToEnd, .cutToStart, .cutWord, .paste, .clearScreen, .other:
        edit(key)
      }
      // What is pasted is shown once, not letter by letter.
      if !RawMode.hasInput { show() }
    }
  }

  private mutating func edit(_ key: LineEditorKey) {
    switch key {
    case .text(let text): buffer.insert(text)
    case .left: buffer.move(by: -1)
    case .right: buffer.move(by: 1)
    case .wordLeft: buffer.moveWordLeft()
    case .wordRight: buffer.moveWordRight()
    case .home: buffer.moveToStart()
    case .end: buffer.moveToEnd()
    case .backspace: buffer.deleteBefore()
    case .delete, .deleteOrEnd: buffer.deleteAfter()
    case .cutToEnd: buffer.cutToEnd()
    case .cutToStart: buffer.cutToStart()
    case .cutWord: buffer.cutWord()
    case .paste: buffer.paste()
    case .up: recall(back + 1)
    case .down: recall(back - 1)
    case .clearScreen: RawMode.write("\u{1B}[2J\u{1B}[H")
    case .enter, .endOfInput, .interrupt, .other: break
    }
  }

  private mutating func recall(_ steps: Int) {
    guard 0 <= steps, steps <= history.count, steps != back else { return }
    if back == 0 { draft = buffer.text }
    back = steps
    buffer.replace(with: steps == 0 ? draft : history[history.count - steps])
  }

  private mutating func remember(_ line: String) {
    guard !line.isEmpty, line != history.last else { return }
    history.append(line)
    if Self.historyLimit < history.count { history.removeFirst() }
  }

  private func show() {
    let start = displayWidth(of: prompt)
    let (text, column) = buffer.visible(width: max(2, RawMode.columns - start))
    let painted = Terminal.showsColor ? "\u{1B}[36m\(prompt)\u{1B}[0m" : prompt
    // Back to the first column, the line anew, the rest cleared, and the cursor where it belongs.
    RawMode.write("\r\(painted)\(text)\u{1B}[K\r\u{1B}[\(start + column)C")
  }
}
