import AWSClient
import StrataModel

/// Delivery streams: firehose:CreateDeliveryStream and its companions.
struct DeliveryStreamHandler: ResourceHandler {
  static let type = "AWS::KinesisFirehose::DeliveryStream"
  static let waits: Set<Intent.Operation> = [.create, .update, .delete]

  private static let service = "firehose"
  private static let encryption = "DeliveryStreamEncryptionConfigurationInput"

  func create(_ call: ResourceCall) async throws -> CreatedObject {
    let name = try call.required("DeliveryStreamName")
    let answer = try await call.send(Self.service, "CreateDeliveryStream", call.input(Self.service, "CreateDeliveryStream"))
    let arn = answer["DeliveryStreamARN"]?.string ?? call.arn("firehose", "deliverystream/\(name)")
    return CreatedObject(name, attributes: ["Arn": .string(arn)])
  }

  func read(_ call: ResourceCall) async throws -> PropertyObject? {
    guard let stream = try await stream(call) else { return nil }
    var members = stream.structure ?? [:]
    members["Arn"] = members["DeliveryStreamARN"]
    for source in ["DatabaseSource", "DirectPutSource", "KinesisStreamSource", "MSKSource"] {
      members[source + "Configuration"] = stream["Source"]?[source + "Description"]
    }
    if let encryption = stream["DeliveryStreamEncryptionConfiguration"], encryption["Status"]?.string?.hasPrefix("ENABL") == true {
      members[Self.encryption] = encryption
    }
    if let destination = stream["Destinations"]?.list?.first {
      members.merge(DeliveryStreamDestination.configurations(destination)) { _, new in new }
    }
    var document = call.document(.structure(members))
    var tags: [AWSValue] = []
    var last: AWSValue?
    repeat {
      let page = try await call.send(
        Self.service, "ListTagsForDeliveryStream", ["DeliveryStreamName": name(call), "ExclusiveStartTagKey": last])
      let found = page["Tags"]?.list ?? []
      tags += found
      last = page["HasMoreTags"]?.bool == true ? found.last?["Key"] : nil
    } while last != nil
    document["Tags"] = call.document(["Tags": .list(tags)])["Tags"]
    return document
  }

  func update(_ call: ResourceCall) async throws {
    for kind in DeliveryStreamDestination.kinds where call.changed.contains(DeliveryStreamDestination.property(kind)) {
      guard let configuration = call.properties[DeliveryStreamDestination.property(kind)]?.objectValue else { continue }
      let stream = try await stream(call)
      let input: [String: AWSValue?] = [
        "DeliveryStreamName": name(call), "CurrentDeliveryStreamVersionId": stream?["VersionId"],
        "DestinationId": stream?["Destinations"]?.list?.first?["DestinationId"],
        kind + "DestinationUpdate": DeliveryStreamDestination.update(kind, configuration),
      ]
      try await call.send(Self.service, "UpdateDestination", input)
    }
    if call.changed.contains(Self.encryption) {
      if let key = AWSValue(call.properties[Self.encryption]) {
        let input: [String: AWSValue?] = ["DeliveryStreamName": name(call), Self.encryption: key]
        try await call.send(Self.service, "StartDeliveryStreamEncryption", input)
      } else {
        try await call.send(Self.service, "StopDeliveryStreamEncryption", ["DeliveryStreamName": name(call)])
      }
    }
    try await call.updateTags { tags in
      try await call.send(Self.service, "TagDeliveryStream", ["DeliveryStreamName": name(call), "Tags": .tagList(tags)])
    } remove: { keys in
      try await call.send(Self.service, "UntagDeliveryStream", ["DeliveryStreamName": name(call), "TagKeys": .strings(keys)])
    }
  }

  func delete(_ call: ResourceCall) async throws -> Deletion {
    try await call.send(Self.service, "DeleteDeliveryStream", ["DeliveryStreamName": name(call)])
    return .started
  }

  func list(_ call: ResourceCall, matching filter: ListFilter) async throws -> [String] {
    if let name = filter.text("DeliveryStreamName") { return [name] }
    var names: [String] = []
    while true {
      let page = try await call.send(
        Self.service, "ListDeliveryStreams", ["ExclusiveStartDeliveryStreamName": names.last.map { .string($0) }])
      let found = page["DeliveryStreamNames"]?.list?.compactMap(\.string) ?? []
      names += found
      guard page["HasMoreDeliveryStreams"]?.bool == true, !found.isEmpty else { return names }
    }
  }

  func readiness(_ call: ResourceCall, after operation: Intent.Operation) async throws -> Readiness {
    let stream = try await stream(call)
    let encryption = stream?["DeliveryStreamEncryptionConfiguration"]
    switch stream?["DeliveryStreamStatus"]?.string {
    case "CREATING", "DELETING": return .pending(after: 5_000)
    case let status? where status.hasSuffix("_FAILED"):
      return .failed(stream?["FailureDescription"]?["Details"]?.string ?? "The delivery stream has the status \(status).")
    default: break
    }
    switch encryption?["Status"]?.string {
    case "ENABLING", "DISABLING": return .pending(after: 5_000)
    case "ENABLING_FAILED", "DISABLING_FAILED":
      return .failed(encryption?["FailureDescription"]?["Details"]?.string ?? "The encryption of the delivery stream could not be changed.")
    default: return .ready
    }
  }

  private func name(_ call: ResourceCall) -> AWSValue { .string(call.identifier) }

  private func stream(_ call: ResourceCall) async throws -> AWSValue? {
    try await call.find(
      Self.service, "DescribeDeliveryStream", ["DeliveryStreamName": name(call)], absent: ["ResourceNotFoundException"])?[
        "DeliveryStreamDescription"]
  }
}
