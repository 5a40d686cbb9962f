import AWSProvider
import StrataModel
import Testing

@testable import Strata

@Suite("Objects of a state that its program declares")
struct StateObjectsTests {
  private let location = S3StateLocation(bucket: "states", prefix: "", environment: "test", key: "alias/states", lockTable: "locks")

  private func node(_ address: String, _ type: String, _ properties: PropertyObject) -> ResourceNode {
    ResourceNode(
      address: ResourceAddress(address), type: type, placement: Placement(account: "123456789012", region: "us-east-1"),
      properties: properties, source: SourceLocation(fileID: "Test/Test.swift", line: 1))
  }

  private func requests(_ nodes: [ResourceNode]) -> [String: String] {
    let graph = ResourceGraph(environment: "test", resources: nodes)
    let requests = StateObjects(declaredIn: graph, location: location, key: "1234").requests
    return Dictionary(requests.map { ($0.address.path, $0.identifier) }) { first, _ in first }
  }

  @Test("Bucket and table are found by their names, a policy by its bucket, and a key by its alias")
  func found() {
    let found = requests([
      node("state/key", "AWS::KMS::Key", [:]),
      node("state/alias", "AWS::KMS::Alias", ["AliasName": "alias/states", "TargetKeyId": .reference(Reference("state/key", "KeyId"))]),
      node("state/bucket", "AWS::S3::Bucket", ["BucketName": "states"]),
      node("state/policy", "AWS::S3::BucketPolicy", ["Bucket": .reference(Reference("state/bucket", "BucketName"))]),
      node("state/locks", "AWS::DynamoDB::Table", ["TableName": "locks"]),
    ])
    #expect(
      found == [
        "state/key": "1234", "state/alias": "alias/states", "state/bucket": "states", "state/policy": "states",
        "state/locks": "locks",
      ])
  }

  @Test("A key that was not found is left out")
  func absentKey() {
    let graph = ResourceGraph(
      environment: "test",
      resources: [
        node("state/key", "AWS::KMS::Key", [:]),
        node("state/alias", "AWS::KMS::Alias", ["AliasName": "alias/states", "TargetKeyId": .reference(Reference("state/key", "KeyId"))]),
      ])
    #expect(StateObjects(declaredIn: graph, location: location, key: nil).requests.map(\.address) == ["state/alias"])
  }

  @Test("What has another name, or none, is not the state's")
  func others() {
    let found = requests([
      node("data/key", "AWS::KMS::Key", [:]),
      node("data/alias", "AWS::KMS::Alias", ["AliasName": "alias/data", "TargetKeyId": .reference(Reference("data/key", "KeyId"))]),
      node("data/bucket", "AWS::S3::Bucket", [:]),
      node("data/policy", "AWS::S3::BucketPolicy", ["Bucket": .reference(Reference("data/bucket", "BucketName"))]),
      node("data/other", "AWS::S3::BucketPolicy", ["Bucket": "others"]),
      node("data/table", "AWS::DynamoDB::Table", ["TableName": "tables"]),
    ])
    #expect(found.isEmpty)
  }

  @Test("Without a table for the lock, no table is the state's")
  func lockInS3() {
    var location = location
    location.lockTable = nil
    let graph = ResourceGraph(environment: "test", resources: [node("state/locks", "AWS::DynamoDB::Table", ["TableName": "locks"])])
    #expect(StateObjects(declaredIn: graph, location: location, key: nil).requests.isEmpty)
  }
}
