import Diagnostics
import WorkflowProgram
import WorkflowSyntax

/// Identifies what a workflow says, whatever its layout and comments.
struct SourceHash {
  private var first: UInt64 = 0xCBF2_9CE4_8422_2325
  private var second: UInt64 = 0x6C62_272E_07BB_0142

  /// Two words that tell trees apart.
  struct Digest: Sendable {
    let first: UInt64
    let second: UInt64
  }

  /// 32 hexadecimal digits for a workflow and the documents it uses, in order; equal trees have equal hashes, and
  /// others practically never.
  ///
  /// Tells versions apart; it is no seal against someone who wants two files to look alike.
  static func of(_ workflow: YAMLNode, _ documents: [YAMLNode], knowing known: inout KnownDigests) -> String {
    var hash = SourceHash()
    hash.add(word: UInt64(workflow.entries.count))
    for entry in workflow.entries {
      hash.add(text: entry.key.name)
      hash.add(known.digest(of: entry.value))
    }
    for document in documents { hash.add(known.digest(of: document)) }
    let digest = hash.digest
    return digits(digest.first) + digits(digest.second)
  }

  static func digest(of node: YAMLNode) -> Digest {
    var hash = SourceHash()
    hash.add(node)
    return hash.digest
  }

  private var digest: Digest { Digest(first: mixed(first), second: mixed(second ^ first)) }

  private mutating func add(_ digest: Digest) {
    add(word: digest.first)
    add(word: digest.second)
  }

  private mutating func add(_ node: YAMLNode) {
    // Counts go before what they count, so that no two trees give the same words.
    switch node.content {
    case .scalar(let scalar):
      add(word: 1)
      add(text: scalar.text)
    case .sequence(let items):
      add(word: 2 | UInt64(items.count) << 2)
      for index in items.indices { add(items[index]) }
    case .mapping(let entries):
      add(word: 3 | UInt64(entries.count) << 2)
      // By index, which copies no entry.
      for index in entries.indices {
        add(text: entries[index].key.name)
        add(entries[index].value)
      }
    }
  }

  private mutating func add(text: String) {
    var text = text
    text.withUTF8 { bytes in
      let bytes = UnsafeRawBufferPointer(bytes)
      add(word: UInt64(bytes.count))
      var index = 0
      while index + 8 <= bytes.count {
        add(word: UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self)))
        index += 8
      }
      guard index < bytes.count else { return }
      var rest: UInt64 = 0
      for byte in bytes[index...].reversed() { rest = rest << 8 | UInt64(byte) }
      add(word: rest)
    }
  }

  /// Multiplies twice, by different odd numbers, and folds what multiplying moved up back down.
  private mutating func add(word: UInt64) {
    first = (first ^ word) &* 0x9E37_79B9_7F4A_7C15
    first ^= first >> 32
    second = (second &+ word) &* 0xC2B2_AE3D_27D4_EB4F
    second = second << 31 | second >> 33
  }

  private static func digits(_ word: UInt64) -> String {
    let text = String(word, radix: 16)
    return String(repeating: "0", count: 16 - text.count) + text
  }
}

/// The hashes of values of shared documents, so that each is made once.
struct KnownDigests: Sendable {
  /// The documents that were looked up by name.
  var files: Set<SourceFileID> = []
  private var digests: [SourceRange: SourceHash.Digest] = [:]

  /// The hash of a value.
  mutating func digest(of node: YAMLNode) -> SourceHash.Digest {
    guard files.contains(node.range.file) else { return SourceHash.digest(of: node) }
    if let known = digests[node.range] { return known }
    let digest = SourceHash.digest(of: node)
    digests[node.range] = digest
    return digest
  }
}
