package import Foundation
package import LivenStore

/// A folder of its own for a test.
///
/// It is not removed: on an ext4 without a journal a removal makes the creations of the next minutes slow.
package struct TemporaryStore {
  package let path: String

  package init() throws {
    let parent = FileManager.default.temporaryDirectory.appending(path: "livenstore-tests")
    let folder = parent.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    path = folder.path + "/store"
  }

  package func open() throws -> JSONEventStore { try JSONEventStore(at: path) }

  /// Writes a file into the store as another program would.
  package func write(_ text: String, to name: String) throws {
    try write(Data(text.utf8), to: name)
  }

  package func write(_ data: Data, to name: String) throws {
    let file = URL(fileURLWithPath: path).appending(path: name)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    guard FileManager.default.createFile(atPath: file.path, contents: data) else {
      throw CocoaError(.fileWriteUnknown)
    }
  }

  /// Makes a symbolic link of any text.
  package func link(_ name: String, to text: String) throws {
    let file = path + "/" + name
    try FileManager.default.createDirectory(
      at: URL(fileURLWithPath: file).deletingLastPathComponent(), withIntermediateDirectories: true)
    try FileManager.default.createSymbolicLink(atPath: file, withDestinationPath: text)
  }

  /// Makes a stream's folder, whatever it is called.
  package func make(stream: StreamName) throws {
    try FileManager.default.createDirectory(
      atPath: path + "/streams/\(stream)", withIntermediateDirectories: true)
  }

  package func contents(of name: String) throws -> String {
    try String(contentsOfFile: path + "/" + name, encoding: .utf8)
  }

  package func names(in folder: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: path + "/" + folder).sorted()
  }
}
