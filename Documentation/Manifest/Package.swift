// swift-tools-version: 6.2
import PackageDescription

let package = Package(
  name: "infrastructure",
  platforms: [.macOS(.v15)],
  dependencies: [.package(url: "https://github.com/strata-infrastructure/strata", branch: "main")],
  targets: [
    .executableTarget(name: "deploy", dependencies: [.product(name: "Strata", package: "strata")]),
    .testTarget(name: "DeployTests", dependencies: ["deploy", .product(name: "StrataTesting", package: "strata")]),
  ])
