import AWSClient
import StrataModel

/// Instances: ec2:RunInstances and its companions.
///
/// Type, user data and EBS optimization change only while the instance is stopped: an update stops it, and the wait changes and starts it.
struct InstanceHandler: ResourceHandler {
  static let type = "AWS::EC2::Instance"
  static let waits: Set<Intent.Operation> = [.create, .update, .delete]

  func create(_ call: ResourceCall) async throws -> CreatedObject {
    guard call.properties["Volumes"] == nil, call.properties["SsmAssociations"] == nil else {
      throw ProviderFailure.unsupported("Attach volumes and associations to an instance by resources of their own.")
    }
    let answer = try await call.send("ec2", "RunInstances", InstanceDocument.input(call))
    guard let instance = answer["Instances"]?.list?.first, let identifier = instance["InstanceId"]?.string else {
      throw ProviderFailure.invalid("ec2:RunInstances answered without an instance.")
    }
    try await call.complete(identifier) {
      if call.properties["SourceDestCheck"]?.boolValue == false {
        try await modify(call, identifier, "SourceDestCheck", ["Value": false])
      }
    }
    return CreatedObject(identifier)
  }

  func read(_ call: ResourceCall) async throws -> PropertyObject? {
    guard let instance = try await describe(call) else { return nil }
    var document = InstanceDocument.output(call, instance)
    document["DisableApiTermination"] = try await attribute(call, "DisableApiTermination")?.bool.map { .bool($0) }
    document["InstanceInitiatedShutdownBehavior"] = try await attribute(call, "InstanceInitiatedShutdownBehavior")?.string.map {
      .string($0)
    }
    document["UserData"] = try await attribute(call, "UserData")?.string.map { .string($0) }
    return document
  }

  func update(_ call: ResourceCall) async throws {
    let identifier = AWSValue.string(call.identifier)
    let switches = ["DisableApiTermination": false, "SourceDestCheck": true]
    for (property, standard) in switches.sorted(by: { $0.key < $1.key }) where call.changed.contains(property) {
      let value = call.properties[property]?.boolValue ?? standard
      try await modify(call, call.identifier, property, ["Value": .bool(value)])
    }
    if call.changed.contains("InstanceInitiatedShutdownBehavior") {
      let value = AWSValue.string(call.text("InstanceInitiatedShutdownBehavior") ?? "stop")
      try await modify(call, call.identifier, "InstanceInitiatedShutdownBehavior", ["Value": value])
    }
    if call.changed.contains("SecurityGroupIds"), let groups = AWSValue(call.properties["SecurityGroupIds"]) {
      try await modify(call, call.identifier, "Groups", groups)
    }
    if call.changed.contains("Monitoring") {
      let operation = call.properties["Monitoring"]?.boolValue == true ? "MonitorInstances" : "UnmonitorInstances"
      try await call.send("ec2", operation, ["InstanceIds": [identifier]])
    }
    if call.changed.contains("MetadataOptions") {
      let standards: PropertyObject = ["HttpEndpoint": .string("enabled"), "HttpPutResponseHopLimit": .integer(2)]
      var input = call.input(
        "ec2", "ModifyInstanceMetadataOptions", from: standards.merging(call.properties["MetadataOptions"]?.objectValue ?? [:]))
      input["InstanceId"] = identifier
      try await call.send("ec2", "ModifyInstanceMetadataOptions", input)
    }
    if call.changed.contains("CreditSpecification") {
      let credits = call.properties["CreditSpecification"]?["CPUCredits"]?.stringValue ?? "unlimited"
      try await call.send(
        "ec2", "ModifyInstanceCreditSpecification",
        ["InstanceCreditSpecifications": [["InstanceId": identifier, "CpuCredits": .string(credits)]]])
    }
    if call.changed.contains("PrivateDnsNameOptions") {
      var input = call.input(
        "ec2", "ModifyPrivateDnsNameOptions", from: call.properties["PrivateDnsNameOptions"]?.objectValue ?? [:],
        renaming: ["HostnameType": "PrivateDnsHostnameType"])
      input["InstanceId"] = identifier
      try await call.send("ec2", "ModifyPrivateDnsNameOptions", input)
    }
    if call.changed.contains("IamInstanceProfile") { try await replaceProfile(call) }
    try await call.updateEC2Tags()
    if InstanceRest(call) != nil { try await call.send("ec2", "StopInstances", ["InstanceIds": [identifier]]) }
  }

  func delete(_ call: ResourceCall) async throws -> Deletion {
    if call.liftsProtection, call.properties["DisableApiTermination"]?.boolValue == true {
      try await modify(call, call.identifier, "DisableApiTermination", ["Value": false])
    }
    try await call.send("ec2", "TerminateInstances", ["InstanceIds": .strings([call.identifier])])
    return .started
  }

  func list(_ call: ResourceCall, matching filter: ListFilter) async throws -> [String] {
    let filters = filter.ec2Filters(["SubnetId": "subnet-id", "ImageId": "image-id", "InstanceType": "instance-type", "VpcId": "vpc-id"])
    return try await call.pages("ec2", "DescribeInstances", ["Filters": filters]).flatMap { $0["Instances"]?.list ?? [] }
      .filter { $0["State"]?["Name"]?.string != "terminated" }.compactMap { $0["InstanceId"]?.string }
  }

  func readiness(_ call: ResourceCall, after operation: Intent.Operation) async throws -> Readiness {
    guard let instance = try await describe(call) else {
      return operation == .create ? try await failure(call) ?? .pending(after: 1_000) : .pending(after: 1_000)
    }
    let state = instance["State"]?["Name"]?.string
    guard operation == .update, let rest = call.memo.flatMap(InstanceRest.init(text:)) else {
      // Somebody may have stopped the instance on purpose, which an update of tags does not end.
      return state == "running" || operation == .update && state == "stopped" ? .ready : .pending(after: 2_000)
    }
    switch state {
    case "stopped":
      for (attribute, value) in rest.attributes { try await modify(call, call.identifier, attribute, ["Value": value]) }
      try await call.send("ec2", "StartInstances", ["InstanceIds": .strings([call.identifier])])
      return .pending(after: 2_000)
    case "running":
      for (name, value) in rest.attributes where try await attribute(call, name) != rest.shown(value) { return .pending(after: 2_000) }
      return .ready
    default: return .pending(after: 2_000)
    }
  }

  func memo(_ call: ResourceCall) -> String? { InstanceRest(call)?.text }

  // MARK: Parts

  private func describe(_ call: ResourceCall) async throws -> AWSValue? {
    guard let instance = try await found(call), instance["State"]?["Name"]?.string != "terminated" else { return nil }
    return instance
  }

  private func found(_ call: ResourceCall) async throws -> AWSValue? {
    try await call.describe("DescribeInstances", "InstanceIds", call.identifier, in: "Reservations")?["Instances"]?.list?.first
  }

  /// Why a new instance is terminated already.
  private func failure(_ call: ResourceCall) async throws -> Readiness? {
    guard let instance = try await found(call) else { return nil }
    return .failed(instance["StateReason"]?["Message"]?.string ?? "The instance was terminated while it started.")
  }

  private func attribute(_ call: ResourceCall, _ name: String) async throws -> AWSValue? {
    try await call.send(
      "ec2", "DescribeInstanceAttribute", ["InstanceId": .string(call.identifier), "Attribute": .string(name.lowerFirst)])[name]?["Value"]
  }

  private func modify(_ call: ResourceCall, _ identifier: String, _ attribute: String, _ value: AWSValue) async throws {
    try await call.send("ec2", "ModifyInstanceAttribute", ["InstanceId": .string(identifier), attribute: value])
  }

  private func replaceProfile(_ call: ResourceCall) async throws {
    let found = try await call.describe(
      "DescribeIamInstanceProfileAssociations", where: "instance-id", call.identifier, in: "IamInstanceProfileAssociations")
    let association = found.first { $0["State"]?.string?.hasPrefix("associat") == true }?["AssociationId"]
    guard let name = call.text("IamInstanceProfile") else {
      if let association { try await call.send("ec2", "DisassociateIamInstanceProfile", ["AssociationId": association]) }
      return
    }
    let profile: AWSValue = ["Name": .string(name)]
    if let association {
      try await call.send(
        "ec2", "ReplaceIamInstanceProfileAssociation", ["AssociationId": association, "IamInstanceProfile": profile])
    } else {
      try await call.send(
        "ec2", "AssociateIamInstanceProfile", ["InstanceId": .string(call.identifier), "IamInstanceProfile": profile])
    }
  }
}
