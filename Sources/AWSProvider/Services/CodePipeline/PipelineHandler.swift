import AWSClient
import StrataModel

/// Pipelines: codepipeline:CreatePipeline and its companions.
///
/// A pipeline runs once when it is made. Closed transitions between stages are calls of their own.
struct PipelineHandler: ResourceHandler {
  static let type = "AWS::CodePipeline::Pipeline"

  private static let service = "codepipeline"

  func create(_ call: ResourceCall) async throws -> CreatedObject {
    let name = try call.required("Name")
    var input = declaration(call, "CreatePipeline")
    input["tags"] = call.tagList(key: "key", value: "value")
    let pipeline = try await call.send(Self.service, "CreatePipeline", input)["pipeline"]
    try await call.complete(name) {
      try await setTransitions(call, name)
    }
    let version = pipeline?["version"]?.scalarText ?? "1"
    return CreatedObject(name, attributes: ["Version": .string(version)])
  }

  func read(_ call: ResourceCall) async throws -> PropertyObject? {
    let answer = try await call.find(
      Self.service, "GetPipeline", ["name": .string(call.identifier)], absent: ["PipelineNotFoundException"])
    guard var pipeline = answer?["pipeline"]?.structure else { return nil }
    pipeline["ArtifactStores"] = pipeline.removeValue(forKey: "artifactStores")?.structure.map { stores in
      .list(stores.sorted { $0.key < $1.key }.map { ["Region": .string($0.key), "ArtifactStore": $0.value] })
    }
    var document = call.document(.structure(pipeline))
    if call.has(Self.service, "GetPipelineState") {
      let state = try await call.send(Self.service, "GetPipelineState", ["name": .string(call.identifier)])
      let closed = state["stageStates"]?.list?.filter { $0["inboundTransitionState"]?["enabled"]?.bool == false } ?? []
      let transitions = closed.map { stage -> AWSValue in
        ["StageName": stage["stageName"] ?? "", "Reason": stage["inboundTransitionState"]?["disabledReason"] ?? ""]
      }
      let property = "DisableInboundStageTransitions"
      if !transitions.isEmpty { document[property] = call.document([property: .list(transitions)])[property] }
    }
    let tags = try await call.pages(Self.service, "ListTagsForResource", ["resourceArn": arn(call)])
    document["Tags"] = call.document(["Tags": .list(tags)])["Tags"]
    return document
  }

  func update(_ call: ResourceCall) async throws {
    let ownCalls: Set<String> = ["Tags", "DisableInboundStageTransitions", "RestartExecutionOnUpdate"]
    if !call.changed.isSubset(of: ownCalls) {
      try await call.send(Self.service, "UpdatePipeline", declaration(call, "UpdatePipeline"))
      if call.properties["RestartExecutionOnUpdate"]?.boolValue == true {
        try await call.send(
          Self.service, "StartPipelineExecution",
          ["name": .string(call.identifier), "clientRequestToken": call.token.map { .string($0) }])
      }
    }
    if call.changed.contains("DisableInboundStageTransitions") { try await setTransitions(call, call.identifier) }
    try await call.updateTags { tags in
      try await call.send(
        Self.service, "TagResource", ["resourceArn": arn(call), "tags": .tagList(tags, key: "key", value: "value")])
    } remove: { keys in
      try await call.send(Self.service, "UntagResource", ["resourceArn": arn(call), "tagKeys": .strings(keys)])
    }
  }

  func delete(_ call: ResourceCall) async throws -> Deletion {
    try await call.send(Self.service, "DeletePipeline", ["name": .string(call.identifier)])
    return .gone
  }

  func list(_ call: ResourceCall, matching filter: ListFilter) async throws -> [String] {
    if let name = filter.text("Name") { return [name] }
    return try await call.pages(Self.service, "ListPipelines").compactMap { $0["name"]?.string }
  }

  // MARK: Parts

  private func arn(_ call: ResourceCall) -> AWSValue { .string(call.arn("codepipeline", call.identifier)) }

  /// The pipeline's structure: the properties without those that have calls of their own, and with the artifact stores by region.
  private func declaration(_ call: ResourceCall, _ operation: String) -> [String: AWSValue?] {
    var pipeline = call.properties
    for name in ["Tags", "DisableInboundStageTransitions", "RestartExecutionOnUpdate"] { pipeline[name] = nil }
    if let stores = pipeline["ArtifactStores"]?.arrayValue {
      var regions = PropertyObject()
      for store in stores {
        if let region = store["Region"]?.stringValue, let value = store["ArtifactStore"] { regions[region] = value }
      }
      pipeline["ArtifactStores"] = .object(regions)
    }
    return call.input(Self.service, operation, from: ["pipeline": .object(pipeline)])
  }

  private func setTransitions(_ call: ResourceCall, _ name: String) async throws {
    let before = reasons(call.previous)
    let after = reasons(call.properties)
    for (stage, reason) in after.sorted(by: { $0.key < $1.key }) where before[stage] != reason {
      try await call.send(
        Self.service, "DisableStageTransition",
        ["pipelineName": .string(name), "stageName": .string(stage), "transitionType": "Inbound", "reason": .string(reason)])
    }
    for stage in before.keys.sorted() where after[stage] == nil {
      try await call.send(
        Self.service, "EnableStageTransition",
        ["pipelineName": .string(name), "stageName": .string(stage), "transitionType": "Inbound"])
    }
  }

  /// Why transitions are declared to be closed, by stage.
  private func reasons(_ properties: PropertyObject) -> [String: String] {
    var reasons: [String: String] = [:]
    for transition in properties["DisableInboundStageTransitions"]?.arrayValue ?? [] {
      if let stage = transition["StageName"]?.stringValue { reasons[stage] = transition["Reason"]?.stringValue ?? "" }
    }
    return reasons
  }
}
