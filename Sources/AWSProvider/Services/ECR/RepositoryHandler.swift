import AWSClient
import StrataModel

/// Repositories of images: ecr:CreateRepository and its companions.
struct RepositoryHandler: ResourceHandler {
  static let type = "AWS::ECR::Repository"

  private static let filterNames = [
    "ImageTagMutabilityExclusionFilterType": "filterType", "ImageTagMutabilityExclusionFilterValue": "filter",
  ]

  func create(_ call: ResourceCall) async throws -> CreatedObject {
    let name = try call.required("RepositoryName")
    let answer = try await call.send("ecr", "CreateRepository", call.input("ecr", "CreateRepository", from: renamed(call)))
    try await call.complete(name) {
      try await putLifecycle(call, name)
      try await putPolicy(call, name)
    }
    return CreatedObject(name, attributes: document(call, answer["repository"]))
  }

  func read(_ call: ResourceCall) async throws -> PropertyObject? {
    let name: [String: AWSValue?] = ["repositoryName": .string(call.identifier)]
    let answer = try await call.find(
      "ecr", "DescribeRepositories", ["repositoryNames": [.string(call.identifier)]], absent: ["RepositoryNotFoundException"])
    guard let repository = answer?["repositories"]?.list?.first else { return nil }
    async let lifecycle = call.find("ecr", "GetLifecyclePolicy", name, absent: ["LifecyclePolicyNotFoundException"])
    async let policy = call.find("ecr", "GetRepositoryPolicy", name, absent: ["RepositoryPolicyNotFoundException"])
    async let tags = call.send("ecr", "ListTagsForResource", ["resourceArn": repository["repositoryArn"]])
    var document = document(call, repository)
    if let text = try await lifecycle?["lifecyclePolicyText"] { document["LifecyclePolicy"] = ["LifecyclePolicyText": text.propertyValue] }
    document["RepositoryPolicyText"] =
      call.document(try await policy, renaming: ["RepositoryPolicyText": "policyText"])["RepositoryPolicyText"]
    document["Tags"] = call.document(try await tags)["Tags"]
    return document
  }

  func update(_ call: ResourceCall) async throws {
    let name = AWSValue.string(call.identifier)
    if call.changed.contains("ImageTagMutability") || call.changed.contains("ImageTagMutabilityExclusionFilters") {
      var input = call.input("ecr", "PutImageTagMutability", from: renamed(call))
      if call.properties["ImageTagMutability"] == nil { input["imageTagMutability"] = "MUTABLE" }
      input["repositoryName"] = name
      try await call.send("ecr", "PutImageTagMutability", input)
    }
    if call.changed.contains("ImageScanningConfiguration") {
      let isOn = AWSValue(call.properties["ImageScanningConfiguration"]?["ScanOnPush"]) ?? false
      try await call.send(
        "ecr", "PutImageScanningConfiguration", ["repositoryName": name, "imageScanningConfiguration": ["scanOnPush": isOn]])
    }
    if call.changed.contains("LifecyclePolicy") { try await putLifecycle(call, call.identifier) }
    if call.changed.contains("RepositoryPolicyText") { try await putPolicy(call, call.identifier) }
    let arn = AWSValue.string(call.arn("ecr", "repository/\(call.identifier)"))
    try await call.updateTags { tags in
      try await call.send("ecr", "TagResource", ["resourceArn": arn, "tags": .tagList(tags)])
    } remove: { keys in
      try await call.send("ecr", "UntagResource", ["resourceArn": arn, "tagKeys": .strings(keys)])
    }
  }

  func delete(_ call: ResourceCall) async throws -> Deletion {
    let empties = call.properties["EmptyOnDelete"]?.boolValue == true
    try await call.send("ecr", "DeleteRepository", ["repositoryName": .string(call.identifier), "force": .bool(empties)])
    return .gone
  }

  func list(_ call: ResourceCall, matching filter: ListFilter) async throws -> [String] {
    if let name = filter.text("RepositoryName") { return [name] }
    return try await call.pages("ecr", "DescribeRepositories").compactMap { $0["repositoryName"]?.string }
  }

  // MARK: Parts

  private func renamed(_ call: ResourceCall) -> PropertyObject {
    var properties = call.properties
    properties["ImageTagMutabilityExclusionFilters"] = properties["ImageTagMutabilityExclusionFilters"]?.renamingFields(Self.filterNames)
    return properties
  }

  private func document(_ call: ResourceCall, _ repository: AWSValue?) -> PropertyObject {
    var document = call.document(repository, renaming: ["Arn": "repositoryArn"], omitting: ["ImageTagMutabilityExclusionFilters"])
    let filters = repository?["imageTagMutabilityExclusionFilters"]?.propertyValue.renamingFields(
      Dictionary(Self.filterNames.map { ($0.value, $0.key) }) { first, _ in first })
    document["ImageTagMutabilityExclusionFilters"] = filters
    return document
  }

  private func putLifecycle(_ call: ResourceCall, _ name: String) async throws {
    if let policy = call.properties["LifecyclePolicy"]?.objectValue, policy["LifecyclePolicyText"] != nil {
      var input = call.input("ecr", "PutLifecyclePolicy", from: policy)
      input["repositoryName"] = .string(name)
      try await call.send("ecr", "PutLifecyclePolicy", input)
    } else if call.previous["LifecyclePolicy"] != nil {
      _ = try await call.find(
        "ecr", "DeleteLifecyclePolicy", ["repositoryName": .string(name)], absent: ["LifecyclePolicyNotFoundException"])
    }
  }

  private func putPolicy(_ call: ResourceCall, _ name: String) async throws {
    if let text = call.attributeText("RepositoryPolicyText") {
      try await call.send("ecr", "SetRepositoryPolicy", ["repositoryName": .string(name), "policyText": .string(text)])
    } else if call.previous["RepositoryPolicyText"] != nil {
      _ = try await call.find(
        "ecr", "DeleteRepositoryPolicy", ["repositoryName": .string(name)], absent: ["RepositoryPolicyNotFoundException"])
    }
  }
}
