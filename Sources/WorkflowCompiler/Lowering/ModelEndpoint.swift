/// The address of a chat-completions call, as an author writes it: with or without the call's own path.
struct ModelEndpoint {
  /// The call's whole address.
  let address: String

  /// What is wrong with an address; the text of a finding.
  struct Problem: Error {
    let message: String
    /// Whether it is a secret that stands in the file.
    var isSecret = false
    /// The address as it was probably meant.
    var replacement: String?
  }

  private static let call = "/chat/completions"

  /// Reads `https://host[:port][/path][?query]`; the call's path is added where it is not there.
  ///
  /// - Throws: `Problem` for an address that cannot or should not be asked.
  init(_ text: String) throws(Problem) {
    guard let colon = text.firstRange(of: "://") else { throw Problem(message: "must be a web address") }
    let scheme = text[..<colon.lowerBound]
    let rest = text[colon.upperBound...]
    let authority = rest.prefix { $0 != "/" && $0 != "?" && $0 != "#" }
    if authority.contains("@") {
      throw Problem(message: "must not carry a user or a password", isSecret: true)
    }
    let tail = rest[authority.endIndex...]
    if let name = Self.secretName(inQuery: tail.drop { $0 != "?" }) {
      throw Problem(
        message: "must not carry a secret ('\(name)'); the key comes from the environment, by 'api_key'",
        isSecret: true)
    }
    if tail.contains("#") { throw Problem(message: "must not have a part behind '#'") }
    let host = try Self.host(of: authority)
    switch scheme {
    case "https": break
    case "http" where Self.isThisMachine(host): break
    case "http":
      throw Problem(
        message: "must begin with https: what leads write would cross the network in the clear",
        replacement: "https\(text[colon.lowerBound...])")
    case _: throw Problem(message: "must begin with https, or with http on this machine")
    }
    var path = String(tail.prefix { $0 != "?" })
    while path.hasSuffix("/") { path.removeLast() }
    if !path.hasSuffix(Self.call) { path += Self.call }
    address = "\(scheme)://\(authority)\(path)\(tail.drop { $0 != "?" })"
  }

  /// The host without its port.
  private static func host(of authority: Substring) throws(Problem) -> Substring {
    let host: Substring
    let port: Substring
    if authority.hasPrefix("[") {
      guard let end = authority.firstIndex(of: "]") else { throw Problem(message: "has a '[' without ']'") }
      host = authority[authority.index(after: authority.startIndex)..<end]
      port = authority[authority.index(after: end)...]
    } else {
      host = authority.prefix { $0 != ":" }
      port = authority[host.endIndex...]
    }
    let isName = host.utf8.allSatisfy {
      ($0 | 0x20) &- 97 < 26 || $0 &- 48 < 10 || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: ".")
        || $0 == UInt8(ascii: ":")
    }
    guard !host.isEmpty, isName else { throw Problem(message: "names no host") }
    guard port.isEmpty || port.first == ":" && Int(port.dropFirst()).map((1...65_535).contains) ?? false
    else { throw Problem(message: "has a port that is none; ports are 1 to 65535") }
    return host
  }

  /// The first parameter of a query whose name says that it is a secret.
  private static func secretName(inQuery query: Substring) -> Substring? {
    query.split { $0 == "?" || $0 == "&" }.map { $0.prefix { $0 != "=" } }.first { name in
      ["key", "token", "secret", "password", "sig"].contains { name.lowercased().contains($0) }
    }
  }

  /// Whether a host is this machine, by its name or its loopback addresses (RFC 1122, RFC 4291).
  private static func isThisMachine(_ host: Substring) -> Bool {
    if host.lowercased() == "localhost" || host == "::1" { return true }
    let parts = host.split(separator: ".", omittingEmptySubsequences: false)
    return parts.count == 4 && parts[0] == "127" && parts.allSatisfy { UInt8($0) != nil }
  }
}
