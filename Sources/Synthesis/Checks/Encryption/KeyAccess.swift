import StrataLanguage
import StrataModel

/// A service that is to encrypt with a key must be let in by the key's policy: checked by AWS at create, or felt only when nothing arrives.
struct KeyAccess: GraphCheck {
  let types = [
    "AWS::Logs::LogGroup", "AWS::CloudTrail::Trail", "AWS::CloudWatch::Alarm", "AWS::Events::Rule", "AWS::RDS::EventSubscription",
  ]
  let source = """
    CloudWatch Logs user guide, "Encrypt log data using KMS"; CloudTrail user guide, "Configure KMS key policies"; SNS developer guide, \
    "Enable compatibility between event sources and encrypted topics"
    """

  func run(_ program: ProgramIndex, _ report: inout DiagnosticReport) {
    var access = KeyServices(program)
    for index in program.indices(of: "AWS::Logs::LogGroup") {
      let service = "logs.\(program.resources[index].placement.region).amazonaws.com"
      demand(service, of: program.resources[index].properties["KmsKeyId"], "KmsKeyId", by: index, &access, &report)
    }
    for index in program.indices(of: "AWS::CloudTrail::Trail") {
      demand(
        "cloudtrail.amazonaws.com", of: program.resources[index].properties["KMSKeyId"], "KMSKeyId", by: index, &access, &report)
    }
    for index in program.indices(of: "AWS::CloudWatch::Alarm") {
      for property in ["AlarmActions", "OKActions", "InsufficientDataActions"] {
        for action in program.resources[index].properties[property]?.elements ?? [] {
          notify(program.target(of: action), "cloudwatch.amazonaws.com", property, by: index, &access, &report)
        }
      }
    }
    for index in program.indices(of: "AWS::Events::Rule") {
      for target in program.resources[index].properties["Targets"]?.elements ?? [] {
        notify(program.target(of: target["Arn"]), "events.amazonaws.com", "Targets", by: index, &access, &report)
      }
    }
    for index in program.indices(of: "AWS::RDS::EventSubscription") {
      let topic = program.target(of: program.resources[index].properties["SnsTopicArn"])
      notify(topic, "events.rds.amazonaws.com", "SnsTopicArn", by: index, &access, &report)
    }
  }

  /// The create is refused without the key's consent.
  private func demand(
    _ service: String, of value: PropertyValue?, _ property: String, by index: Int, _ access: inout KeyServices,
    _ report: inout DiagnosticReport
  ) {
    guard let key = access.key(of: value), !access.admits(key, service) else { return }
    report.error(
      "key-refuses-service", "\(property) names '\(access.address(key))', whose policy does not let \(service) use the key",
      remedy: "allow kms:Encrypt*, kms:Decrypt*, kms:GenerateDataKey* and kms:Describe* to the service \(service) in the key's policy",
      at: access.program.resources[index], path: PropertyPath(property),
      notes: [Diagnostic.Note("the key is declared here", at: access.program.resources[key].source)])
  }

  /// AWS accepts it, and no message ever arrives.
  private func notify(
    _ topic: Int?, _ service: String, _ property: String, by index: Int, _ access: inout KeyServices, _ report: inout DiagnosticReport
  ) {
    guard let topic, access.program.resources[topic].type == "AWS::SNS::Topic" else { return }
    let value = access.program.resources[topic].properties["KmsMasterKeyId"]
    let resource = access.program.resources[index]
    let note = Diagnostic.Note("the topic is declared here", at: access.program.resources[topic].source)
    if value?.stringValue == "alias/aws/sns" {
      report.warning(
        "topic-refuses-service",
        "\(property) notifies a topic under the key alias/aws/sns, which \(service) cannot use: nothing will arrive",
        remedy: "encrypt the topic with a key of your own that lets the service in", at: resource, path: PropertyPath(property),
        notes: [note])
    } else if let key = access.key(of: value), !access.admits(key, service) {
      report.warning(
        "topic-refuses-service",
        "\(property) notifies a topic under the key '\(access.address(key))', whose policy does not let \(service) in: nothing will arrive",
        remedy: "allow kms:Decrypt and kms:GenerateDataKey* to the service \(service) in the key's policy", at: resource,
        path: PropertyPath(property), notes: [note])
    }
  }
}

/// The services that keys let in; each key's policy is read once.
private struct KeyServices {
  let program: ProgramIndex
  private var statements: [Int: [PolicyStatement]?] = [:]

  init(_ program: ProgramIndex) { self.program = program }

  /// The key that a value refers to, directly or by its alias.
  func key(of value: PropertyValue?) -> Int? {
    guard let index = program.target(of: value) else { return nil }
    switch program.resources[index].type {
    case "AWS::KMS::Key", "AWS::KMS::ReplicaKey": return index
    case "AWS::KMS::Alias": return key(of: program.resources[index].properties["TargetKeyId"])
    default: return nil
    }
  }

  func address(_ key: Int) -> String { program.resources[key].address.path }

  /// Whether a key's policy lets a service in; one that is not known yet might.
  mutating func admits(_ key: Int, _ service: String) -> Bool {
    let known: [PolicyStatement]?
    if let read = statements[key] {
      known = read
    } else {
      // Without a policy, KMS gives the default one: the account alone.
      let document = program.resources[key].properties["KeyPolicy"]
      known = document == nil ? [] : PolicyStatement.statements(of: document)
      statements[key] = .some(known)
    }
    guard let known else { return true }
    return known.contains { $0.admits(service: service) && ($0.covers("kms:GenerateDataKey") || $0.covers("kms:Encrypt")) }
  }
}
