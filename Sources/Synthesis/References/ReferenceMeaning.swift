import ResourceCatalog
import StrataLanguage
import StrataModel
import TypeProvider

/// Judges whether the attribute that a property refers to is of the kind that the property wants: a subnet's id is no VPC's, a name is no ARN.
///
/// What a property wants is what the macros type it with, so code that compiled with typed references has nothing to fear here.
/// Where nothing is known, nothing is reported.
struct ReferenceMeaning {
  private struct Place: Hashable {
    let type: Int
    let path: String
  }

  private let program: ProgramIndex
  private var targets: [Place: ReferenceTarget?] = [:]

  init(_ program: ProgramIndex) { self.program = program }

  mutating func check(_ site: ReferenceSite, _ producer: Int, _ report: inout DiagnosticReport) {
    let given = program.resources[producer].type
    let attribute = site.reference.attribute
    let consumer = program.resources[site.consumer].type
    if let kinds = Self.property(of: site.path).flatMap({ ReferenceKinds.accepted(by: $0, of: consumer) }) {
      guard !kinds.contains(given), Self.isIdentifier(attribute, of: program.type(of: producer)) else { return }
      let list = kinds.dropLast().joined(separator: ", ") + " or " + (kinds.last ?? "")
      fail(
        site, producer, "\(site.path) takes one of an \(list), not \(attribute) of an \(given)", remedy: "refer to one of these", &report)
      return
    }
    guard let target = target(of: site) else { return }
    let wanted = target.typeName
    if wanted == given, attribute == target.attribute { return }
    let property = Self.property(of: site.path) ?? ""
    if wanted != given, !Self.stands(given, attribute, for: wanted) {
      // Only identifiers are told apart: other attributes, such as a parameter's value, may well hold what is wanted.
      guard Self.isIdentifier(attribute, of: program.type(of: producer)) else { return }
      fail(
        site, producer, "\(site.path) takes \(Self.phrase(target)), not \(attribute) of an \(given)",
        remedy: "refer to an \(wanted)", &report)
      return
    }
    if given == "AWS::KMS::Alias", attribute == "AliasName", !ReferenceKinds.takesAlias(property, of: consumer) {
      fail(
        site, producer, "\(site.path) takes the ARN of a key, not AliasName of an \(given)", remedy: "refer to the key of the alias",
        &report)
    }
    guard wanted == given else { return }
    let isARN = Self.isARN(attribute, of: given)
    if Self.wantsARN(property), !isARN {
      let arn = Self.isARN(target.attribute, of: wanted) ? target.attribute : "its ARN"
      fail(site, producer, "\(site.path) takes an ARN, not \(attribute) of an \(given)", remedy: "refer to \(arn)", &report)
    } else if Self.wantsName(property), isARN {
      fail(site, producer, "\(site.path) takes a name, not \(attribute) of an \(given)", remedy: "refer to \(target.attribute)", &report)
    } else if !isARN, !Self.isIdentifier(attribute, of: program.type(of: producer)) {
      fail(
        site, producer, "\(site.path) takes \(Self.phrase(target)), not its \(attribute)", remedy: "refer to \(target.attribute)", &report)
    }
  }

  private func fail(
    _ site: ReferenceSite, _ producer: Int, _ message: String, remedy: String, _ report: inout DiagnosticReport
  ) {
    let target = program.resources[producer]
    report.error(
      "wrong-reference", message, remedy: remedy, at: program.resources[site.consumer], path: site.path,
      notes: [Diagnostic.Note("'\(target.address)' is declared here", at: target.source)])
  }

  // MARK: What a property wants

  private mutating func target(of site: ReferenceSite) -> ReferenceTarget? {
    var path = ""
    for component in site.path.components {
      switch component {
      case .key(let key): path += key
      case .index: path += "*"
      }
      path += "."
    }
    let place = Place(type: program.typeIndices[site.consumer], path: path)
    if let known = targets[place] { return known }
    let target = Self.target(at: site.path, of: program.type(of: site.consumer))
    targets[place] = .some(target)
    return target
  }

  private static func target(at path: PropertyPath, of type: ResourceTypeFacts) -> ReferenceTarget? {
    guard let schema = type.schema, let property = property(of: path), let value = schema.schema(at: path.schemaComponents) else {
      return nil
    }
    return ReferenceResolver(schema).target(ofProperty: property, in: schema.schema, formats: value.formats + value.resolved.formats)
  }

  /// The last name on a path.
  private static func property(of path: PropertyPath) -> String? {
    for component in path.components.reversed() { if case .key(let key) = component { return key } }
    return nil
  }

  private static func phrase(_ target: ReferenceTarget) -> String {
    let kind =
      isARN(target.attribute, of: target.typeName) ? "ARN" : target.attribute.hasSuffix("Name") ? "name" : "id"
    return "the \(kind) of an \(target.typeName)"
  }

  // MARK: What attributes are

  /// Pairs of which the second accepts the first: a replica is a key, an alias names one, a version is a function.
  private static func stands(_ given: String, _ attribute: String, for wanted: String) -> Bool {
    switch wanted {
    case "AWS::KMS::Key": given == "AWS::KMS::ReplicaKey" || given == "AWS::KMS::Alias"
    case "AWS::Lambda::Function", "AWS::Lambda::Version":
      given == "AWS::Lambda::Alias" || given == "AWS::Lambda::Version" || (given == "AWS::Lambda::Function" && attribute == "Arn")
    case "AWS::DynamoDB::Table": given == "AWS::DynamoDB::GlobalTable"
    case "AWS::EC2::SecurityGroup": attribute.hasSuffix("SecurityGroup") || attribute.hasSuffix("SecurityGroupId")
    case "AWS::EC2::VPC": attribute == "VpcId"
    case "AWS::EC2::Subnet": attribute.hasPrefix("SubnetId")
    default: false
    }
  }

  /// Whether an attribute identifies its resource.
  private static func isIdentifier(_ attribute: String, of type: ResourceTypeFacts) -> Bool {
    guard let schema = type.schema else { return false }
    if schema.primaryIdentifier.contains(attribute) || isARN(attribute, of: type.name) { return true }
    if schema.additionalIdentifiers.contains(where: { $0.count == 1 && $0[0] == attribute }) { return true }
    let short = type.name.split(separator: ":").last.map(String.init) ?? ""
    return ["Id", "Name", short + "Id", short + "Name", "GroupId", "GroupName"].contains(attribute)
  }

  /// Whether an attribute is an ARN; a few types call theirs an id.
  private static func isARN(_ attribute: String, of type: String) -> Bool {
    if attribute.hasSuffix("Arn") || attribute.hasSuffix("ARN") { return true }
    return attribute == "Id" && ["AWS::SecretsManager::Secret", "AWS::CertificateManager::Certificate"].contains(type)
  }

  static func wantsARN(_ property: String) -> Bool {
    property.hasSuffix("Arn") || property.hasSuffix("ARN") || property.hasSuffix("Arns") || property.hasSuffix("ARNs")
  }

  /// Names that AWS takes as names alone; a function, cluster or event bus may be given by ARN.
  private static func wantsName(_ property: String) -> Bool {
    ["RoleName", "Roles", "Users", "Groups", "LogGroupName", "S3BucketName", "BucketName", "Bucket", "UserName", "DBSubnetGroupName"]
      .contains(property)
  }
}
