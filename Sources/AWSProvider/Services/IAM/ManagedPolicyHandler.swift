import AWSClient
import StrataModel

/// Customer-managed policies: iam:CreatePolicy and its companions.
///
/// A changed document is a new version, which becomes the default one; IAM keeps five, so the oldest other one makes room.
struct ManagedPolicyHandler: ResourceHandler {
  static let type = "AWS::IAM::ManagedPolicy"

  func create(_ call: ResourceCall) async throws -> CreatedObject {
    let input = call.input("iam", "CreatePolicy", renaming: ["ManagedPolicyName": "PolicyName"])
    let policy = try await call.send("iam", "CreatePolicy", input)["Policy"]
    guard let arn = policy?["Arn"]?.string else { throw ProviderFailure.invalid("iam:CreatePolicy answered without an ARN") }
    try await call.complete(arn) {
      for holder in PolicyHolder.allCases {
        for name in call.texts(holder.property) { try await change(call, arn, holder, "Attach", name) }
      }
    }
    return CreatedObject(arn, attributes: document(call, policy))
  }

  func read(_ call: ResourceCall) async throws -> PropertyObject? {
    let arn = AWSValue.string(call.identifier)
    guard let policy = try await call.find("iam", "GetPolicy", ["PolicyArn": arn], absent: ["NoSuchEntity"])?["Policy"] else { return nil }
    var document = document(call, policy)
    let version = try await call.send("iam", "GetPolicyVersion", ["PolicyArn": arn, "VersionId": policy["DefaultVersionId"]])
    document["PolicyDocument"] = version["PolicyVersion"]?["Document"].flatMap { ShapeOutput.json($0) }
    for holder in PolicyHolder.allCases { document[holder.property] = .texts(try await holders(call, holder)) }
    return document
  }

  func update(_ call: ResourceCall) async throws {
    let arn = AWSValue.string(call.identifier)
    if call.changed.contains("PolicyDocument") {
      let others = try await otherVersions(call)
      if others.count >= 4, let oldest = others.last {
        try await call.send("iam", "DeletePolicyVersion", ["PolicyArn": arn, "VersionId": .string(oldest)])
      }
      var input = call.input("iam", "CreatePolicyVersion")
      input["PolicyArn"] = arn
      input["SetAsDefault"] = true
      try await call.send("iam", "CreatePolicyVersion", input)
    }
    for holder in PolicyHolder.allCases where call.changed.contains(holder.property) {
      let change = ListChange(from: try await holders(call, holder), to: call.texts(holder.property))
      for name in change.added { try await self.change(call, call.identifier, holder, "Attach", name) }
      for name in change.removed { try await self.change(call, call.identifier, holder, "Detach", name) }
    }
  }

  func delete(_ call: ResourceCall) async throws -> Deletion {
    for holder in PolicyHolder.allCases {
      for name in try await holders(call, holder) { try await change(call, call.identifier, holder, "Detach", name) }
    }
    let arn = AWSValue.string(call.identifier)
    for version in try await otherVersions(call) {
      try await call.send("iam", "DeletePolicyVersion", ["PolicyArn": arn, "VersionId": .string(version)])
    }
    try await call.send("iam", "DeletePolicy", ["PolicyArn": arn])
    return .gone
  }

  func list(_ call: ResourceCall, matching filter: ListFilter) async throws -> [String] {
    let policies = try await call.pages("iam", "ListPolicies", ["Scope": "Local"])
    let name = filter.text("ManagedPolicyName")
    return policies.filter { name == nil || $0["PolicyName"]?.string == name }.compactMap { $0["Arn"]?.string }
  }

  private func document(_ call: ResourceCall, _ policy: AWSValue?) -> PropertyObject {
    call.document(policy, renaming: ["ManagedPolicyName": "PolicyName", "PolicyArn": "Arn"])
  }

  /// The versions that are not the default one, newest first.
  private func otherVersions(_ call: ResourceCall) async throws -> [String] {
    let versions = try await call.pages("iam", "ListPolicyVersions", ["PolicyArn": .string(call.identifier)])
    let others = versions.filter { $0["IsDefaultVersion"]?.bool != true }.compactMap { $0["VersionId"]?.string }
    return others.sorted { (Int($0.dropFirst()) ?? 0) > (Int($1.dropFirst()) ?? 0) }
  }

  // MARK: Holders

  /// Who a policy can be attached to.
  private enum PolicyHolder: String, CaseIterable {
    case group = "Group"
    case role = "Role"
    case user = "User"

    var property: String { rawValue + "s" }
  }

  private func holders(_ call: ResourceCall, _ holder: PolicyHolder) async throws -> [String] {
    let found = try await call.pages(
      "iam", "ListEntitiesForPolicy", ["PolicyArn": .string(call.identifier), "EntityFilter": .string(holder.rawValue)],
      of: "Policy\(holder.rawValue)s")
    return found.compactMap { $0["\(holder.rawValue)Name"]?.string }
  }

  private func change(_ call: ResourceCall, _ arn: String, _ holder: PolicyHolder, _ verb: String, _ name: String) async throws {
    try await call.send("iam", "\(verb)\(holder.rawValue)Policy", ["PolicyArn": .string(arn), "\(holder.rawValue)Name": .string(name)])
  }
}
