import StrataModel

/// What a resource's properties need beside the calls that set them: roles that are passed to a service, and keys that a service uses.
struct NeededGrants {
  /// The ARNs of roles that the caller must be allowed to pass, patterns where a name is not known yet.
  private(set) var passedRoles: Set<String> = []
  /// The ARNs of the KMS keys that a service will use on the caller's behalf.
  private(set) var usedKeys: Set<String> = []
  /// Whether there are keys among them that are not known yet; replicas have theirs in other regions.
  private(set) var usesUnknownKeys = false

  private let placement: Placement

  init(type: String, properties: PropertyObject, placement: Placement) {
    self.placement = placement
    if type == "AWS::IAM::InstanceProfile" {
      // Putting a role into a profile passes it (IAM API reference, AddRoleToInstanceProfile).
      for role in properties["Roles"]?.arrayValue ?? [] { passedRoles.insert(arn(ofRoleNamed: role.stringValue)) }
      return
    }
    if type.hasPrefix("AWS::IAM::") || type.hasPrefix("AWS::KMS::") { return }
    for field in properties.fields { look(at: field.value, key: field.key) }
  }

  private mutating func look(at value: PropertyValue, key: String) {
    // Policies name roles and keys without using them.
    if key.hasSuffix("Policy") || key.hasSuffix("PolicyDocument") || key == "Policies" { return }
    let name = key.lowercased()
    switch value {
    case .object(let object):
      for field in object.fields { look(at: field.value, key: field.key) }
    case .array(let elements):
      for element in elements { look(at: element, key: key) }
    default:
      if name.contains("role"), name.hasSuffix("role") || name.hasSuffix("arn") || name.hasSuffix("rolename") { pass(value) }
      if name == "deliverlogspermissionarn" { pass(value) }
      if name.contains("kms") || name.contains("encryptionkey") || value.stringValue?.contains(":kms:") == true { noteKey(value) }
    }
  }

  private mutating func pass(_ value: PropertyValue) {
    guard let text = value.stringValue else {
      passedRoles.insert(arn(ofRoleNamed: nil))
      return
    }
    if text.hasPrefix("arn:") {
      // Service-linked roles are passed by nobody.
      if text.contains(":role/"), !text.contains(":role/aws-service-role/") { passedRoles.insert(text) }
    } else if !text.isEmpty {
      passedRoles.insert(arn(ofRoleNamed: text))
    }
  }

  private mutating func noteKey(_ value: PropertyValue) {
    // `AWS_OWNED_KMS_KEY`, `aws:kms`, `alias/aws/s3` and truth values mean no key of the account's own.
    guard let text = value.stringValue else {
      if case .reference = value { usesUnknownKeys = true }
      if case .expression = value { usesUnknownKeys = true }
      return
    }
    if text.contains("alias/aws/") { return }
    if text.hasPrefix("arn:") {
      // An alias tells which key only when it is used.
      if text.contains(":key/") { usedKeys.insert(text) } else { usesUnknownKeys = true }
    } else if text.hasPrefix("mrk-") || text.split(separator: "-").count == 5 {
      usedKeys.insert("arn:\(placement.partition):kms:\(placement.region):\(placement.account):key/\(text)")
    } else if text.hasPrefix("alias/") {
      usesUnknownKeys = true
    }
  }

  private func arn(ofRoleNamed name: String?) -> String { "arn:\(placement.partition):iam::\(placement.account):role/\(name ?? "*")" }
}
