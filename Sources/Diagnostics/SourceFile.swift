/// Names a file of a `SourceFiles` collection; small and trivial, so that every value can carry its place.
public struct SourceFileID: Hashable, Sendable {
  public let index: Int32
  public init(index: Int32) { self.index = index }
}

/// A stretch of one file's UTF-8 bytes, from `start` up to but not including `end`.
public struct SourceRange: Hashable, Sendable {
  public let file: SourceFileID
  public let start: Int32
  public let end: Int32

  public init(file: SourceFileID, start: Int, end: Int) {
    self.file = file
    self.start = Int32(start)
    self.end = Int32(max(start, end))
  }

  /// The part of this range that starts `offset` bytes in and is `length` bytes long.
  public func part(offset: Int, length: Int) -> SourceRange {
    SourceRange(file: file, start: Int(start) + offset, end: Int(start) + offset + length)
  }
}

/// A place as a person counts: both from 1, columns in Unicode scalars.
public struct SourcePosition: Hashable, Sendable {
  public let line: Int
  public let column: Int
  public init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }
}

/// A text that findings point into: its name as the user gave it, its bytes, and where its lines start.
public struct SourceFile: Sendable {
  /// As shown to the reader, usually relative to where the command runs.
  public let path: String
  public let bytes: [UInt8]
  /// The byte offset at which each line starts; never empty, ascending.
  ///
  /// LF, CRLF and CR end a line. A byte order mark is before the first line, as editors show it.
  public let lineStarts: [Int32]
  /// The characters before every `stride`th byte, so that a place far into a line need not be counted to from the
  /// line's start; empty where no line is longer than that.
  private let characterCounts: [Int32]

  private static let stride = 1_024

  public init(path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
    var starts = [Int32(bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0)]
    bytes.withUnsafeBufferPointer { bytes in
      var index = Int(starts[0]) - 1
      while let next = bytes.nextControl(after: index) {
        index = next
        let byte = bytes[index]
        if byte == 0x0A || (byte == 0x0D && !(index + 1 < bytes.count && bytes[index + 1] == 0x0A)) {
          starts.append(Int32(index + 1))
        }
      }
    }
    lineStarts = starts
    let ends = starts.dropFirst() + [Int32(bytes.count)]
    let hasLongLine = zip(starts, ends).contains { Self.stride < Int($1 - $0) }
    characterCounts = hasLongLine ? Self.characterCounts(of: bytes) : []
  }

  private static func characterCounts(of bytes: [UInt8]) -> [Int32] {
    var counts: [Int32] = []
    counts.reserveCapacity(bytes.count / stride + 1)
    bytes.withUnsafeBufferPointer { bytes in
      var count = 0
      var start = 0
      while start <= bytes.count {
        counts.append(Int32(count))
        count += bytes.characters(in: start..<min(start + stride, bytes.count))
        start += stride
      }
    }
    return counts
  }

  /// How many characters start before a byte; only asked where a line is long.
  private func characters(before offset: Int) -> Int {
    let mark = offset / Self.stride
    let rest = bytes.withUnsafeBufferPointer { $0.characters(in: mark * Self.stride..<offset) }
    return Int(characterCounts[mark]) + rest
  }

  /// The line and column of a byte offset; an offset past the end is the end.
  public func position(ofByte offset: Int) -> SourcePosition {
    let offset = min(max(Int(lineStarts[0]), offset), bytes.count)
    var low = 0
    var high = lineStarts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if Int(lineStarts[middle]) <= offset { low = middle } else { high = middle }
    }
    let start = Int(lineStarts[low])
    let before =
      offset - start <= Self.stride
      ? bytes.withUnsafeBufferPointer { $0.characters(in: start..<offset) }
      : characters(before: offset) - characters(before: start)
    return SourcePosition(line: low + 1, column: before + 1)
  }

  /// The text of a line counted from 1, without its line end; empty when there is no such line.
  public func line(_ number: Int) -> String {
    guard 1 <= number, number <= lineStarts.count else { return "" }
    let start = Int(lineStarts[number - 1])
    var end = number < lineStarts.count ? Int(lineStarts[number]) : bytes.count
    while start < end, bytes[end - 1] == 0x0A || bytes[end - 1] == 0x0D { end -= 1 }
    return String(decoding: bytes[start..<end], as: UTF8.self)
  }
}

/// The files a set of findings points into, in the order they were read.
public struct SourceFiles: Sendable {
  public private(set) var files: [SourceFile] = []

  public init() {}

  public mutating func add(_ file: SourceFile) -> SourceFileID {
    files.append(file)
    return SourceFileID(index: Int32(files.count - 1))
  }

  /// Adds the files of another collection, those of a path that is known already left out.
  ///
  /// - Returns: The id here of each file there, for `Diagnostic.moved(to:)`.
  public mutating func merge(_ other: SourceFiles) -> [SourceFileID] {
    var known: [String: SourceFileID] = [:]
    for (index, file) in files.enumerated() { known[file.path] = SourceFileID(index: Int32(index)) }
    return other.files.map { file in
      if let id = known[file.path] { return id }
      let id = add(file)
      known[file.path] = id
      return id
    }
  }

  public subscript(id: SourceFileID) -> SourceFile { files[Int(id.index)] }

  /// The line and column of a range's start.
  public func position(of range: SourceRange) -> SourcePosition {
    files[Int(range.file.index)].position(ofByte: Int(range.start))
  }

  /// Where a range starts, as `path:line:column`.
  public func place(_ range: SourceRange) -> String {
    let file = self[range.file]
    let position = file.position(ofByte: Int(range.start))
    return "\(file.path):\(position.line):\(position.column)"
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// How many of some bytes start a character.
  fileprivate func characters(in range: Range<Int>) -> Int {
    var count = 0
    var index = range.lowerBound
    while index < range.upperBound {
      if self[index] & 0xC0 != 0x80 { count += 1 }
      index += 1
    }
    return count
  }

  /// The next byte below 0x20, where lines end; eight bytes are passed at once as long as there is none.
  fileprivate func nextControl(after index: Int) -> Int? {
    var index = index + 1
    let ones: UInt64 = 0x0101_0101_0101_0101
    while index + 8 <= count {
      let word = UnsafeRawBufferPointer(self).loadUnaligned(fromByteOffset: index, as: UInt64.self)
      // Taking 0x20 from each byte borrows into the high bit of those below it (Anderson, "Bit Twiddling Hacks").
      guard (word &- ones &* 0x20) & ~word & (ones &* 0x80) == 0 else { break }
      index += 8
    }
    while index < count, 0x20 <= self[index] { index += 1 }
    return index < count ? index : nil
  }
}
