import Foundation
import Testing

/// The real compiler with the built plugin.
struct Compiler {
  struct Outcome {
    let status: Int32
    /// The lines of errors and warnings, without the path of the file.
    let diagnostics: [String]
  }

  /// The folder of the build, in which the plugin stands beside the tests.
  private static func buildFolder() throws -> URL {
    for argument in ProcessInfo.processInfo.arguments where argument.hasPrefix("/") {
      var folder = URL(fileURLWithPath: argument).resolvingSymlinksInPath()
      while folder.path != "/" {
        folder = folder.deletingLastPathComponent()
        if FileManager.default.fileExists(atPath: folder.appending(path: plugin).path) {
          return folder
        }
      }
    }
    throw CocoaError(.fileNoSuchFile)
  }

  private static let plugin = "LivenStoreMacrosPlugin-tool"

  /// Checks the types of a source that imports the library and the macro.
  static func check(_ source: String) throws -> Outcome {
    let folder = FileManager.default.temporaryDirectory.appending(
      path: "livenstore-macros-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appending(path: "Source.swift")
    let text = "import LivenStore\nimport LivenStoreMacros\n\n" + source
    try Data(text.utf8).write(to: file)
    let output = folder.appending(path: "output")
    try Data().write(to: output)
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = try ["swiftc"] + arguments(file)
    process.standardError = try FileHandle(forWritingTo: output)
    process.standardOutput = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    let lines = try String(contentsOf: output, encoding: .utf8).split(separator: "\n")
    return Outcome(
      status: process.terminationStatus,
      diagnostics: lines.map { String($0).replacing(file.path + ":", with: "") }.filter {
        $0.contains(" error: ") || $0.contains(" warning: ")
      })
  }

  private static func arguments(_ file: URL) throws -> [String] {
    let build = try buildFolder()
    func path(_ name: String) -> String { build.appending(path: name).path }
    return [
      "-typecheck", "-swift-version", "6", "-module-name", "Shop", "-diagnostic-style", "llvm",
      "-module-cache-path", path("ModuleCache"), "-I", path("Modules"),
      "-Xcc", "-fmodule-map-file=\(path("CSystem.build/module.modulemap"))",
      "-load-plugin-executable", "\(path(plugin))#LivenStoreMacrosPlugin", file.path,
    ]
  }
}
