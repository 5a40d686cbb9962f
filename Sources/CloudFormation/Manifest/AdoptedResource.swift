import ResourceCatalog
import StrataModel

/// A resource that exists already, as a change set of the type `IMPORT` wants to know it.
struct AdoptedResource {
  var id: String
  var type: String
  /// The properties of the primary identifier, with their values.
  var identifier: PropertyObject

  init(_ id: String, _ schema: TypeSchema, _ identifier: String) {
    self.id = id
    type = String(schema.name)
    let names = schema.primaryIdentifier.map { String($0) }
    // A sole identifier may have any character, so it is not divided.
    let parts = names.count > 1 ? identifier.split(separator: "|", omittingEmptySubsequences: false).map(String.init) : [identifier]
    self.identifier = PropertyObject(zip(names, parts).map { ($0, .string($1)) })
  }

  var document: PropertyValue {
    ["LogicalResourceId": .string(id), "ResourceIdentifier": .object(identifier), "ResourceType": .string(type)]
  }
}
