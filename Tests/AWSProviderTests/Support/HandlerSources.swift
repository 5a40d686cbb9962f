import Foundation

/// The source of a handler, for rules that every handler keeps.
struct HandlerSources {
  /// The name of the file without its ending.
  var name: String
  var text: String

  /// The sources of all services, in the order of their paths.
  static func shipped(testFile: String = #filePath) throws -> [HandlerSources] {
    let root = URL(filePath: testFile).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let folder = root.appending(path: "Sources/AWSProvider/Services")
    let paths = try FileManager.default.subpathsOfDirectory(atPath: folder.path()).filter { $0.hasSuffix(".swift") }.sorted()
    return try paths.map { path in
      let file = folder.appending(path: path)
      return HandlerSources(
        name: file.deletingPathExtension().lastPathComponent, text: try String(contentsOf: file, encoding: .utf8))
    }
  }

  /// The services that types name once for all their calls, by the type's name.
  static func services(of sources: [HandlerSources]) -> [String: String] {
    var services: [String: String] = [:]
    for source in sources {
      for match in source.text.matches(of: /static let service = "([a-z0-9-]+)"/) { services[source.typeName] = String(match.1) }
    }
    return services
  }

  /// The CloudFormation types that handlers of the file say they are for.
  var declaredTypes: [String] { text.matches(of: /static let type = "(AWS::[A-Za-z0-9:]+)"/).map { String($0.1) } }

  /// Every operation that stands as a literal after its service.
  func operations(_ services: [String: String]) -> [(service: String, operation: String)] {
    let calls = /(?:"([a-z][a-z0-9-]*[a-z0-9])"|([A-Za-z]+)\.service),\s*"([A-Z][A-Za-z0-9]+)"[,)]/
    // EC2's handlers share what makes the calls, and name the operation only.
    let ownCalls = /(?:ec2Input\(|describe\(|describe: )"([A-Z][A-Za-z0-9]+)"/
    let own = text.matches(of: ownCalls).map { (service: "ec2", operation: String($0.1)) }
    return own
      + text.matches(of: calls).compactMap { match in
        let owner = match.2.map { $0 == "Self" ? typeName : String($0) }
        guard let service = match.1.map(String.init) ?? owner.flatMap({ services[$0] }) else { return nil }
        return (service, String(match.3))
      }
  }

  private var typeName: String { String(name.prefix { $0 != "+" }) }
}
