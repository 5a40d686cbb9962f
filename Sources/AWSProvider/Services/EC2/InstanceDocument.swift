import AWSClient
import StrataModel

/// The forms of an instance: CloudFormation's and EC2's.
enum InstanceDocument {
  /// Properties that EC2 keeps together as the placement.
  private static let placement = [
    "Affinity": "Affinity", "AvailabilityZone": "AvailabilityZone", "HostId": "HostId", "HostResourceGroupArn": "HostResourceGroupArn",
    "PlacementGroupName": "GroupName", "Tenancy": "Tenancy",
  ]

  /// The input of RunInstances.
  static func input(_ call: ResourceCall) -> [String: AWSValue?] {
    var properties = call.properties
    if let interfaces = properties["NetworkInterfaces"]?.arrayValue { properties["NetworkInterfaces"] = .array(interfaces.map(interface)) }
    if let mappings = properties["BlockDeviceMappings"]?.arrayValue { properties["BlockDeviceMappings"] = .array(mappings.map(mapping)) }
    var input = call.input(
      "ec2", "RunInstances", from: properties, renaming: ["ElasticGpuSpecifications": "ElasticGpuSpecification"],
      omitting: ["Monitoring", "IamInstanceProfile"])
    input["MinCount"] = 1
    input["MaxCount"] = 1
    input["ClientToken"] = call.token.map { .string($0) }
    let place = placement.compactMap { property, member in AWSValue(call.properties[property]).map { (member, $0) } }
    if !place.isEmpty { input["Placement"] = .structure(Dictionary(place) { first, _ in first }) }
    if let monitoring = call.properties["Monitoring"]?.boolValue { input["Monitoring"] = ["Enabled": .bool(monitoring)] }
    if let profile = call.text("IamInstanceProfile") { input["IamInstanceProfile"] = ["Name": .string(profile)] }
    if let tags = call.tagList() {
      var kinds = ["instance"]
      if call.properties["PropagateTagsToVolumeOnCreation"]?.boolValue == true { kinds.append("volume") }
      input["TagSpecifications"] = .list(kinds.map { ["ResourceType": .string($0), "Tags": tags] })
    }
    return input
  }

  /// The document of an instance, without what other calls tell; interfaces and volumes are objects of their own in EC2.
  static func output(_ call: ResourceCall, _ instance: AWSValue) -> PropertyObject {
    var document = call.document(
      instance, renaming: ["PrivateIp": "PrivateIpAddress", "PublicIp": "PublicIpAddress"],
      omitting: [
        "NetworkInterfaces", "BlockDeviceMappings", "SecurityGroups", "Monitoring", "IamInstanceProfile", "LicenseSpecifications",
      ])
    for (property, member) in placement {
      if let text = instance["Placement"]?[member]?.string, !text.isEmpty { document[property] = .string(text) }
    }
    let groups = instance["SecurityGroups"]?.list ?? []
    document["SecurityGroupIds"] = .array(groups.compactMap { $0["GroupId"]?.string.map { .string($0) } })
    if let state = instance["Monitoring"]?["State"]?.string { document["Monitoring"] = .bool(state == "enabled" || state == "pending") }
    document["IamInstanceProfile"] = instance["IamInstanceProfile"]?["Arn"]?.string.map { .string($0.lastPart) }
    return document
  }

  private static func interface(_ value: PropertyValue) -> PropertyValue {
    guard var interface = value.objectValue else { return value }
    interface["Groups"] = interface["GroupSet"]
    interface["GroupSet"] = nil
    return .object(interface)
  }

  /// A mapping that takes a device of the image away says so by an empty text.
  private static func mapping(_ value: PropertyValue) -> PropertyValue {
    guard var mapping = value.objectValue, mapping["NoDevice"] != nil else { return value }
    mapping["NoDevice"] = .string("")
    return .object(mapping)
  }
}
