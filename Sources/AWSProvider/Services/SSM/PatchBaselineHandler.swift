import AWSClient
import StrataModel

/// Patch baselines: ssm:CreatePatchBaseline and its companions.
///
/// That a baseline is its operating system's default is written and not read.
struct PatchBaselineHandler: ResourceHandler {
  static let type = "AWS::SSM::PatchBaseline"

  func create(_ call: ResourceCall) async throws -> CreatedObject {
    var input = call.input("ssm", "CreatePatchBaseline")
    input["ClientToken"] = call.token.map { .string($0) }
    guard let baseline = try await call.send("ssm", "CreatePatchBaseline", input)["BaselineId"]?.string else {
      throw ProviderFailure.invalid("ssm:CreatePatchBaseline answered without an id")
    }
    try await call.complete(baseline) {
      for group in call.texts("PatchGroups") { try await change(call, baseline, "RegisterPatchBaselineForPatchGroup", group) }
      if call.properties["DefaultBaseline"]?.boolValue == true { try await makeDefault(call, baseline) }
    }
    return CreatedObject(baseline, attributes: ["Id": .string(baseline)])
  }

  func read(_ call: ResourceCall) async throws -> PropertyObject? {
    guard let baseline = try await baseline(call) else { return nil }
    var document = call.document(baseline, renaming: ["Id": "BaselineId"])
    document["Tags"] = try await call.systemsManagerTags("PatchBaseline", call.identifier)
    return document
  }

  func update(_ call: ResourceCall) async throws {
    if !call.changed.isSubset(of: ["DefaultBaseline", "PatchGroups", "Tags"]) {
      var input = call.input("ssm", "UpdatePatchBaseline")
      input["BaselineId"] = .string(call.identifier)
      input["Replace"] = true
      try await call.send("ssm", "UpdatePatchBaseline", input)
    }
    if call.changed.contains("PatchGroups") {
      let change = ListChange(from: groups(try await baseline(call)), to: call.texts("PatchGroups"))
      for group in change.removed { try await self.change(call, call.identifier, "DeregisterPatchBaselineForPatchGroup", group) }
      for group in change.added { try await self.change(call, call.identifier, "RegisterPatchBaselineForPatchGroup", group) }
    }
    if call.changed.contains("DefaultBaseline") {
      guard call.properties["DefaultBaseline"]?.boolValue == true else {
        throw ProviderFailure.unsupported("A default baseline ends when another one becomes the default; declare that one.")
      }
      try await makeDefault(call, call.identifier)
    }
    try await call.updateSystemsManagerTags("PatchBaseline", call.identifier)
  }

  func delete(_ call: ResourceCall) async throws -> Deletion {
    let present = try await baseline(call)
    for group in groups(present) { try await change(call, call.identifier, "DeregisterPatchBaselineForPatchGroup", group) }
    try await call.send("ssm", "DeletePatchBaseline", ["BaselineId": .string(call.identifier)])
    return .gone
  }

  func list(_ call: ResourceCall, matching filter: ListFilter) async throws -> [String] {
    var filters: [AWSValue] = [["Key": "OWNER", "Values": ["Self"]]]
    if let name = filter.text("Name") { filters.append(["Key": "NAME_PREFIX", "Values": [.string(name)]]) }
    let baselines = try await call.pages("ssm", "DescribePatchBaselines", ["Filters": .list(filters)])
    return baselines.compactMap { $0["BaselineId"]?.string }
  }

  private func baseline(_ call: ResourceCall) async throws -> AWSValue? {
    try await call.find("ssm", "GetPatchBaseline", ["BaselineId": .string(call.identifier)], absent: ["DoesNotExistException"])
  }

  private func groups(_ baseline: AWSValue?) -> [String] { baseline?["PatchGroups"]?.list?.compactMap(\.string) ?? [] }

  private func change(_ call: ResourceCall, _ baseline: String, _ operation: String, _ group: String) async throws {
    try await call.send("ssm", operation, ["BaselineId": .string(baseline), "PatchGroup": .string(group)])
  }

  private func makeDefault(_ call: ResourceCall, _ baseline: String) async throws {
    try await call.send("ssm", "RegisterDefaultPatchBaseline", ["BaselineId": .string(baseline)])
  }
}
