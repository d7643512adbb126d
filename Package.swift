// swift-tools-version: 6.2
import CompilerPluginSupport
import PackageDescription

let strict: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("ImmutableWeakCaptures"),
  .enableUpcomingFeature("InferIsolatedConformances"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
  .strictMemorySafety(),
  .treatAllWarnings(as: .error),
  .treatWarning("ExplicitSendable", as: .error),
]

// Targets stand in layer order: a target depends only on those above it.
let package = Package(
  name: "LivenStore",
  platforms: [.macOS(.v15)],
  products: [
    .library(name: "LivenStore", targets: ["LivenStore"]),
    .library(name: "LivenStoreMacros", targets: ["LivenStoreMacros"]),
    .library(name: "LivenStoreBrowser", targets: ["LivenStoreBrowser"]),
    .executable(name: "livenstore", targets: ["livenstore-cli"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.0"),
    .package(url: "https://github.com/swiftlang/swift-syntax", "602.0.0"..<"604.0.0"),
  ],
  targets: [
    // Layer 0: C.
    .target(name: "CSystem"),
    .systemLibrary(
      name: "CNcurses", providers: [.apt(["libncurses-dev"]), .brew(["ncurses"])]),

    // Layer 1: the library, and screens without a screen. They do not know each other.
    .target(name: "LivenStore", dependencies: ["CSystem"], swiftSettings: strict),
    .target(name: "TerminalUI", swiftSettings: strict),

    // The macro, for apps; only they build what the compiler runs for it.
    .macro(
      name: "LivenStoreMacrosPlugin",
      dependencies: [
        .product(name: "SwiftCompilerPlugin", package: "swift-syntax"),
        .product(name: "SwiftDiagnostics", package: "swift-syntax"),
        .product(name: "SwiftSyntax", package: "swift-syntax"),
        .product(name: "SwiftSyntaxBuilder", package: "swift-syntax"),
        .product(name: "SwiftSyntaxMacros", package: "swift-syntax"),
      ],
      swiftSettings: strict),
    .target(
      name: "LivenStoreMacros", dependencies: ["LivenStore", "LivenStoreMacrosPlugin"],
      swiftSettings: strict),

    // Layer 2: the terminal and the browser. They do not know each other either.
    .target(
      name: "NcursesTerminal", dependencies: ["CNcurses", "CSystem", "TerminalUI"],
      swiftSettings: strict,
      linkerSettings: [
        .linkedLibrary("ncursesw", .when(platforms: [.linux])),
        .linkedLibrary("ncurses", .when(platforms: [.macOS])),
      ]),
    .target(
      name: "StoreBrowser", dependencies: ["LivenStore", "TerminalUI"], swiftSettings: strict),

    // Layer 3: the browser on a terminal, for apps.
    .target(
      name: "LivenStoreBrowser",
      dependencies: ["LivenStore", "NcursesTerminal", "StoreBrowser", "TerminalUI"],
      swiftSettings: strict),

    // Layer 4: the command.
    .executableTarget(
      name: "livenstore-cli",
      dependencies: [
        "LivenStore", "LivenStoreBrowser", "TerminalUI",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: strict),

    // Tests.
    .target(
      name: "LivenStoreTestSupport", dependencies: ["LivenStore"],
      path: "Tests/Support/LivenStoreTestSupport", swiftSettings: strict),
    .target(
      name: "TerminalUITestSupport", dependencies: ["TerminalUI"],
      path: "Tests/Support/TerminalUITestSupport", swiftSettings: strict),
    .testTarget(
      name: "LivenStoreTests", dependencies: ["LivenStore", "LivenStoreTestSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "LivenStoreMacrosTests",
      dependencies: [
        "LivenStore", "LivenStoreMacros", "LivenStoreMacrosPlugin",
        .product(name: "SwiftDiagnostics", package: "swift-syntax"),
        .product(name: "SwiftSyntax", package: "swift-syntax"),
        .product(name: "SwiftSyntaxBuilder", package: "swift-syntax"),
        .product(name: "SwiftSyntaxMacroExpansion", package: "swift-syntax"),
        .product(name: "SwiftSyntaxMacrosGenericTestSupport", package: "swift-syntax"),
      ],
      swiftSettings: strict),
    .testTarget(
      name: "TerminalUITests", dependencies: ["TerminalUI", "TerminalUITestSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "StoreBrowserTests",
      dependencies: [
        "LivenStore", "LivenStoreTestSupport", "StoreBrowser", "TerminalUI",
        "TerminalUITestSupport",
      ],
      exclude: ["Screens"], swiftSettings: strict),
    .testTarget(
      name: "CommandLineTests",
      dependencies: [
        "LivenStore", "LivenStoreTestSupport", "livenstore-cli", "livenstore-torture",
      ],
      swiftSettings: strict),
    .executableTarget(
      name: "livenstore-benchmarks", dependencies: ["LivenStore", "StoreBrowser"],
      path: "Tests/Benchmarks", exclude: ["browser", "compare"], swiftSettings: strict),
    .executableTarget(
      name: "livenstore-torture", dependencies: ["LivenStore", "LivenStoreTestSupport"],
      path: "Tests/Torture", exclude: ["torture"], swiftSettings: strict),
    .testTarget(name: "TidyTests", swiftSettings: strict),
  ],
  swiftLanguageModes: [.v6]
)

// A program with libFuzzer's main; it would get in the way of the tests' own.
if Context.environment["LIVENSTORE_FUZZ"] != nil {
  package.targets.append(
    .executableTarget(
      name: "livenstore-fuzz", dependencies: ["LivenStore", "TerminalUI"], path: "Tests/Fuzz",
      swiftSettings: [.unsafeFlags(["-parse-as-library", "-sanitize=fuzzer"])],
      linkerSettings: [.unsafeFlags(["-sanitize=fuzzer"])]))
}
