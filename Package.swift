// swift-tools-version: 6.2
import CompilerPluginSupport
import PackageDescription

let package = Package(
  name: "strata",
  platforms: [.macOS(.v15)],
  products: [
    .library(name: "Strata", targets: ["Strata"]),
    .library(name: "StrataTesting", targets: ["StrataTesting"]),
    // The phases by themselves, for tools and benchmarks that build on the engine.
    .library(
      name: "StrataEngine",
      targets: [
        "StrataModel", "StrataLanguage", "StrataSynthesis", "StrataPolicy", "StrataPlanning", "StrataDeployment", "StrataEmbeddedCloud",
      ]),
    .executable(name: "deploy", targets: ["deploy"]),
  ],
  dependencies: [
    // Macros are written against the compiler's own syntax library.
    .package(url: "https://github.com/swiftlang/swift-syntax", from: "603.0.1"),
    // Parsing, help and completion scripts of the command.
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    // SHA-256 for identities, tokens and digests; HMAC for the digests of secrets; AES-GCM and scrypt for encrypted state.
    .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
    // Heaps for the scheduler.
    .package(url: "https://github.com/apple/swift-collections", from: "1.6.0"),
    // Connections to AWS: pools, TLS, proxies, HTTP/2.
    .package(url: "https://github.com/swift-server/async-http-client", from: "1.37.0"),
    .package(url: "https://github.com/apple/swift-nio", from: "2.101.2"),
    .package(url: "https://github.com/apple/swift-nio-ssl", from: "2.37.6"),
    // Readable differences between values, in tests.
    .package(url: "https://github.com/pointfreeco/swift-custom-dump", from: "1.7.3"),
  ],
  targets: [
    // MARK: Facts about AWS

    .target(name: "CatalogData", exclude: ["catalog.bin"]),
    .target(name: "ResourceCatalog", dependencies: ["CatalogData"]),

    // MARK: Macros

    .target(name: "TypeProvider", dependencies: ["ResourceCatalog"], path: "Macros/TypeProvider"),
    .macro(
      name: "StrataMacros",
      dependencies: [
        "TypeProvider", "ResourceCatalog",
        .product(name: "SwiftSyntax", package: "swift-syntax"),
        .product(name: "SwiftSyntaxBuilder", package: "swift-syntax"),
        .product(name: "SwiftSyntaxMacros", package: "swift-syntax"),
        .product(name: "SwiftCompilerPlugin", package: "swift-syntax"),
        .product(name: "SwiftDiagnostics", package: "swift-syntax"),
      ],
      path: "Macros/StrataMacros"),

    // MARK: The values that phases pass, and the phases

    .target(
      name: "StrataModel",
      dependencies: ["ResourceCatalog", .product(name: "Crypto", package: "swift-crypto")],
      path: "Sources/Model"),
    .target(name: "StrataLanguage", dependencies: ["StrataModel", "ResourceCatalog", "StrataMacros"], path: "Sources/Language"),
    .target(name: "StrataAWS", dependencies: ["StrataLanguage"], path: "Sources/AWSResources"),
    .target(name: "StrataPatterns", dependencies: ["StrataAWS", "StrataLanguage", "StrataModel"], path: "Sources/Patterns"),
    .target(
      name: "StrataSynthesis", dependencies: ["StrataLanguage", "StrataModel", "ResourceCatalog", "TypeProvider"], path: "Sources/Synthesis"
    ),
    // Compliance rules over the graph; who declares what they are held to finds the vocabulary in StrataModel.
    .target(name: "StrataPolicy", dependencies: ["StrataModel", "ResourceCatalog"], path: "Sources/Policy"),
    .target(name: "StrataPlanning", dependencies: ["StrataModel", "ResourceCatalog"], path: "Sources/Planning"),
    // What a graph costs a month, from a dated table of prices.
    .target(name: "StrataCost", dependencies: ["StrataModel"], path: "Sources/Cost"),
    // A graph as templates of CloudFormation.
    .target(name: "StrataCloudFormation", dependencies: ["StrataModel", "ResourceCatalog"], path: "Sources/CloudFormation"),
    .target(
      name: "StrataDeployment",
      dependencies: [
        "StrataModel", "ResourceCatalog",
        .product(name: "Crypto", package: "swift-crypto"),
        .product(name: "CryptoExtras", package: "swift-crypto"),
        .product(name: "HeapModule", package: "swift-collections"),
      ],
      path: "Sources/Deployment"),
    .target(
      name: "StrataEmbeddedCloud", dependencies: ["StrataDeployment", "StrataModel", "ResourceCatalog"], path: "Sources/EmbeddedCloud"),

    // The engine under simulated time, faults and crashes; nothing of the language, so that it builds without macros.
    .target(
      name: "StrataSimulation",
      dependencies: [
        "StrataPlanning", "StrataDeployment", "StrataEmbeddedCloud", "StrataModel", "ResourceCatalog",
        .product(name: "HeapModule", package: "swift-collections"),
      ],
      path: "Sources/Simulation"),
    .executableTarget(name: "simulate", dependencies: ["StrataSimulation", "StrataModel"], path: "Sources/Simulate"),

    // MARK: AWS

    .target(name: "ServiceModelData", exclude: ["models.bin"]),
    .target(
      name: "AWSClient",
      dependencies: [
        "ServiceModelData", "ResourceCatalog",
        .product(name: "AsyncHTTPClient", package: "async-http-client"),
        .product(name: "NIOCore", package: "swift-nio"),
        .product(name: "NIOPosix", package: "swift-nio"),
        .product(name: "NIOHTTP1", package: "swift-nio"),
        .product(name: "NIOSSL", package: "swift-nio-ssl"),
        .product(name: "Crypto", package: "swift-crypto"),
      ]),

    .target(
      name: "AWSProvider", dependencies: ["AWSClient", "StrataDeployment", "StrataModel", "ResourceCatalog"]),

    // The embedded cloud for other tools: AWS Cloud Control's own protocol on loopback.
    .target(
      name: "CloudControlServer",
      dependencies: [
        "StrataEmbeddedCloud", "StrataDeployment", "StrataModel", "ResourceCatalog",
        .product(name: "NIOCore", package: "swift-nio"),
        .product(name: "NIOPosix", package: "swift-nio"),
        .product(name: "NIOHTTP1", package: "swift-nio"),
      ]),

    // MARK: What people import

    .target(
      name: "Strata",
      dependencies: [
        "StrataModel", "StrataLanguage", "StrataAWS", "StrataPatterns", "StrataSynthesis", "StrataPolicy", "StrataPlanning", "StrataCost",
        "StrataCloudFormation", "StrataDeployment", "StrataEmbeddedCloud", "AWSProvider", "AWSClient", "CloudControlServer",
        "ResourceCatalog", "TypeProvider",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]),
    .target(
      name: "StrataTesting",
      dependencies: [
        "Strata", "StrataModel", "StrataLanguage", "StrataSynthesis", "StrataPolicy", "StrataPlanning", "StrataDeployment",
        "StrataEmbeddedCloud", "StrataSimulation", .product(name: "CustomDump", package: "swift-custom-dump"),
      ]),
    // Each system a module of its own, so that an edit compiles one of them. The list of tenants is read where it stands, at each run.
    .target(name: "JMSStacks", dependencies: ["Strata"], path: "Stacks/JMS", exclude: ["tenants.csv"]),
    .target(name: "KMSEverywhereStacks", dependencies: ["Strata"], path: "Stacks/KMSEverywhere"),
    .target(name: "ScrybeStacks", dependencies: ["Strata"], path: "Stacks/Scrybe"),
    .target(name: "FinancialStacks", dependencies: ["Strata"], path: "Stacks/Financial"),
    .executableTarget(
      name: "deploy", dependencies: ["Strata", "JMSStacks", "KMSEverywhereStacks", "ScrybeStacks", "FinancialStacks"], path: "Stacks",
      exclude: ["JMS", "KMSEverywhere", "Scrybe", "Financial"],
      // lld halves the time from an edited stack to its plan, without optimizing the link more so; a linker flag of an executable does not bind
      // users of the libraries.
      linkerSettings: [
        .unsafeFlags(["-use-ld=lld"], .when(platforms: [.linux])),
        .unsafeFlags(["-Xlinker", "-O0"], .when(platforms: [.linux], configuration: .debug)),
      ]),

    // MARK: Tests

    // Resources of every type that moto has, for `.ci/check-moto-types`; nobody deploys them elsewhere.
    .executableTarget(
      name: "moto-lab", dependencies: ["Strata", "StrataModel"], path: "Tests/Integration/Lab",
      linkerSettings: [.unsafeFlags(["-use-ld=lld"], .when(platforms: [.linux]))]),
    .testTarget(name: "ResourceCatalogTests", dependencies: ["ResourceCatalog"], exclude: ["Fixtures"]),
    .testTarget(name: "TypeProviderTests", dependencies: ["TypeProvider", "ResourceCatalog"], exclude: ["UntypedIdentifiers.txt"]),
    // The macros' own sources, by a link. A test target that depended on the plugin would make SwiftPM build all tests, and all they import, a
    // second time for the host, and lose the order between a test and the program it imports. A library between plugin and swift-syntax would
    // have no prebuilt swift-syntax (https://github.com/swiftlang/swift-package-manager/pull/9261).
    .testTarget(
      name: "MacroTests",
      dependencies: [
        "ResourceCatalog", "TypeProvider",
        .product(name: "SwiftSyntax", package: "swift-syntax"),
        .product(name: "SwiftSyntaxBuilder", package: "swift-syntax"),
        .product(name: "SwiftParser", package: "swift-syntax"),
        .product(name: "SwiftDiagnostics", package: "swift-syntax"),
        .product(name: "SwiftSyntaxMacros", package: "swift-syntax"),
        .product(name: "SwiftSyntaxMacroExpansion", package: "swift-syntax"),
      ],
      exclude: ["Macros/Plugin/StrataPlugin.swift", "Macros/Plugin/MessageRelay.swift"]),
    .testTarget(name: "ModelTests", dependencies: ["StrataModel"]),
    .testTarget(name: "LanguageTests", dependencies: ["Strata", "StrataLanguage", "StrataAWS", "StrataModel", "StrataSynthesis"]),
    .testTarget(name: "SynthesisTests", dependencies: ["Strata", "StrataSynthesis", "StrataLanguage", "StrataAWS", "StrataModel"]),
    .testTarget(name: "PolicyTests", dependencies: ["StrataPolicy", "StrataModel", "ResourceCatalog"]),
    .testTarget(name: "PlanningTests", dependencies: ["StrataPlanning", "StrataModel", "ResourceCatalog"]),
    .testTarget(name: "CostTests", dependencies: ["StrataCost", "StrataModel", "ResourceCatalog"]),
    .testTarget(name: "CloudFormationTests", dependencies: ["StrataCloudFormation", "StrataModel", "ResourceCatalog"]),
    .testTarget(name: "DeploymentTests", dependencies: ["StrataDeployment", "StrataPlanning", "StrataModel", "ResourceCatalog"]),
    .testTarget(
      name: "EmbeddedCloudTests",
      dependencies: ["StrataEmbeddedCloud", "StrataDeployment", "StrataPlanning", "StrataModel", "ResourceCatalog"]),
    .testTarget(
      name: "SimulationTests", dependencies: ["StrataSimulation", "StrataEmbeddedCloud", "StrataDeployment", "StrataModel"]),
    .testTarget(
      name: "AWSClientTests",
      dependencies: [
        "AWSClient",
        // A server on this machine, for the transport's tests.
        .product(name: "NIOCore", package: "swift-nio"),
        .product(name: "NIOPosix", package: "swift-nio"),
        .product(name: "NIOHTTP1", package: "swift-nio"),
        .product(name: "Crypto", package: "swift-crypto"),
      ],
      // Recorded exchanges are read in place.
      exclude: ["Fixtures"]),
    .testTarget(
      name: "AWSProviderTests", dependencies: ["AWSProvider", "AWSClient", "StrataDeployment", "StrataModel", "ResourceCatalog"]),
    .testTarget(
      name: "CloudControlServerTests",
      dependencies: [
        "CloudControlServer", "AWSClient", "AWSProvider", "StrataEmbeddedCloud", "StrataDeployment", "StrataModel", "ResourceCatalog",
      ]),
    .testTarget(
      name: "StrataTests",
      dependencies: ["Strata", "StrataTesting", "StrataModel", "StrataLanguage", "StrataDeployment", "StrataEmbeddedCloud", "AWSProvider"]),
    // The samples of the guides, and tests that guides show these samples and commands that exist.
    .testTarget(
      name: "GuideTests",
      dependencies: [
        "deploy", "Strata", "StrataTesting", "StrataPolicy", "StrataModel",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]),
    .testTarget(
      name: "StackTests",
      dependencies: [
        "deploy", "JMSStacks", "KMSEverywhereStacks", "ScrybeStacks", "FinancialStacks", "Strata", "StrataTesting", "StrataCost",
        "StrataPolicy", "StrataModel", "AWSProvider",
      ],
      // Recorded graphs are read in place, beside the tests.
      exclude: ["Financial/__Snapshots__", "Serenity/__Snapshots__", "__Snapshots__"]),
  ]
)

/// Warnings stop the continuous integration, and nobody's first build.
let warnings: [SwiftSetting] = Context.environment["CI"] == nil ? [] : [.treatAllWarnings(as: .error)]

/// What every plan goes through, and the macros that expand at each edit: optimized in debug builds too, which is what people run.
///
/// JMS with 1,000 tenants takes half a second so, and five without. The price is two minutes of the first build. Packages that depend on this
/// one may have the flag since tools version 6.2.
///
/// The continuous integration tests the rest of the engine as a release has it as well.
let engine: Set<String> =
  Set(["StrataMacros", "ResourceCatalog", "StrataModel", "StrataLanguage", "StrataSynthesis", "StrataPolicy", "StrataPlanning"])
  .union(Context.environment["CI"] == nil ? [] : ["StrataDeployment", "StrataEmbeddedCloud", "StrataSimulation"])
let optimized: [SwiftSetting] = [.unsafeFlags(["-O"], .when(configuration: .debug))]

for target in package.targets where target.type != .plugin && target.name != "CatalogData" && target.name != "ServiceModelData" {
  target.swiftSettings =
    (target.swiftSettings ?? []) + [
      .enableUpcomingFeature("ExistentialAny"),
      .enableUpcomingFeature("InternalImportsByDefault"),
      .enableUpcomingFeature("MemberImportVisibility"),
    ] + warnings + (engine.contains(target.name) ? optimized : [])
}
