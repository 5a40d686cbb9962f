// swift-tools-version: 6.2
import PackageDescription

// A package of its own, so that nobody who uses Strata builds the benchmarks.
let package = Package(
  name: "benchmarks",
  platforms: [.macOS(.v15)],
  dependencies: [.package(name: "strata", path: "..")],
  targets: [
    .executableTarget(
      name: "benchmarks",
      dependencies: [.product(name: "Strata", package: "strata"), .product(name: "StrataEngine", package: "strata")],
      path: "Sources/Benchmarks"),
    // The other half of emulator/compare.py.
    .executableTarget(name: "speed", dependencies: [.product(name: "Strata", package: "strata")], path: "Sources/Speed"),
  ])
