import StrataDeployment
import StrataModel
import Testing

@testable import StrataEmbeddedCloud

/// A cloud store with short words for making, changing and deleting.
struct CloudFixture {
  static let place = Placement(account: "123456789012", region: "us-east-1")
  var store: CloudStore
  var now = 1_795_253_400_000
  var place = CloudFixture.place

  init(_ realism: Realism = .off, seed: UInt64 = 1, delayPerMille: Int = 0) {
    store = CloudStore(seed: seed, realism: realism, delayPerMille: delayPerMille, exactTypes: true)
  }

  /// Creates an object and answers with what its service shows of it.
  @discardableResult
  mutating func make(
    _ type: String, _ properties: PropertyObject = [:], token: String? = nil, in region: String? = nil, account: String? = nil
  ) throws(ProviderError) -> ObjectDescription {
    var place = place
    if let region { place.region = region }
    if let account { place.account = account }
    let request = CreateRequest(type: "AWS::" + type, placement: place, route: .embedded, properties: properties, token: token)
    switch try store.create(request, at: now) {
    case .done(let description): return description
    case .inProgress(let pending):
      guard let description = pending.description else { throw ProviderError(.serviceFailure, "no description") }
      return description
    case .gone: throw ProviderError(.serviceFailure, "gone")
    }
  }

  func target(_ type: String, _ identifier: String, in region: String? = nil) -> ObjectTarget {
    var place = place
    if let region { place.region = region }
    return ObjectTarget(type: "AWS::" + type, placement: place, route: .embedded, identifier: identifier)
  }

  mutating func read(_ type: String, _ identifier: String, in region: String? = nil) throws(ProviderError) -> ObjectDescription {
    try store.read(target(type, identifier, in: region), at: now)
  }

  @discardableResult
  mutating func delete(_ type: String, _ identifier: String, _ properties: PropertyObject = [:]) throws(ProviderError) -> OperationProgress
  {
    try store.delete(DeleteRequest(target: target(type, identifier), properties: properties, token: nil), at: now)
  }

  @discardableResult
  mutating func update(
    _ type: String, _ identifier: String, _ properties: PropertyObject, previous: PropertyObject = [:], changed: [PropertyPath] = []
  ) throws(ProviderError) -> OperationProgress {
    try store.update(
      UpdateRequest(target: target(type, identifier), properties: properties, previous: previous, changedPaths: changed, token: nil),
      at: now)
  }

  // MARK: Things that many tests need

  mutating func vpc(_ range: String = "10.0.0.0/16") throws(ProviderError) -> String {
    try make("EC2::VPC", ["CidrBlock": .string(range), "EnableDnsSupport": true, "EnableDnsHostnames": true]).identifier
  }

  mutating func subnet(_ vpc: String, _ range: String, zone: String = "a") throws(ProviderError) -> String {
    try make(
      "EC2::Subnet", ["VpcId": .string(vpc), "CidrBlock": .string(range), "AvailabilityZone": .string("us-east-1" + zone)]
    ).identifier
  }

  static func trust(_ service: String) -> PropertyValue {
    [
      "Version": "2012-10-17",
      "Statement": [["Effect": "Allow", "Principal": ["Service": .string(service)], "Action": "sts:AssumeRole"]],
    ]
  }

  mutating func role(_ name: String, for service: String = "lambda.amazonaws.com") throws(ProviderError) -> String {
    let role = try make("IAM::Role", ["RoleName": .string(name), "AssumeRolePolicyDocument": Self.trust(service)])
    return role.properties["Arn"]?.stringValue ?? ""
  }

  /// A key policy for the account and some services.
  static func keyPolicy(_ services: [String] = [], principals: [String] = []) -> PropertyValue {
    var statements: [PropertyValue] = [
      ["Effect": "Allow", "Principal": ["AWS": "arn:aws:iam::123456789012:root"], "Action": "kms:*", "Resource": "*"]
    ]
    for service in services {
      statements.append([
        "Effect": "Allow", "Principal": ["Service": .string(service)], "Action": ["kms:GenerateDataKey*", "kms:Decrypt"], "Resource": "*",
      ])
    }
    for principal in principals {
      statements.append(["Effect": "Allow", "Principal": ["AWS": .string(principal)], "Action": "kms:Decrypt", "Resource": "*"])
    }
    return ["Version": "2012-10-17", "Statement": .array(statements)]
  }

  mutating func key(_ services: [String] = [], _ more: PropertyObject = [:]) throws(ProviderError) -> String {
    let key = try make("KMS::Key", (["KeyPolicy": Self.keyPolicy(services)] as PropertyObject).merging(more))
    return key.properties["Arn"]?.stringValue ?? ""
  }
}

/// Expects a refusal with a service's code.
func expectRefusal(_ code: String, sourceLocation: Testing.SourceLocation = #_sourceLocation, _ body: () throws -> Void) {
  do {
    try body()
    Issue.record("nothing was refused, expected \(code)", sourceLocation: sourceLocation)
  } catch {
    let refusal = error as? ProviderError
    #expect(refusal?.serviceCode == code, "\(refusal?.message ?? "\(error)")", sourceLocation: sourceLocation)
  }
}
