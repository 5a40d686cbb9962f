import StrataModel

/// What a caller must acknowledge for a template.
///
/// Source: CloudFormation API Reference, `CreateStack`, parameter `Capabilities`.
enum Capabilities {
  private static let types: Set<String> = [
    "AWS::IAM::AccessKey", "AWS::IAM::Group", "AWS::IAM::InstanceProfile", "AWS::IAM::ManagedPolicy", "AWS::IAM::Policy", "AWS::IAM::Role",
    "AWS::IAM::User", "AWS::IAM::UserToGroupAddition",
  ]
  private static let names: Set<String> = ["GroupName", "InstanceProfileName", "ManagedPolicyName", "RoleName", "UserName"]

  /// The capabilities of a template with these resources.
  static func needed(by nodes: [ResourceNode]) -> [String] {
    let found = nodes.filter { types.contains($0.type) }
    if found.isEmpty { return [] }
    let isNamed = found.contains { node in node.properties.keys.contains { names.contains($0) } }
    return [isNamed ? "CAPABILITY_NAMED_IAM" : "CAPABILITY_IAM"]
  }
}
