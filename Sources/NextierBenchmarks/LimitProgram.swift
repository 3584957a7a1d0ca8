import FoundationEssentials
import Glibc

/// A hand-written C program that does the same work, to be measured in the same run.
///
/// Benchmarks take the folder such programs were built in; without one they print their own figures only. A
/// program runs in the folder of the lead files and prints one line of JSON with `"total_s":` or `"rate":`.
struct LimitProgram {
  let folder: String
  let leadFolder: String

  /// The number behind a key in what a program prints; `nil` when it cannot be run.
  func measure(_ name: String, _ arguments: [String], key: String) -> Double? {
    let command = (["\(folder)/\(name)"] + arguments).map { "'\($0)'" }.joined(separator: " ")
    guard let pipe = popen("cd '\(leadFolder)' && \(command) 2>/dev/null", "r") else { return nil }
    defer { pclose(pipe) }
    var text = ""
    var buffer = [CChar](repeating: 0, count: 4_096)
    while fgets(&buffer, Int32(buffer.count), pipe) != nil {
      text += String(decoding: buffer.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }
    guard let start = text.firstRange(of: "\"\(key)\":")?.upperBound else { return nil }
    return Double(text[start...].prefix { $0.isNumber || $0 == "." || $0 == "e" || $0 == "-" || $0 == "+" })
  }
}
