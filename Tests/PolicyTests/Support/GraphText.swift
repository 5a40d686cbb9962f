import StrataModel
import Testing

/// A graph in a few lines, for tests: each is an address, a type and the properties as JSON.
///
/// ```
/// key   AWS::KMS::Key  {"EnableKeyRotation": true}
/// trail AWS::CloudTrail::Trail {"KMSKeyId": "@key.Arn"}
/// ```
///
/// A text `@address.Attribute` is a reference. After the address `!` protects a resource and `#region` or `#account/region` places it elsewhere. A line
/// that begins with a space goes on with the line before.
enum GraphText {
  static let account = "111122223333"

  static func graph(_ text: String, environment: String = "pilot") throws -> ResourceGraph {
    var lines: [String] = []
    for line in text.split(separator: "\n") {
      if line.hasPrefix(" "), !lines.isEmpty { lines[lines.count - 1] += line } else { lines.append(String(line)) }
    }
    return ResourceGraph(environment: environment, resources: try lines.enumerated().map { try node($1, line: $0 + 1) })
  }

  private static func node(_ line: String, line number: Int) throws -> ResourceNode {
    let parts = line.split(separator: " ", maxSplits: 2, omittingEmptySubsequences: true).map(String.init)
    var name = parts[0]
    var account = account
    var region = "us-east-1"
    if let mark = name.firstIndex(of: "#") {
      let place = name[name.index(after: mark)...].split(separator: "/")
      region = place.last.map(String.init) ?? region
      if place.count == 2 { account = String(place[0]) }
      name = String(name[..<mark])
    }
    var lifecycle = Lifecycle()
    if name.hasSuffix("!") {
      lifecycle.isProtected = true
      name.removeLast()
    }
    let document = parts.count > 2 ? try JSONReader.plainValue(of: parts[2].utf8) : [:]
    let properties = try #require(withReferences(document).objectValue)
    var paths: [ResourceAddress: [PropertyPath]] = [:]
    PropertyValue.object(properties).forEachReference { reference, path in paths[reference.address, default: []].append(path) }
    return ResourceNode(
      address: ResourceAddress(name), type: parts[1], placement: Placement(account: account, region: region), properties: properties,
      lifecycle: lifecycle, dependencies: paths.sorted { $0.key < $1.key }.map { Dependency(on: $0.key, paths: $0.value) },
      source: SourceLocation(fileID: "Stacks/Parts.swift", line: number, column: 5))
  }

  private static func withReferences(_ value: PropertyValue) -> PropertyValue {
    switch value {
    case .string(let text):
      let isReference = text.hasPrefix("@") && text.contains(".")
      guard isReference, let dot = text.firstIndex(of: ".") else { return value }
      return .reference(
        Reference(ResourceAddress(String(text[text.index(after: text.startIndex)..<dot])), String(text[text.index(after: dot)...])))
    case .array(let elements): return .array(elements.map(withReferences))
    case .object(let object): return .object(object.mapValues(withReferences))
    case .null, .bool, .integer, .number, .reference, .expression, .secret: return value
    }
  }
}
