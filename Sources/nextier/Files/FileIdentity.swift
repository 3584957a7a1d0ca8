import Glibc

/// Which file or folder a path leads to, whatever it is called: all links to one file are that file.
struct FileIdentity: Hashable {
  private let device: dev_t
  private let number: ino_t

  /// - Parameter path: `-` is standard input.
  /// - Returns: `nil` for what is not there, and for devices and pipes, which may well be read and written at once.
  init?(_ path: String) {
    var status = stat()
    guard (path == "-" ? fstat(STDIN_FILENO, &status) : stat(path, &status)) == 0 else { return nil }
    self.init(status)
  }

  /// The file that a descriptor is open on.
  init?(descriptor: Int32) {
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { return nil }
    self.init(status)
  }

  private init?(_ status: stat) {
    guard [S_IFREG, S_IFDIR].contains(status.st_mode & S_IFMT) else { return nil }
    (device, number) = (status.st_dev, status.st_ino)
  }
}
