// swift-tools-version: 6.2
import PackageDescription

/// Every target of ours is built alike: Swift 6, explicit existentials, imports that say what leaks, no warnings.
let settings: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("InferIsolatedConformances"),
  .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
  .treatAllWarnings(as: .error),
]

/// A target under `Sources`, named after its folder.
func library(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
  // libm by name: the standard library's rounding calls it where nothing imports Glibc.
  .target(
    name: name, dependencies: dependencies, swiftSettings: settings,
    linkerSettings: [.linkedLibrary("m", .when(platforms: [.linux]))])
}

/// The test target beside the target `name`.
func tests(_ name: String, _ dependencies: [Target.Dependency] = [], exclude: [String] = []) -> Target {
  .testTarget(
    name: name + "Tests",
    dependencies: [.byName(name: name), "TestSupport"] + dependencies,
    exclude: exclude,
    swiftSettings: settings)
}

let package = Package(
  name: "nextier",
  products: [.executable(name: "nextier", targets: ["nextier"])],
  dependencies: [
    // The command line: parsing, help and completion are not what this product exists for.
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    // Calls to providers: TLS, time-outs and pooled connections, in the process that also serves. It brings
    // SwiftNIO, the longest part of a first build (three to five minutes in debug, once).
    .package(url: "https://github.com/swift-server/async-http-client", from: "1.37.0"),
    // The client's own ground, named where we use its times and buffers and where a test's server listens.
    .package(url: "https://github.com/apple/swift-nio", from: "2.101.2"),
  ],
  targets: [
    // Text and its troubles: the standard library only.
    library("JSONText"),
    library("Diagnostics", ["JSONText"]),

    // The domain and its language.
    library("LeadModel"),
    library("Expressions", ["Diagnostics"]),
    library("Workers"),
    .systemLibrary(name: "CLibYAML", pkgConfig: "yaml-0.1", providers: [.apt(["libyaml-dev"])]),
    library("WorkflowSyntax", ["CLibYAML", "Diagnostics", "JSONText", "Workers"]),
    library("WorkflowProgram", ["LeadModel", "Expressions"]),
    library(
      "WorkflowCompiler",
      [
        "Diagnostics", "WorkflowSyntax", "WorkflowProgram", "LeadModel", "Expressions", "ReplyUnderstanding",
        "Workers",
      ]),

    library("WorkflowDiagrams", ["WorkflowProgram", "Diagnostics", "JSONText"]),

    // What runs a program; still pure. Threads are the caller's.
    library("ReplyUnderstanding", ["Workers"]),
    library("WorkflowEngine", ["WorkflowProgram", "LeadModel", "Expressions", "ReplyUnderstanding"]),
    library("LeadImport", ["Diagnostics", "JSONText", "LeadModel"]),
    library(
      "WorkflowSimulation",
      [
        "WorkflowEngine", "WorkflowProgram", "LeadModel", "LeadImport", "Expressions", "JSONText", "Workers",
      ]),
    library(
      "WorkflowConversation",
      [
        "WorkflowEngine", "WorkflowProgram", "LeadModel", "LeadImport", "Expressions", "ReplyUnderstanding",
        "Diagnostics", "JSONText",
      ]),

    library(
      "WorkflowTesting",
      [
        "WorkflowCompiler", "WorkflowEngine", "WorkflowProgram", "WorkflowSyntax", "Diagnostics", "JSONText",
        "LeadModel", "LeadImport", "ReplyUnderstanding", "Expressions", "WorkflowConversation", "Workers",
      ]),

    // Effects: the network.
    library(
      "Providers",
      [
        "WorkflowEngine", "WorkflowProgram", "JSONText",
        .product(name: "AsyncHTTPClient", package: "async-http-client"),
        .product(name: "NIOCore", package: "swift-nio"),
        .product(name: "NIOHTTP1", package: "swift-nio"),
      ]),

    // Effects: threads.
    library("Threads", ["Workers"]),

    // Effects: files, the terminal.
    .executableTarget(
      name: "nextier",
      dependencies: [
        "Diagnostics", "JSONText", "LeadModel", "Expressions", "WorkflowSyntax", "WorkflowProgram",
        "WorkflowCompiler", "WorkflowDiagrams", "WorkflowEngine", "LeadImport", "WorkflowSimulation",
        "WorkflowConversation", "WorkflowTesting", "ReplyUnderstanding", "Workers", "Threads",
        "Providers",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: settings),
    .executableTarget(
      name: "NextierBenchmarks",
      dependencies: [
        "Diagnostics", "LeadModel", "Expressions", "WorkflowSyntax", "WorkflowProgram", "WorkflowCompiler",
        "WorkflowEngine", "LeadImport", "WorkflowSimulation", "ReplyUnderstanding", "Workers", "Threads",
      ],
      swiftSettings: settings),

    .target(name: "TestSupport", path: "Tests/TestSupport", swiftSettings: settings),
    .target(
      name: "WorkflowTestSupport", dependencies: ["Diagnostics", "WorkflowCompiler", "WorkflowProgram"],
      path: "Tests/WorkflowTestSupport",
      swiftSettings: settings),
    .testTarget(name: "ArchitectureTests", swiftSettings: settings),
    // What the command line is made of; the executable has no public interface.
    .testTarget(
      name: "NextierTests",
      dependencies: [
        "nextier", "WorkflowTestSupport", "Expressions", "LeadImport", "LeadModel", "JSONText",
        "WorkflowCompiler", "WorkflowConversation", "WorkflowProgram", "WorkflowDiagrams", "Workers",
        "Threads",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: settings),
    tests("JSONText"),
    tests("Diagnostics", exclude: ["Goldens"]),
    tests("LeadModel", exclude: ["Fixtures"]),
    tests("Expressions", ["Diagnostics"], exclude: ["Goldens"]),
    tests("WorkflowSyntax", ["Diagnostics", "Workers"], exclude: ["Goldens"]),
    tests(
      "WorkflowCompiler",
      [
        "Diagnostics", "WorkflowSyntax", "WorkflowProgram", "WorkflowTestSupport", "LeadModel",
        "ReplyUnderstanding", "Threads", "Workers",
      ],
      exclude: ["Goldens"]),
    tests(
      "WorkflowEngine",
      [
        "WorkflowProgram", "WorkflowCompiler", "WorkflowTestSupport", "LeadModel", "Expressions",
        "ReplyUnderstanding",
      ]),
    tests("WorkflowDiagrams", ["WorkflowProgram"], exclude: ["Goldens"]),
    tests("ReplyUnderstanding", ["WorkflowCompiler", "WorkflowTestSupport"], exclude: ["Fixtures"]),
    tests("LeadImport", ["Diagnostics", "LeadModel"], exclude: ["Goldens"]),
    tests(
      "WorkflowSimulation",
      [
        "WorkflowCompiler", "WorkflowEngine", "WorkflowProgram", "WorkflowTestSupport", "LeadModel",
        "LeadImport", "Workers",
      ],
      exclude: ["Goldens"]),
    tests(
      "WorkflowConversation",
      [
        "WorkflowCompiler", "WorkflowProgram", "WorkflowTestSupport", "ReplyUnderstanding", "LeadImport",
        "LeadModel", "JSONText",
      ],
      exclude: ["Goldens"]),
    tests(
      "Providers",
      [
        "WorkflowConversation", "WorkflowCompiler", "WorkflowEngine", "WorkflowProgram",
        "WorkflowTestSupport",
        "ReplyUnderstanding", "LeadModel", "JSONText",
        .product(name: "NIOCore", package: "swift-nio"),
        .product(name: "NIOPosix", package: "swift-nio"),
      ]),
    tests(
      "WorkflowTesting", ["WorkflowCompiler", "WorkflowTestSupport", "Diagnostics", "LeadModel"],
      exclude: ["Goldens"]),
  ],
  swiftLanguageModes: [.v6]
)
