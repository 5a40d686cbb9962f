import AWSClient
import StrataModel

/// Distributions: cloudfront:CreateDistributionWithTags and its companions.
///
/// Every change goes out to all edges, which takes minutes. A distribution is disabled, and waited for, before it can be deleted.
struct DistributionHandler: ResourceHandler {
  static let type = "AWS::CloudFront::Distribution"
  static let waits: Set<Intent.Operation> = [.create, .update, .delete]

  func create(_ call: ResourceCall) async throws -> CreatedObject {
    let reference = AWSValue.string(call.token ?? "\(call.now)")
    let configuration = DistributionDocument.input(configuration(call), reference: reference)
    let answer = try await call.send(
      "cloudfront", "CreateDistributionWithTags",
      ["DistributionConfigWithTags": ["DistributionConfig": configuration, "Tags": ["Items": call.tagList() ?? []]]])
    guard let identifier = answer["Distribution"]?["Id"]?.string else {
      throw ProviderFailure.invalid("cloudfront:CreateDistributionWithTags answered without an id")
    }
    return CreatedObject(identifier, attributes: call.document(answer["Distribution"], omitting: ["DistributionConfig"]))
  }

  func read(_ call: ResourceCall) async throws -> PropertyObject? {
    guard let distribution = try await found(call)?["Distribution"] else { return nil }
    var document = call.document(distribution, omitting: ["DistributionConfig"])
    if let configuration = distribution["DistributionConfig"] {
      document["DistributionConfig"] =
        call.document(["DistributionConfig": DistributionDocument.output(configuration)])["DistributionConfig"]
    }
    let tags = try await CloudFrontForm.tags(call, of: distribution["ARN"] ?? arn(call))
    document["Tags"] = call.document(tags)["Tags"]
    return document
  }

  func update(_ call: ResourceCall) async throws {
    guard let found = try await found(call) else { throw ProviderFailure.notFound("There is no distribution '\(call.identifier)'.") }
    if call.changed.contains("DistributionConfig") {
      let reference = found["Distribution"]?["DistributionConfig"]?["CallerReference"] ?? ""
      try await call.send(
        "cloudfront", "UpdateDistribution",
        [
          "Id": .string(call.identifier), "IfMatch": found["ETag"],
          "DistributionConfig": DistributionDocument.input(configuration(call), reference: reference),
        ])
    }
    try await CloudFrontForm.updateTags(call, of: found["Distribution"]?["ARN"] ?? arn(call))
  }

  func delete(_ call: ResourceCall) async throws -> Deletion {
    guard let found = try await found(call) else { return .gone }
    guard var configuration = found["Distribution"]?["DistributionConfig"]?.structure else { return .gone }
    if configuration["Enabled"]?.bool == true {
      configuration["Enabled"] = false
      try await call.send(
        "cloudfront", "UpdateDistribution",
        ["Id": .string(call.identifier), "IfMatch": found["ETag"], "DistributionConfig": .structure(configuration)])
    }
    return .started
  }

  func list(_ call: ResourceCall, matching filter: ListFilter) async throws -> [String] {
    try await CloudFrontForm.items(call, "ListDistributions", in: "DistributionList").compactMap { $0["Id"]?.string }
  }

  /// A list does not show the reference: each distribution is asked for its own.
  func list(_ call: ResourceCall, madeWith callerReference: String) async throws -> [String] {
    var made: [String] = []
    for identifier in try await list(call, matching: .all) {
      var call = call
      call.identifier = identifier
      let configuration = try await found(call)?["Distribution"]?["DistributionConfig"]
      if configuration?["CallerReference"]?.string == callerReference { made.append(identifier) }
    }
    return made
  }

  func readiness(_ call: ResourceCall, after operation: Intent.Operation) async throws -> Readiness {
    guard let found = try await found(call) else { return .ready }
    guard found["Distribution"]?["Status"]?.string == "Deployed" else { return .pending(after: 15_000) }
    if operation == .delete {
      // All edges know that it is disabled; only now does CloudFront take the deletion.
      try await call.send("cloudfront", "DeleteDistribution", ["Id": .string(call.identifier), "IfMatch": found["ETag"]])
      return .pending(after: 500)
    }
    return .ready
  }

  private func found(_ call: ResourceCall) async throws -> AWSValue? {
    try await call.find("cloudfront", "GetDistribution", ["Id": .string(call.identifier)], absent: ["NoSuchDistribution"])
  }

  private func arn(_ call: ResourceCall) -> AWSValue {
    .string("arn:\(call.placement.partition):cloudfront::\(call.placement.account):distribution/\(call.identifier)")
  }

  /// The declared configuration with CloudFront's names.
  private func configuration(_ call: ResourceCall) -> AWSValue {
    let properties = DistributionDocument.renamed(call.properties["DistributionConfig"] ?? .object([:]))
    return call.input("cloudfront", "UpdateDistribution", from: ["DistributionConfig": properties])["DistributionConfig"].flatMap { $0 }
      ?? [:]
  }
}
