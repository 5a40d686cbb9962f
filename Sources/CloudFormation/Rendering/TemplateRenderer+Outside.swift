import ResourceCatalog
import StrataModel

/// What comes from outside of the graph: secrets and lookups.
extension TemplateRenderer {
  /// A secret, read by CloudFormation itself where it can, and else a parameter that nobody sees again.
  mutating func secret(_ source: SecretSource, at place: Place) -> PropertyValue? {
    let (name, field) = source.nameAndField
    switch source.kind {
    case .secretsManager: return .string("{{resolve:secretsmanager:\(name):SecretString\(field.map { ":\($0)" } ?? "")}}")
    case .systemsManagerParameter:
      guard field == nil, SecureStringPlaces.contains(place.path, of: place.type) else {
        return secretParameter(source, "the SecureString parameter \(source.name), which CloudFormation does not read for this property")
      }
      return .string("{{resolve:ssm-secure:\(name)}}")
    case .attribute:
      guard let reference = source.reference, let index = graph.index(of: reference.address) else {
        report(.error, "unknown-reference", "the secret \(source.name) is of no resource of this program", at: place)
        return nil
      }
      return partition.unitOfResource[index] == current ? attribute(reference, at: place) : secretParameter(of: reference)
    case .environmentVariable: return secretParameter(source, "the environment variable \(source.name)")
    case .file: return secretParameter(source, "the content of the file \(source.name)")
    }
  }

  /// Whether an attribute is a secret.
  func isSensitive(_ reference: Reference) -> Bool {
    guard let node = graph[reference.address] else { return false }
    return ResourceBehavior.of(node.type).sensitiveAttributes.contains(reference.attribute)
  }

  /// A secret attribute of another template, which an output would show.
  mutating func secretParameter(of reference: Reference) -> PropertyValue {
    secretParameter(SecretSource(attribute: reference), "\(reference), which its stack does not show")
  }

  private mutating func secretParameter(_ source: SecretSource, _ description: String) -> PropertyValue {
    parameter(
      TemplateParameter(
        name: "Secret" + NameText.alphanumeric(source.name), origin: .secret(source), description: "A secret: \(description)",
        isSecret: true))
  }

  /// The answer of a lookup: of a public parameter by CloudFormation itself, of others a parameter.
  mutating func lookup(_ expression: Expression, at place: Place) -> PropertyValue? {
    guard let query = expression.lookup else {
      report(
        .error, "expression-not-in-cloudformation", "a lookup that depends on another resource cannot be written",
        remedy: "refer to that resource itself", at: place)
      return nil
    }
    let isHere = query.placement.account == unit.key.account && query.placement.region == unit.key.region
    var parameter = TemplateParameter(
      name: NameText.limited(NameText.alphanumeric(query.summary), to: 100), origin: .lookup(query.key),
      description: "Looked up: \(query.key)")
    switch query.subject {
    case .account where query.placement.account == unit.key.account: return Intrinsic.ref("AWS::AccountId")
    case .parameter(let name) where isHere:
      // CloudFormation checks that an image is there before it starts anything.
      let isImage = place.path.components.last == .key("ImageId")
      parameter.type = "AWS::SSM::Parameter::Value<\(isImage ? "AWS::EC2::Image::Id" : "String")>"
      parameter.defaultValue = name
    case .availabilityZones: parameter.type = isHere ? "List<AWS::EC2::AvailabilityZone::Name>" : "CommaDelimitedList"
    case .account, .parameter, .resource, .match, .organization: break
    }
    return self.parameter(parameter)
  }
}
