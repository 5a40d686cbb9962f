import AWSProvider
import ResourceCatalog
import StrataModel
import StrataPlanning

/// What is known of the resources of a program before anything is done, so that policies can name them.
///
/// A given name is known, and so is what state recorded. Of a name that the engine will choose all is known but its end.
struct ResourceNames {
  private var known: [ResourceAddress: KnownResource] = [:]
  /// What goes away, by the address that it has or had.
  private var former: [ResourceAddress: [KnownResource]] = [:]

  /// - Parameters:
  ///   - nodes: the desired resources as the program declares them.
  ///   - records: those among the recorded incarnations that stay.
  ///   - former: those that are deleted.
  ///   - environment: what the names that the engine will choose begin with.
  init(
    in nodes: some Sequence<ResourceNode>, records: [ResourceRecord] = [], former: [ResourceRecord] = [], environment: String
  ) {
    for record in records { known[record.address] = KnownResource(record) }
    for record in former { self.former[record.address, default: []].append(KnownResource(record)) }
    for node in nodes {
      var resource = KnownResource(type: node.type, placement: node.placement, properties: node.properties)
      if let recorded = known[node.address] {
        resource.properties = recorded.properties
        for field in node.properties.fields { resource.properties[field.key] = field.value }
        resource.identifier = recorded.identifier
        resource.attributes = recorded.attributes
      } else if let chosen = node.chosenNamePattern(environment: environment) {
        resource.properties[chosen.property] = .string(chosen.pattern)
      }
      known[node.address] = resource
    }
    // What a name refers to is a name itself, so that one round is enough.
    let bare = self
    known = known.mapValues { bare.named($0) }
    self.former = self.former.mapValues { resources in resources.map { bare.named($0) } }
  }

  /// The resource at an address, as it stays or will be.
  subscript(address: ResourceAddress) -> KnownResource? { known[address] }

  /// The ARNs of the resource at an address: of what exists, and of what is to be.
  func arns(at address: ResourceAddress) -> [String] {
    var arns: [String] = []
    for name in (known[address]?.names ?? []) + (former[address] ?? []).flatMap(\.names) where !arns.contains(name) { arns.append(name) }
    return arns
  }

  /// The properties of a resource with references to roles and keys replaced by names and ARNs, as far as these are known.
  func filled(_ properties: PropertyObject) -> PropertyObject {
    properties.mapValues { value in
      value.substituting { reference in
        guard let resource = known[reference.address] else { return nil }
        switch (resource.type, reference.attribute) {
        case ("AWS::IAM::Role", "Arn"), ("AWS::KMS::Key", "Arn"), ("AWS::KMS::Key", "KeyId"), ("AWS::KMS::ReplicaKey", "Arn"):
          let names = resource.names
          return names.count == 1 && !names[0].hasSuffix("/*") ? .string(names[0]) : nil
        case ("AWS::IAM::Role", "RoleName"):
          guard let name = resource.properties["RoleName"]?.stringValue else { return nil }
          return .string(String((resource.properties["Path"]?.stringValue ?? "/").dropFirst()) + name)
        default: return nil
        }
      }
    }
  }

  private func named(_ resource: KnownResource) -> KnownResource {
    var resource = resource
    resource.properties = resource.properties.mapValues { named($0) }
    return resource
  }

  /// A value with references replaced by what they will be, `*` where that is not known.
  private func named(_ value: PropertyValue) -> PropertyValue {
    value.substituting { reference in
      guard let resource = known[reference.address] else { return "*" }
      if let text = resource.properties[reference.attribute]?.stringValue ?? resource.attributes[reference.attribute]?.stringValue {
        return .string(text)
      }
      if reference.attribute.lowercased().hasSuffix("arn"), let name = resource.names.first { return .string(name) }
      guard let identifier = resource.identifier, !identifier.contains("|"),
        ResourceCatalog.aws.type(resource.type)?.primaryIdentifier.strings == [reference.attribute]
      else { return "*" }
      return .string(identifier)
    }
  }
}

extension KnownResource {
  /// A resource as state recorded it.
  init(_ record: ResourceRecord) {
    self.init(
      type: record.type, placement: record.placement, properties: record.appliedProperties, identifier: record.identifier,
      attributes: record.attributes)
  }
}
