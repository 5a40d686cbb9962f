import StrataCloudFormation
import StrataModel

/// A resource of a test's graph; it depends on what it refers to and on `after`.
func resource(
  _ address: ResourceAddress, _ type: String, _ properties: PropertyObject = [:], region: String = "us-east-1",
  account: String = "111111111111", after: [ResourceAddress] = [], lifecycle: Lifecycle = Lifecycle(), adopting: String? = nil
) -> ResourceNode {
  var paths: [ResourceAddress: [PropertyPath]] = [:]
  for address in after { paths[address] = [] }
  PropertyValue.object(properties).forEachReference { reference, path in paths[reference.address, default: []].append(path) }
  return ResourceNode(
    address: address, type: type, placement: Placement(account: account, region: region), properties: properties, lifecycle: lifecycle,
    dependencies: paths.sorted { $0.key < $1.key }.map { Dependency(on: $0.key, paths: $0.value) }, adoptedIdentifier: adopting,
    source: SourceLocation(fileID: "Test/Stack.swift", line: 7))
}

func output(_ key: String, _ value: PropertyValue, isSensitive: Bool = false) -> OutputDeclaration {
  OutputDeclaration(key: key, value: value, isSensitive: isSensitive, source: SourceLocation(fileID: "Test/Stack.swift", line: 9))
}

func attribute(_ address: ResourceAddress, _ name: String) -> PropertyValue { .reference(Reference(address, name)) }

func call(_ function: Expression.Function, _ arguments: PropertyValue...) -> PropertyValue { .expression(Expression(function, arguments)) }

func export(
  _ resources: ResourceNode..., outputs: [OutputDeclaration] = [], limits: TemplateLimits = TemplateLimits()
) -> CloudFormationExport {
  CloudFormationExport(of: ResourceGraph(environment: "test", resources: resources, outputs: outputs), limits: limits)
}

extension CloudFormationExport {
  /// The template of a name, such as `test-storage`.
  func template(_ stackName: String, region: String = "us-east-1") -> PropertyValue {
    templates.first { $0.stackName == stackName && $0.region == region }.map { .object($0.document) } ?? .null
  }

  /// A property of a resource.
  func property(_ name: String, of id: String, in stackName: String = "test-main", region: String = "us-east-1") -> PropertyValue? {
    template(stackName, region: region).value(at: "Resources", id, "Properties", name)
  }

  /// The names of templates and addresses of actions in the order of deployment.
  var order: [String] {
    manifest.value(at: "steps")?.elements.compactMap { $0["stackName"]?.stringValue ?? $0["action"]?.stringValue } ?? []
  }

  /// A step by its stack's name.
  func step(_ stackName: String) -> PropertyValue? { manifest.value(at: "steps")?.elements.first { $0["stackName"] == .string(stackName) } }

  var codes: [String] { diagnostics.map(\.code) }
}
