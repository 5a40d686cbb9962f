import AWSProvider
import StrataModel
import TypeProvider

/// The ARNs of what a resource's properties refer to; what policies and other documents name is not among them.
struct ReferencedResources {
  private(set) var arns: [String] = []
  private let placement: Placement
  private let names: ResourceNames?

  /// - Parameters:
  ///   - properties: the properties, with references left in where there are some.
  ///   - names: what is known of other resources of the program.
  init(of properties: PropertyObject, type: String, in placement: Placement, names: ResourceNames?) {
    self.placement = placement
    self.names = names
    guard let surface = ResourceSurface(typeName: type) else { return }
    look(at: properties, surface.object)
  }

  private mutating func look(at properties: PropertyObject, _ object: ObjectSurface) {
    for parameter in object.parameters {
      if let value = properties[parameter.property] { look(at: value, parameter.type, object) }
    }
  }

  private mutating func look(at value: PropertyValue, _ type: ValueType, _ object: ObjectSurface) {
    switch type {
    case .reference(let target):
      if let text = value.stringValue, !text.hasPrefix("arn:"), text != "*" { add(target.typeName, text) } else { follow(value) }
    case .string: follow(value)
    case .shape:
      if let fields = value.objectValue, let nested = object.object(for: type) { look(at: fields, nested) }
    case .list(let element):
      for item in value.arrayValue ?? [] { look(at: item, element, object) }
    case .map(let element):
      for field in value.objectValue?.fields ?? [] { look(at: field.value, element, object) }
    case .document, .integer, .number, .boolean, .secret, .tags, .choice: break
    }
  }

  /// A reference to a resource of the program, or an ARN.
  private mutating func follow(_ value: PropertyValue) {
    if let text = value.stringValue {
      if text.hasPrefix("arn:") { add([text]) }
      return
    }
    var found: [ResourceAddress] = []
    value.forEachReference { reference, _ in found.append(reference.address) }
    for address in found { add(names?.arns(at: address) ?? []) }
  }

  /// An existing resource by its name or id, which may belong to another account where it is shared.
  private mutating func add(_ type: String, _ identifier: String) {
    let isID = identifier.contains("-") && type.hasPrefix("AWS::EC2::")
    let place = Placement(account: isID ? "*" : placement.account, region: placement.region, partition: placement.partition)
    add(KnownResource(type: type, placement: place, properties: [:], identifier: identifier).names)
  }

  private mutating func add(_ names: [String]) { for name in names where !arns.contains(name) { arns.append(name) } }
}
