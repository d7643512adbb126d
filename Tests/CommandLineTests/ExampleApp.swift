import Foundation
import LivenStoreTestSupport
import Testing

/// The example app, compiled against the modules of this build, as its package would with one of its own.
struct ExampleApp {
  let program: URL

  private static let folder = Fixtures.root.appending(path: "Resources/Examples/shop-browser")
  private static let modules = [
    "CSystem", "LivenStore", "TerminalUI", "NcursesTerminal", "StoreBrowser", "LivenStoreBrowser",
  ]

  /// Builds it into a folder of the test.
  init(in folder: URL) throws {
    program = folder.appending(path: "shop-browser")
    let build = Livenstore.program.deletingLastPathComponent()
    func path(_ name: String) -> String { build.appending(path: name).path }
    let sources = try ExampleApp.files(in: ExampleApp.folder.path, ending: ".swift").filter {
      !$0.hasSuffix("Package.swift")
    }
    let objects = try ExampleApp.modules.flatMap { module in
      try ExampleApp.files(in: path("\(module).build"), ending: ".o")
    }
    #if os(macOS)
      let curses = "-lncurses"
    #else
      let curses = "-lncursesw"
    #endif
    let arguments =
      ["swiftc", "-swift-version", "6", "-module-name", "shop_browser", "-I", path("Modules")]
      + ["-module-cache-path", path("ModuleCache")]
      + ["-Xcc", "-fmodule-map-file=\(path("CSystem.build/module.modulemap"))"]
      + ["-I", Fixtures.root.appending(path: "Sources/CNcurses").path]
      + sources + objects + [curses, "-o", program.path]
    let outcome = try Livenstore.run(URL(fileURLWithPath: "/usr/bin/env"), arguments)
    try #require(outcome.status == 0, "\(outcome.errors)")
  }

  /// What its package says of itself.
  static func manifest() throws -> String {
    try Livenstore.run(
      URL(fileURLWithPath: "/usr/bin/env"),
      ["swift", "package", "--package-path", folder.path, "dump-package"]
    ).output
  }

  private static func files(in folder: String, ending: String) throws -> [String] {
    try FileManager.default.subpathsOfDirectory(atPath: folder).filter { $0.hasSuffix(ending) }
      .sorted().map { "\(folder)/\($0)" }
  }
}
