import Foundation

/// The files of this repository, where the tests were compiled.
enum Repository {
  static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  /// The text of a file.
  static func text(_ path: String) throws -> String { try String(contentsOf: root.appendingPathComponent(path), encoding: .utf8) }

  /// The paths of the files beneath a folder whose names end so, ascending.
  static func paths(under folder: String, suffix: String) -> [String] {
    let names = FileManager.default.enumerator(atPath: root.appendingPathComponent(folder).path)?.compactMap { $0 as? String } ?? []
    return names.filter { $0.hasSuffix(suffix) }.map { "\(folder)/\($0)" }.sorted()
  }

  static func holds(_ path: String) -> Bool { FileManager.default.fileExists(atPath: root.appendingPathComponent(path).path) }

  /// The catalog of DocC.
  static let catalog = "Sources/Strata/Strata.docc"

  /// Every page that people read: the README, what it links to, and the guides.
  static func pages() throws -> [GuidePage] {
    let paths = ["README.md", "CONTRIBUTING.md"] + paths(under: "Documentation", suffix: ".md") + paths(under: catalog, suffix: ".md")
    return try paths.map { GuidePage(path: $0, text: try text($0)) }
  }
}
