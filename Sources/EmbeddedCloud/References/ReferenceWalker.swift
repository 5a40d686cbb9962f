import StrataDeployment
import StrataModel

/// Finds what a document refers to, and refuses references to what does not exist.
///
/// A value is taken for a reference by its form (`subnet-0…`, an ARN of an account of this cloud) or by ``ReferenceFacts``. Documents such as
/// policies are not searched: services do not resolve ARNs in them, except where a ``CloudRule`` says so.
struct ReferenceWalker {
  let scope: CloudScope
  let region: String
  private(set) var found: [CloudReference] = []
  /// Values of properties that name encryption keys.
  private(set) var keys: [(property: String, value: String)] = []
  private(set) var missing: (path: [String], value: String, kind: String)?

  init(scope: CloudScope, region: String) {
    self.scope = scope
    self.region = region
  }

  /// Properties whose content nobody resolves.
  private static let opaque: Set<String> = [
    "PolicyDocument", "AssumeRolePolicyDocument", "KeyPolicy", "ResourcePolicy", "Policy", "AccessPolicy", "RepositoryPolicyText", "Tags",
    "UserData", "Environment", "EnvironmentVariables", "ContainerDefinitions", "DashboardBody", "EventPattern", "Content",
    "DefinitionString",
    "Definition", "Parameters", "SourceArn", "TemplateBody", "InputParameters", "Description", "SecretString", "Name", "FunctionCode",
    "Policies",
    "AlarmActions", "OKActions", "InsufficientDataActions", "ManagedRuleGroupStatement", "TagFilters", "Statement", "Value",
    "RepositoryTemplate",
    "AdditionalInfo", "Conditions", "LoggingConfiguration", "Transitions", "RequestParameters", "Data", "AlarmRule",
  ]

  mutating func walk(_ properties: PropertyObject, _ profile: TypeProfile, _ cloud: borrowing CloudStore) {
    for field in properties.fields where !profile.documents.contains(field.key) && !Self.opaque.contains(field.key) {
      walk(field.value, key: field.key, top: field.key, cloud)
    }
    for fact in profile.references {
      guard let top = fact.path.first, let value = properties[top] else { continue }
      var values: [String] = []
      value.forEach(at: fact.path.dropFirst()) { if let text = $0.stringValue { values.append(text) } }
      for text in values { resolve(text, fact, top: top, cloud) }
    }
  }

  private mutating func walk(_ value: PropertyValue, key: String, top: String, _ cloud: borrowing CloudStore) {
    switch value {
    case .string(let text): judge(text, key: key, top: top, cloud)
    case .array(let elements):
      for element in elements { walk(element, key: key, top: top, cloud) }
    case .object(let object):
      for field in object.fields where !Self.opaque.contains(field.key) { walk(field.value, key: field.key, top: top, cloud) }
    default: break
    }
  }

  private mutating func add(_ number: Int, _ top: String) {
    let reference = CloudReference(target: number, property: top)
    if !found.contains(reference) { found.append(reference) }
  }

  /// Judges a value by its form.
  private mutating func judge(_ text: String, key: String, top: String, _ cloud: borrowing CloudStore) {
    guard text.utf8.count >= 6 else { return }
    if key.utf8.count >= 6, EncryptionKeyRule.properties.contains(key) { keys.append((key, text)) }
    if text.hasPrefix("arn:") {
      judgeARN(text, key: key, top: top, cloud)
    } else if let kind = Self.identifierKind(text) {
      if let number = cloud.handles[text], isNear(number, cloud) {
        add(number, top)
      } else if let number = cloud.findShared(kind, named: text, from: here) {
        add(number, top)
      } else if key.hasSuffix("Id") || key.hasSuffix("Ids") || key.hasSuffix("ID") || Self.identifierLists.contains(key), missing == nil {
        missing = ([key], text, kind)
      }
    } else if let number = cloud.handles[text], isNear(number, cloud) {
      add(number, top)
    }
  }

  /// Whether an object stands in the same account, and region if its type has regions: identifiers without an ARN mean nothing elsewhere.
  private func isNear(_ number: Int, _ cloud: borrowing CloudStore) -> Bool {
    guard let object = cloud.objects[number] else { return false }
    return object.scope.account == scope.account && (object.scope.region.isEmpty || object.scope.region == region)
  }

  /// The account and region in which the document is made.
  private var here: CloudScope { CloudScope(partition: scope.partition, account: scope.account, region: region) }

  private static let identifierLists: Set<String> = ["Subnets", "SecurityGroups", "VPCZoneIdentifier", "VPCSecurityGroups", "GroupSet"]

  private mutating func judgeARN(_ text: String, key: String, top: String, _ cloud: borrowing CloudStore) {
    if let number = cloud.handles[text] {
      add(number, top)
      return
    }
    guard missing == nil, !text.utf8.contains(UInt8(ascii: "*")), !text.utf8.contains(UInt8(ascii: "$")) else { return }
    let isNamedARN =
      key.hasSuffix("Arn") || key.hasSuffix("ARN") || key.hasSuffix("Arns") || key == "Role" || Self.arnProperties.contains(key)
    guard isNamedARN, let arn = ResourceName(text), arn.account == scope.account else { return }
    guard let kind = arn.type, !arn.resource.hasPrefix("role/aws-service-role/"), !arn.resource.hasPrefix("role/aws-reserved/") else {
      return
    }
    // A function may be named with a version or an alias; a key by its id in another region.
    if let number = cloud.find(kind, arn) {
      add(number, top)
    } else {
      missing = ([key], text, kind)
    }
  }

  private static let arnProperties: Set<String> = [
    "KmsKeyId", "KMSKeyId", "KMSMasterKeyID", "KmsMasterKeyId", "KmsKey", "TargetGroupARNs", "LoadBalancerArns", "ManagedPolicyArns",
    "Cluster",
    "TaskDefinition", "ExecutionRoleArn", "PermissionsBoundary", "SNSTopicArn", "WebACLId",
  ]

  /// Resolves a value of a property that names objects of known types.
  private mutating func resolve(_ text: String, _ fact: ReferenceFacts.Fact, top: String, _ cloud: borrowing CloudStore) {
    if let number = cloud.handles[text], let object = cloud.objects[number], fact.types.contains(object.type) {
      add(number, top)
      return
    }
    for type in fact.types {
      if let number = cloud.find(type, named: text, from: scope, region: region) {
        add(number, top)
        return
      }
    }
    guard missing == nil, !Self.isDefault(text) else { return }
    if let arn = ResourceName(text), arn.account != scope.account { return }
    missing = (fact.path, text, fact.types[0])
  }

  /// Names of what AWS brings along.
  private static func isDefault(_ text: String) -> Bool {
    text == "default" || text.hasPrefix("default.") || text.hasPrefix("default:") || text.hasPrefix("alias/aws/") || text.isEmpty
  }

  // MARK: Forms

  /// Whether a text is an identifier that is unique without a scope, such as `vpc-0…` or a UUID.
  static func isPlainIdentifier(_ text: String) -> Bool { identifierKind(text) != nil || isUUID(text) }

  static func isUUID(_ text: String) -> Bool {
    guard text.utf8.count == 36 else { return false }
    var index = 0
    for byte in text.utf8 {
      if index == 8 || index == 13 || index == 18 || index == 23 {
        if byte != UInt8(ascii: "-") { return false }
      } else if !isHexadecimal(byte) {
        return false
      }
      index += 1
    }
    return true
  }

  private static func isHexadecimal(_ byte: UInt8) -> Bool { byte >= 48 && byte <= 57 || byte >= 97 && byte <= 102 }

  /// The type of an EC2 identifier: a known prefix and 8 or 17 hexadecimal digits.
  static func identifierKind(_ text: String) -> String? {
    let bytes = text.utf8
    let count = bytes.count
    guard count >= 10, count <= 28, let dash = bytes.lastIndex(of: UInt8(ascii: "-")) else { return nil }
    let digits = bytes[bytes.index(after: dash)...]
    let length = digits.count
    guard length == 17 || length == 8 else { return nil }
    for byte in digits where !isHexadecimal(byte) { return nil }
    return kinds[String(text[..<dash])]
  }

  private static let kinds: [String: String] = [
    "vpc": "AWS::EC2::VPC", "subnet": "AWS::EC2::Subnet", "sg": "AWS::EC2::SecurityGroup", "rtb": "AWS::EC2::RouteTable",
    "igw": "AWS::EC2::InternetGateway", "eigw": "AWS::EC2::EgressOnlyInternetGateway", "nat": "AWS::EC2::NatGateway",
    "eipalloc": "AWS::EC2::EIP", "acl": "AWS::EC2::NetworkAcl", "vpce": "AWS::EC2::VPCEndpoint", "vpce-svc": "AWS::EC2::VPCEndpointService",
    "tgw": "AWS::EC2::TransitGateway", "tgw-attach": "AWS::EC2::TransitGatewayVpcAttachment",
    "tgw-rtb": "AWS::EC2::TransitGatewayRouteTable",
    "cgw": "AWS::EC2::CustomerGateway", "vgw": "AWS::EC2::VPNGateway", "vpn": "AWS::EC2::VPNConnection", "lt": "AWS::EC2::LaunchTemplate",
    "pcx": "AWS::EC2::VPCPeeringConnection", "i": "AWS::EC2::Instance", "fs": "AWS::EFS::FileSystem", "fsap": "AWS::EFS::AccessPoint",
    "dopt": "AWS::EC2::DHCPOptions", "vol": "AWS::EC2::Volume", "mw": "AWS::SSM::MaintenanceWindow",
  ]
}
