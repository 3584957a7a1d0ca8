import LeadModel
import WorkflowEngine
import WorkflowProgram

/// Leads that wait, each packed without loss into the few bytes that its rules and texts can still need.
///
/// A bit for each known field says whether it is there; then come the values of those that are: numbers of varying
/// length, words that repeat (such as an industry) as numbers of a word list, other texts letter by letter. One
/// thread adds; when it is done, all may read.
struct PackedLeads: ~Copyable {
  private let kept: KeptFields
  /// Memory that leads are packed into, so that growing copies nothing; no lead lies in two blocks.
  private var blocks: [UnsafeMutableRawPointer] = []
  /// Bytes in use of the last block, and how many it has.
  private var used = 0
  private var size = 0
  private var wordLists: [WordList]

  /// Where a lead is packed: the block in the high 16 bits, then the place in it in steps of four bytes.
  struct Place: Hashable, Sendable {
    let packed: UInt32
  }

  /// Four times what 16 bits can count.
  private static let blockSize = 1 << 18
  private static let blockLimit = 1 << 16

  init(keeping kept: KeptFields) {
    self.kept = kept
    wordLists = kept.words.map { _ in WordList() }
  }

  deinit { for block in blocks { block.deallocate() } }

  /// Packs one row of a batch.
  ///
  /// - Precondition: All leads of one thread take less than 16 GB.
  mutating func append(_ lead: LeadRow) -> Place {
    let batch = lead.batch
    let row = lead.row
    let (longest, bitmap) = (longestForm(of: lead), (kept.known.count + 7) / 8)
    if size - used < longest { addBlock(holding: longest) }
    let place = Place(packed: UInt32((blocks.count - 1) << 16 | used >> 2))
    var writer = ByteWriter(start: blocks[blocks.count - 1] + used)
    writer.zeros(bitmap)
    for (bit, field) in kept.known.enumerated() where batch.has(field: field, row: row) {
      writer.setBit(bit)
    }
    for field in kept.numbers where batch.has(field: field, row: row) {
      writer.number(batch.cells[field * batch.capacity + row])
    }
    for (list, field) in kept.words.enumerated() where batch.has(field: field, row: row) {
      let word = batch.textBytes(field: field, row: row)
      if let number = wordLists[list].number(of: word) {
        writer.short(number)
      } else {
        writer.short(WordList.unlisted)
        writer.text(word)
      }
    }
    for field in kept.texts where batch.has(field: field, row: row) {
      writer.text(batch.textBytes(field: field, row: row))
    }
    used += (writer.count + 3) & ~3
    return place
  }

  /// Unpacks a lead into row 0 of a batch, which is emptied first.
  borrowing func load(_ place: Place, into batch: LeadBatch) {
    batch.removeAll()
    batch.count = 1
    let start = blocks[Int(place.packed >> 16)] + Int(place.packed & 0xFFFF) << 2
    var reader = ByteReader(start: start, skipping: (kept.known.count + 7) / 8)
    for (bit, field) in kept.known.enumerated() where reader.bit(bit) {
      batch.presence[field * batch.capacity] = 1
    }
    for field in kept.numbers where batch.has(field: field, row: 0) {
      batch.setBits(reader.number(), field: field, row: 0)
    }
    for (list, field) in kept.words.enumerated() where batch.has(field: field, row: 0) {
      let number = reader.short()
      if number == WordList.unlisted {
        batch.setText(reader.text(), field: field, row: 0)
      } else {
        wordLists[list].withBytes(of: number) { batch.setText($0, field: field, row: 0) }
      }
    }
    for field in kept.texts where batch.has(field: field, row: 0) {
      batch.setText(reader.text(), field: field, row: 0)
    }
  }

  /// The most bytes that a lead can take.
  private func longestForm(of lead: LeadRow) -> Int {
    var length = kept.known.count / 8 + 4 + (kept.numbers.count + kept.words.count + kept.texts.count) * 10
    for field in kept.texts { length += lead.batch.textBytes(field: field, row: lead.row).count }
    for field in kept.words { length += lead.batch.textBytes(field: field, row: lead.row).count }
    return length
  }

  private mutating func addBlock(holding length: Int) {
    precondition(blocks.count < Self.blockLimit, "a thread's leads take less than 16 GB")
    size = max(Self.blockSize, length)
    blocks.append(.allocate(byteCount: size, alignment: 8))
    used = 0
  }
}
