import Expressions
import LeadModel
import WorkflowEngine
import WorkflowProgram

/// The leads of a dry run, each packed into the few bytes that its rules and texts can still need.
///
/// A million leads wait at once, so a lead keeps only the fields that conditions read or templates show;
/// words that repeat, such as an industry, are kept once.
final class PackedLeads {
  private let schema: LeadSchema
  /// Text fields kept letter by letter, and those kept as numbers of a word list.
  private let texts: [Int]
  private let words: [Int]
  private let numbers: [Int]
  /// Blocks of `blockSize` bytes, so that growing copies nothing; no lead lies in two.
  private var blocks: [UnsafeMutablePointer<UInt8>] = []
  /// Bytes in use of the last block.
  private var used = PackedLeads.blockSize
  /// The lead at hand, until it is whole.
  private var packed: [UInt8] = []
  /// By lead: the block in the high bits, the place in it in the low 22.
  private var offsets: [Int] = []
  private var wordLists: [[String]]
  /// By list: a word's number by its hash.
  private var wordNumbers: [[UInt64: UInt16]]

  /// Text fields whose values repeat from lead to lead.
  private static let repeating: [StandardField] = [.industry, .city, .state, .leadSource, .county]
  /// Fields that templates show, whatever the conditions read.
  private static let shown: [StandardField] = [
    .recordID, .businessName, .firstName, .industry, .city, .state,
  ]
  /// The most different words of one field; further ones read as absent.
  private static let wordLimit = Int(UInt16.max) - 1
  /// 4 MB: 2 to the 22nd.
  private static let blockSize = 1 << 22
  /// The longest text that is kept, in bytes.
  private static let textLimit = 255

  init(program: ClientProgram) {
    schema = program.leadSchema
    var read = Set(Self.shown.map(\.rawValue))
    for condition in program.conditions {
      for slot in condition.expression.valueSlots where slot < schema.fields.count { read.insert(slot) }
    }
    for band in program.decisions.bands { read.insert(band.field) }
    let kept = read.sorted()
    let repeating = Set(Self.repeating.map(\.rawValue))
    texts = kept.filter { program.leadSchema.fields[$0].type.isText && !repeating.contains($0) }
    words = kept.filter { program.leadSchema.fields[$0].type.isText && repeating.contains($0) }
    numbers = kept.filter { !program.leadSchema.fields[$0].type.isText }
    wordLists = words.map { _ in [] }
    wordNumbers = words.map { _ in [:] }
  }

  deinit { for block in blocks { block.deallocate() } }

  var count: Int { offsets.count }

  /// Packs one row of a batch; its number is `count` before the call.
  func append(_ batch: LeadBatch, row: Int) {
    packed.removeAll(keepingCapacity: true)
    defer { keep() }
    var presence: UInt64 = 0
    for field in 0..<min(64, schema.fields.count) where batch.has(field: field, row: row) {
      presence |= 1 << UInt64(field)
    }
    append(presence)
    for field in numbers { append(batch.cells[field * batch.capacity + row]) }
    for (list, field) in words.enumerated() {
      let number = wordNumber(batch, field, row, list)
      packed.append(UInt8(truncatingIfNeeded: number))
      packed.append(UInt8(truncatingIfNeeded: number >> 8))
    }
    for field in texts {
      let text = batch.textBytes(field: field, row: row).prefix(Self.textLimit)
      packed.append(UInt8(text.count))
      packed.append(contentsOf: UnsafeBufferPointer(rebasing: text))
    }
  }

  /// Unpacks a lead into row 0 of an emptied batch.
  func load(_ lead: Int, into batch: LeadBatch) {
    batch.removeAll()
    batch.count = 1
    let offset = offsets[lead]
    let bytes = UnsafePointer(blocks[offset >> 22])
    var position = offset & (Self.blockSize - 1)
    let presence = read(bytes, &position)
    for field in numbers {
      let bits = read(bytes, &position)
      if presence >> UInt64(field) & 1 == 1 { batch.setBits(bits, field: field, row: 0) }
    }
    for (list, field) in words.enumerated() {
      let number = Int(bytes[position]) | Int(bytes[position + 1]) << 8
      position += 2
      if 0 < number { batch.setText(wordLists[list][number - 1], field: field, row: 0) }
    }
    for field in texts {
      let length = Int(bytes[position])
      position += 1
      if 0 < length {
        batch.setText(
          UnsafeBufferPointer(start: bytes + position, count: length), field: field, row: 0)
      }
      position += length
    }
    // A field that is only asked for with has() needs no value, just to be there.
    for field in 0..<min(64, schema.fields.count) where presence >> UInt64(field) & 1 == 1 {
      batch.presence[field * batch.capacity] = 1
    }
  }

  private func wordNumber(_ batch: LeadBatch, _ field: Int, _ row: Int, _ list: Int) -> Int {
    guard batch.has(field: field, row: row) else { return 0 }
    let word = batch.textBytes(field: field, row: row)
    let hash = stableHash(word)
    if let known = wordNumbers[list][hash] {
      // Two words of one hash are as good as never seen; the second then reads as absent, not as the first.
      return wordLists[list][Int(known) - 1].utf8.elementsEqual(word) ? Int(known) : 0
    }
    guard wordLists[list].count < Self.wordLimit else { return 0 }
    wordLists[list].append(String(decoding: word, as: UTF8.self))
    let number = UInt16(wordLists[list].count)
    wordNumbers[list][hash] = number
    return Int(number)
  }

  private func append(_ word: UInt64) {
    withUnsafeBytes(of: word.littleEndian) { packed.append(contentsOf: $0) }
  }

  private func read(_ bytes: UnsafePointer<UInt8>, _ position: inout Int) -> UInt64 {
    let word = UnsafeRawPointer(bytes).loadUnaligned(fromByteOffset: position, as: UInt64.self)
    position += 8
    return UInt64(littleEndian: word)
  }

  /// Copies the lead at hand behind the others.
  private func keep() {
    if Self.blockSize - used < packed.count {
      blocks.append(.allocate(capacity: Self.blockSize))
      used = 0
    }
    let block = blocks[blocks.count - 1]
    for (index, byte) in packed.enumerated() { block[used + index] = byte }
    offsets.append((blocks.count - 1) << 22 | used)
    used += packed.count
  }
}
