import StrataLanguage
import StrataModel

/// Policies that are longer than the service takes.
struct PolicySizes: GraphCheck {
  private struct Limit {
    var type: String
    var property: String
    var bytes: Int
    var countsSpace = true
    var what: String
  }

  let source = """
    IAM user guide, "IAM and AWS STS quotas"; KMS developer guide, "Resource quotas"; Secrets Manager, CloudWatch Logs, S3 and SNS quotas; \
    AWS Organizations quotas
    """

  var types: [String] { Self.limits.map(\.type) + ["AWS::Organizations::Policy"] }

  private static let limits: [Limit] = [
    Limit(type: "AWS::IAM::ManagedPolicy", property: "PolicyDocument", bytes: 6_144, countsSpace: false, what: "a managed policy"),
    Limit(type: "AWS::IAM::Role", property: "AssumeRolePolicyDocument", bytes: 4_096, countsSpace: false, what: "a trust policy"),
    Limit(type: "AWS::KMS::Key", property: "KeyPolicy", bytes: 32_768, what: "a key policy"),
    Limit(type: "AWS::KMS::ReplicaKey", property: "KeyPolicy", bytes: 32_768, what: "a key policy"),
    Limit(type: "AWS::SecretsManager::ResourcePolicy", property: "ResourcePolicy", bytes: 20_480, what: "a secret's policy"),
    Limit(type: "AWS::Logs::ResourcePolicy", property: "PolicyDocument", bytes: 5_120, what: "a policy of CloudWatch Logs"),
    Limit(type: "AWS::S3::BucketPolicy", property: "PolicyDocument", bytes: 20_480, what: "a bucket policy"),
    Limit(type: "AWS::SNS::TopicPolicy", property: "PolicyDocument", bytes: 30_720, what: "a topic policy"),
  ]

  func run(_ program: ProgramIndex, _ report: inout DiagnosticReport) {
    for limit in Self.limits {
      for index in program.indices(of: limit.type) { check(program.resources[index], limit, &report) }
    }
    for index in program.indices(of: "AWS::Organizations::Policy") {
      let resource = program.resources[index]
      guard resource.properties["Type"]?.stringValue == "SERVICE_CONTROL_POLICY" else { continue }
      check(
        resource, Limit(type: resource.type, property: "Content", bytes: 5_120, what: "a service control policy"), &report)
    }
  }

  private func check(_ resource: DeclaredResource, _ limit: Limit, _ report: inout DiagnosticReport) {
    guard let document = resource.properties[limit.property] else { return }
    let length = TextLength.least(ofPolicy: document, countsSpace: limit.countsSpace)
    if length > limit.bytes {
      report.error(
        "policy-too-long", "\(limit.property) has at least \(length) characters; \(limit.what) takes \(limit.bytes)",
        remedy: "name resources by pattern or tag condition, or split the statements over several policies", at: resource,
        path: PropertyPath(limit.property))
    } else if resource.type == "AWS::IAM::Role", length > 2_048 {
      report.warning(
        "policy-too-long",
        "\(limit.property) has at least \(length) characters; \(limit.what) takes 2048 until the quota is raised to 4096",
        remedy: "shorten it, or have the quota raised first", at: resource, path: PropertyPath(limit.property))
    }
  }
}
