import WorkflowSyntax

/// Identifies what a workflow says, whatever its layout and comments.
struct SourceHash {
  private var first: UInt64 = 0xCBF2_9CE4_8422_2325
  private var second: UInt64 = 0x6C62_272E_07BB_0142

  /// 32 hexadecimal digits for trees, in order; equal trees have equal hashes, and others practically never.
  ///
  /// Tells versions apart; it is no seal against someone who wants two files to look alike.
  static func of(_ nodes: [YAMLNode], _ law: YAMLNode?) -> String {
    var hash = SourceHash()
    for node in nodes { hash.add(node) }
    if let law { hash.add(law) }
    return hash.digits(hash.first) + hash.digits(hash.second)
  }

  private mutating func add(_ node: YAMLNode) {
    switch node.content {
    case .scalar(let scalar):
      add(byte: 1)
      add(text: scalar.text)
    case .sequence(let items):
      add(byte: 2)
      for item in items { add(item) }
      add(byte: 3)
    case .mapping(let entries):
      add(byte: 4)
      for entry in entries {
        add(text: entry.key.name)
        add(entry.value)
      }
      add(byte: 5)
    }
  }

  private mutating func add(text: String) {
    for byte in text.utf8 { add(byte: byte) }
    add(byte: 0)
  }

  /// FNV-1a twice, from different starts and with the byte turned for the second.
  private mutating func add(byte: UInt8) {
    first = (first ^ UInt64(byte)) &* 0x0000_0100_0000_01B3
    second = (second ^ UInt64(byte) ^ 0xA5) &* 0x0000_0100_0000_01B3
    second = second << 5 | second >> 59
  }

  private func digits(_ word: UInt64) -> String {
    let text = String(word, radix: 16)
    return String(repeating: "0", count: 16 - text.count) + text
  }
}
