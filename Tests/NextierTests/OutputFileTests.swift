import Glibc
import Testing

@testable import nextier

private func write(_ text: String, to path: String, besides inputs: [String] = []) throws(FileError) {
  try writeFile(Array(text.utf8), to: path, besides: inputs)
}

@Suite struct OutputFileTests {
  private let folder = ScratchFolder()

  @Test func `a file takes its name only when it is whole`() throws {
    folder.write("old", to: "a.csv")
    do {
      var file = try OutputFile(folder / "a.csv")
      try file.write(Array("new".utf8))
      #expect(folder.read("a.csv") == "old")
    }
    // Not closed, so nothing of it stays.
    #expect(folder.names == ["a.csv"])
    try write("new", to: folder / "a.csv")
    #expect(folder.read("a.csv") == "new")
    #expect(folder.names == ["a.csv"])
  }

  @Test func `what is read is not written over, whatever it is called`() throws {
    folder.write("leads", to: "leads.csv")
    symlink("leads.csv", folder / "link.csv")
    link(folder / "leads.csv", folder / "hard.csv")
    for name in ["leads.csv", "link.csv", "hard.csv"] {
      #expect {
        try write("scores", to: folder / name, besides: ["other.csv", folder / "leads.csv"])
      } throws: {
        ($0 as? FileError)?.exitCode == 2
      }
    }
    #expect(folder.read("leads.csv") == "leads")
    try write("scores", to: folder / "out.csv", besides: [folder / "leads.csv"])
    #expect(folder.names == ["hard.csv", "leads.csv", "link.csv", "out.csv"])
  }

  @Test func `links are followed to what they name`() throws {
    folder.write("old", to: "real.csv")
    symlink("real.csv", folder / "link.csv")
    symlink("later.csv", folder / "dangling.csv")
    try write("new", to: folder / "link.csv")
    try write("made", to: folder / "dangling.csv")
    #expect(folder.read("real.csv") == "new")
    #expect(folder.read("later.csv") == "made")
    var status = stat()
    #expect(lstat(folder / "link.csv", &status) == 0 && status.st_mode & S_IFMT == S_IFLNK)
    symlink("b", folder / "a")
    symlink("a", folder / "b")
    #expect(throws: FileError.self) { try write("x", to: folder / "a") }
  }

  @Test func `a file keeps its permissions`() throws {
    folder.write("old", to: "a.csv")
    chmod(folder / "a.csv", 0o600)
    try write("new", to: folder / "a.csv")
    var status = stat()
    #expect(stat(folder / "a.csv", &status) == 0 && status.st_mode & 0o777 == 0o600)
  }

  @Test func `devices stay devices`() throws {
    try write("gone", to: "/dev/null")
    var status = stat()
    #expect(stat("/dev/null", &status) == 0 && status.st_mode & S_IFMT == S_IFCHR)
    #expect { try write("x", to: "/dev/full") } throws: { ($0 as? FileError)?.exitCode == 1 }
  }

  @Test func `folders are refused at once`() {
    #expect { try OutputPlace(folder.path) } throws: {
      ($0 as? FileError)?.reason.contains("folder") ?? false
    }
    #expect(throws: FileError.self) { try write("x", to: folder / "none/x.csv") }
    #expect(folder.names.isEmpty)
  }

  @Test func `a place where nothing can be written is refused before any work`() {
    for (name, reason) in [("", "a file needs a name"), (folder / "none/x.csv", "there is no such folder")] {
      #expect { try OutputPlace(name) } throws: { ($0 as? FileError)?.reason == reason }
      #expect { _ = try QuarantineFile(name, besides: []) } throws: {
        ($0 as? FileError)?.reason == reason
      }
    }
  }

  @Test func `a minus is standard output, and no file`() throws {
    #expect(try OutputPlace("-").kind == .standardOutput)
  }

  @Test func `two outputs of one name are known`() throws {
    let place = try OutputPlace(folder / "a.csv")
    #expect(place.isSame(as: try OutputPlace(folder.path + "/./a.csv")))
    #expect(!place.isSame(as: try OutputPlace(folder / "b.csv")))
    let null = try OutputPlace("/dev/null")
    #expect(!null.isSame(as: null))
  }

  @Test func `a missing file is another's mistake, a full disk is not`() {
    #expect { try readFile(folder / "none") } throws: { ($0 as? FileError)?.exitCode == 2 }
    #expect { try readFile(folder.path) } throws: { ($0 as? FileError)?.exitCode == 2 }
  }
}
