import AWSClient
import StrataModel

/// Launch templates: ec2:CreateLaunchTemplate and its companions.
///
/// A change of the data is another version; the default version stays, as in CloudFormation, and groups follow by naming the latest one.
struct LaunchTemplateHandler: EC2ObjectHandler {
  static let type = "AWS::EC2::LaunchTemplate"
  static let object = EC2Object(
    tagType: "launch-template", describe: "DescribeLaunchTemplates", results: "LaunchTemplates", identifiers: "LaunchTemplateIds",
    identifier: "LaunchTemplateId", filters: ["LaunchTemplateName": "launch-template-name"])

  func create(_ call: ResourceCall) async throws -> CreatedObject {
    var input = call.ec2Input("CreateLaunchTemplate")
    input["ClientToken"] = call.token.map { .string($0) }
    guard let template = try await call.send("ec2", "CreateLaunchTemplate", input)["LaunchTemplate"],
      let identifier = template["LaunchTemplateId"]?.string
    else { throw ProviderFailure.invalid("ec2:CreateLaunchTemplate answered without a template.") }
    return CreatedObject(identifier, attributes: call.document(template))
  }

  func read(_ call: ResourceCall) async throws -> PropertyObject? { try await describe(call).map { call.document($0) } }

  func update(_ call: ResourceCall) async throws {
    if call.changed.contains("LaunchTemplateData") || call.changed.contains("VersionDescription") {
      var input = call.ec2Input("CreateLaunchTemplateVersion", omitting: ["LaunchTemplateName", "TagSpecifications"])
      input["LaunchTemplateId"] = .string(call.identifier)
      input["ClientToken"] = call.token.map { .string($0) }
      try await call.send("ec2", "CreateLaunchTemplateVersion", input)
    }
    guard call.changed.contains("TagSpecifications") else { return }
    let change = TagChange(from: tags(call.previous), to: tags(call.properties))
    let resources = AWSValue.strings([call.identifier])
    if !change.removed.isEmpty {
      let keys = AWSValue.list(change.removed.map { ["Key": .string($0)] })
      try await call.send("ec2", "DeleteTags", ["Resources": resources, "Tags": keys])
    }
    if !change.set.isEmpty { try await call.send("ec2", "CreateTags", ["Resources": resources, "Tags": .tagList(change.set)]) }
  }

  func delete(_ call: ResourceCall) async throws -> Deletion {
    try await call.send("ec2", "DeleteLaunchTemplate", ["LaunchTemplateId": .string(call.identifier)])
    return .gone
  }

  /// The tags of the template itself; those of what it launches are in its data.
  private func tags(_ properties: PropertyObject) -> PropertyValue? {
    properties["TagSpecifications"]?.arrayValue?.first { $0["ResourceType"]?.stringValue == "launch-template" }?["Tags"]
  }
}
