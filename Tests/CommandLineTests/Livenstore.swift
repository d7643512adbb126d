import Foundation

/// The built program as a process.
struct Livenstore {
  struct Outcome {
    let status: Int32
    let output: String
    let errors: String
  }

  /// The program stands beside the tests.
  static var program: URL {
    let own = URL(fileURLWithPath: ProcessInfo.processInfo.arguments[0]).resolvingSymlinksInPath()
    var folder = own.deletingLastPathComponent()
    while folder.path != "/" {
      let candidate = folder.appending(path: "livenstore")
      let values = try? candidate.resourceValues(forKeys: [.isRegularFileKey])
      if values?.isRegularFile == true { return candidate }
      folder = folder.deletingLastPathComponent()
    }
    return own
  }

  /// Runs it to its end.
  static func run(_ arguments: String..., input: String = "") throws -> Outcome {
    try run(arguments: arguments, input: input)
  }

  static func run(arguments: [String], input: String = "") throws -> Outcome {
    try run(program, arguments, input: input)
  }

  /// Runs any program to its end.
  static func run(
    _ program: URL, _ arguments: [String], input: String = ""
  ) throws -> Outcome {
    // Files, not pipes: a server that the program leaves behind would keep a pipe open for ever.
    let folder = FileManager.default.temporaryDirectory.appending(
      path: "livenstore-runs/\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    func file(_ name: String, _ content: String = "") throws -> FileHandle {
      let path = folder.appending(path: name)
      try Data(content.utf8).write(to: path)
      return try FileHandle(forUpdating: path)
    }
    let process = Process()
    process.executableURL = program
    process.arguments = arguments
    process.standardInput = try file("input", input)
    process.standardOutput = try file("output")
    process.standardError = try file("errors")
    try process.run()
    process.waitUntilExit()
    func text(_ name: String) throws -> String {
      String(decoding: try Data(contentsOf: folder.appending(path: name)), as: UTF8.self)
    }
    return Outcome(
      status: process.terminationStatus, output: try text("output"), errors: try text("errors"))
  }
}
