// swift-tools-version: 6.2
import PackageDescription

let package = Package(
  name: "shop-browser",
  platforms: [.macOS(.v15)],
  dependencies: [.package(name: "LivenStore", path: "../../..")],
  targets: [
    .executableTarget(
      name: "shop-browser",
      dependencies: [
        .product(name: "LivenStore", package: "LivenStore"),
        .product(name: "LivenStoreBrowser", package: "LivenStore"),
      ])
  ],
  swiftLanguageModes: [.v6]
)
