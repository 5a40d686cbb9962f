import StrataModel
import Testing

@testable import Strata

@Suite("Resources that a cloud cannot hold")
struct UnsupportedResourcesTests {
  private let placement = Placement(account: "123456789012", region: "us-east-1")
  private let source = SourceLocation(fileID: "deploy/App.swift", line: 1)

  private func node(
    _ address: ResourceAddress, _ type: String, _ properties: PropertyObject = [:], dependsOn: [ResourceAddress] = []
  ) -> ResourceNode {
    ResourceNode(
      address: address, type: type, placement: placement, properties: properties, dependencies: dependsOn.map { Dependency(on: $0) },
      source: source)
  }

  private func key(_ attribute: String = "Arn") -> PropertyValue { .reference(Reference("app/key", attribute)) }

  /// What is left where keys of KMS are not supported.
  private func rest(
    _ nodes: [ResourceNode], outputs: [String: PropertyValue] = [:], severity: Diagnostic.Severity = .warning
  ) -> UnsupportedResources {
    let declared = outputs.sorted { $0.key < $1.key }.map { OutputDeclaration(key: $0.key, value: $0.value, source: source) }
    let graph = ResourceGraph(environment: "pilot", resources: [node("app/key", "AWS::KMS::Key")] + nodes, outputs: declared)
    return UnsupportedResources(in: graph, of: "small", severity: severity) { $0.type != "AWS::KMS::Key" }
  }

  @Test("A graph that the cloud can hold stays as it is, and nothing is told")
  func complete() {
    let graph = ResourceGraph(environment: "pilot", resources: [node("app/topic", "AWS::SNS::Topic")])
    let rest = UnsupportedResources(in: graph, of: "small", severity: .error) { _ in true }
    #expect(rest.graph == graph)
    #expect(rest.diagnostics.isEmpty)
  }

  @Test("What the cloud lacks goes, and is told with what to do about it")
  func unsupportedType() {
    let rest = rest([], severity: .error)
    #expect(rest.graph.resources.isEmpty)
    #expect(
      rest.diagnostics == [
        Diagnostic(
          .error, code: "unsupported-type", "small cannot hold AWS::KMS::Key",
          remedy: "add --skip-unsupported to deploy everything else", at: source, address: "app/key")
      ])
  }

  @Test("Where the user wants the rest it is a warning, without advice that was taken")
  func warning() {
    let diagnostic = rest([]).diagnostics.first
    #expect(diagnostic?.severity == .warning)
    #expect(diagnostic?.remedy == nil)
  }

  @Test("A property that refers to it goes with it, the others stay, and so do other dependencies")
  func references() {
    let rest = rest([
      node("app/other", "AWS::SNS::Topic"),
      node(
        "app/topic", "AWS::SNS::Topic", ["TopicName": "app", "KmsMasterKeyId": key()], dependsOn: ["app/key", "app/other"]),
    ])
    let topic = rest.graph["app/topic"]
    #expect(topic?.properties == ["TopicName": "app"])
    #expect(topic?.dependencies.map(\.address) == ["app/other"])
    #expect(rest.diagnostics.map(\.code) == ["unsupported-type", "unsupported-reference"])
    #expect(rest.diagnostics.last?.message == "KmsMasterKeyId refers to something that small cannot hold, and is left out")
    #expect(rest.diagnostics.last?.address == "app/topic")
  }

  @Test("Of lists and objects only the part that refers to it goes, unless nothing is left")
  func parts() {
    let statement: PropertyValue = ["Effect": "Allow", "Resource": key()]
    let rest = rest([
      node(
        "app/role", "AWS::IAM::Role",
        [
          "AssumeRolePolicyDocument": [:], "ManagedPolicyArns": ["arn", key()], "Policies": [["PolicyDocument": key()]],
          "Tags": [statement],
        ])
    ])
    let expected: PropertyObject = ["AssumeRolePolicyDocument": [:], "ManagedPolicyArns": ["arn"], "Tags": [["Effect": "Allow"]]]
    #expect(rest.graph["app/role"]?.properties == expected)
  }

  @Test("An expression that needs it goes as a whole")
  func expressions() {
    let text = PropertyValue.expression(Expression(.concatenate, ["arn:", key("KeyId")]))
    let rest = rest([node("app/topic", "AWS::SNS::Topic", ["DisplayName": text, "TopicName": "app"])])
    #expect(rest.graph["app/topic"]?.properties == ["TopicName": "app"])
  }

  @Test("A resource that requires such a property goes as a whole, and takes along what requires it")
  func requirements() {
    let rest = rest([
      node("app/alias", "AWS::KMS::Alias", ["AliasName": "alias/app", "TargetKeyId": key("KeyId")], dependsOn: ["app/key"]),
      node("app/topic", "AWS::SNS::Topic", ["KmsMasterKeyId": .reference(Reference("app/alias", "AliasName"))]),
    ])
    #expect(rest.graph.resources.map(\.address) == ["app/topic"])
    #expect(rest.graph["app/topic"]?.properties == [:])
    #expect(
      rest.graph.unsupported == [
        UnsupportedResource("app/key", "AWS::KMS::Key", reason: "small cannot hold it"),
        UnsupportedResource("app/alias", "AWS::KMS::Alias", reason: "its TargetKeyId refers to something that small cannot hold"),
      ])
    #expect(rest.diagnostics.map(\.code) == ["unsupported-type", "unsupported-dependency", "unsupported-reference"])
    #expect(
      rest.diagnostics[1].message == "AWS::KMS::Alias needs TargetKeyId, which refers to something that small cannot hold")
  }

  @Test("Outputs that refer to it go, and the others stay")
  func outputs() {
    let rest = rest([node("app/topic", "AWS::SNS::Topic")], outputs: ["app/key": key(), "app/name": "fixed"])
    #expect(rest.graph.outputs.map(\.key) == ["app/name"])
  }
}
