import ResourceCatalog
import StrataModel

/// A schema written down in the test that uses it.
struct LiteralFacts: SchemaFacts {
  var types: [String: TypeFacts] = [:]
  var places: [String: [String: PlaceFacts]] = [:]

  func type(_ name: String) -> TypeFacts { types[name] ?? TypeFacts() }

  func place(_ components: [String], in type: String) -> PlaceFacts {
    places[type]?[components.joined(separator: ".")] ?? PlaceFacts()
  }

  /// The facts with one type described.
  func with(
    _ type: String, identifiers: [[String]] = [], deletesFirst: Bool = false, places: [String: PlaceFacts] = [:],
    _ behave: (inout ResourceBehavior) -> Void = { _ in }
  ) -> LiteralFacts {
    var result = self
    var facts = TypeFacts(replacesByDeletingFirst: deletesFirst, identifiers: identifiers)
    behave(&facts.behavior)
    result.types[type] = facts
    result.places[type] = places
    return result
  }
}

extension PlaceFacts {
  static let createOnly = PlaceFacts(mutability: .createOnly)
  static let conditional = PlaceFacts(mutability: .conditionalCreateOnly)
  static let writeOnly = PlaceFacts(isWriteOnly: true)
  static let unordered = PlaceFacts(form: .unorderedList)
  static let tags = PlaceFacts(form: .tagList(key: "Key", value: "Value"))
  static let map = PlaceFacts(form: .map)
  static let document = PlaceFacts(form: .document)
}

/// The types that most tests speak of: a network, a subnet in it, a named bucket, a key, an instance.
enum Sample {
  static let network = "Test::Network"
  static let subnet = "Test::Subnet"
  static let bucket = "Test::Bucket"
  static let key = "Test::Key"
  static let server = "Test::Server"

  static let facts = LiteralFacts()
    .with(network, places: ["Range": .createOnly, "Tags": .tags])
    .with(subnet, places: ["NetworkId": .createOnly, "Range": .createOnly, "Tags": .tags, "Zones": .unordered]) {
      $0.occupancyKeys = [["NetworkId", "Range"]]
    }
    .with(bucket, identifiers: [["Name"]], places: ["Name": .createOnly, "Kind": .createOnly, "Tags": .tags, "Policy": .document]) {
      $0.generatedName = ResourceBehavior.GeneratedName(property: "Name", maximumLength: 63, isLowercase: true)
      $0.derivedAttributes = ["Arn": "arn:{partition}:s3:::{Name}"]
    }
    .with(key, places: ["Policy": .document, "Spec": PlaceFacts(), "Password": .writeOnly]) {
      $0.volatileAttributes = ["Version"]
      $0.refusedChanges = ["Spec"]
    }
    .with(
      server,
      places: [
        "SubnetId": .createOnly, "KeyVersion": PlaceFacts(), "Size": .conditional, "Note": PlaceFacts(defaultValue: "none"),
        "Labels": .map, "Password": .writeOnly,
      ]
    ) {
      $0.conditionalChanges = [ResourceBehavior.ConditionalChange("Size", from: "small", to: "large")]
      $0.earlyReadiness = ["KeyId": "identifier"]
    }
}
