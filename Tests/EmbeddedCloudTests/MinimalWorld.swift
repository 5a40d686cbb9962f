import ResourceCatalog
import StrataDeployment
import StrataModel

@testable import StrataEmbeddedCloud

/// A cloud with what minimal documents refer to.
struct MinimalWorld {
  struct Failure: Error, CustomStringConvertible {
    var description: String
  }

  static let placement = Placement(account: "123456789012", region: "us-east-1")
  var store = CloudStore(seed: 5, realism: .off, delayPerMille: 0, exactTypes: true)
  private var made: [String: ObjectDescription] = [:]
  private let now = 1_795_253_400_000

  /// Creates an object of a type from a minimal document, reads it, checks it against the schema, and deletes it.
  mutating func tryLife(of type: String) throws {
    let description = try ensure(type)
    let target = ObjectTarget(type: type, placement: Self.placement, route: .embedded, identifier: description.identifier)
    let read = try store.read(target, at: now)
    guard let schema = ResourceCatalog.aws.type(type) else { throw Failure(description: "no schema") }
    let violations = schema.violations(in: PropertyValue.object(read.properties), options: .returned)
    if let first = violations.first(where: { $0.severity == .error }) {
      throw Failure(description: "READ \(first.path) \(first.message)")
    }
    if read.identifier.isEmpty { throw Failure(description: "no identifier") }
    switch try store.delete(DeleteRequest(target: target, properties: read.properties, token: nil), at: now) {
    case .gone: break
    case .done(let end): if end.pendingDeletionUntil == nil { throw Failure(description: "not deleted") }
    case .inProgress: throw Failure(description: "delete in progress")
    }
  }

  /// The one object of a type.
  mutating func ensure(_ type: String, depth: Int = 0) throws -> ObjectDescription {
    if let known = made[type] { return known }
    guard depth < 5, let schema = ResourceCatalog.aws.type(type) else { throw Failure(description: "too deep at \(type)") }
    var generator = MinimalDocument()
    for (format, target, attribute) in Self.formats where target != type {
      guard Self.mentions(schema, format) else { continue }
      let object = try ensure(target, depth: depth + 1)
      generator.identifiers[format] = object.properties[attribute]?.stringValue ?? object.identifier
    }
    for (name, target, attribute) in Self.properties where target != type && schema.property(name) != nil {
      let object = try ensure(target, depth: depth + 1)
      generator.values[name] = .string(object.properties[attribute]?.stringValue ?? object.identifier)
    }
    for fact in ReferenceFacts.facts(of: type) where fact.path.count == 1 {
      guard let property = schema.property(fact.path[0]), property.isRequired else { continue }
      let object = try ensure(fact.types[0], depth: depth + 1)
      let value = PropertyValue.string(object.identifier)
      generator.values[fact.path[0]] = property.schema.resolved.kind == .array ? [value] : value
    }
    for (name, value) in Self.fixed[type] ?? [:] { generator.values[name] = value }
    let (document, complaints) = generator.document(schema)
    guard let document else { throw Failure(description: "DOCUMENT \(complaints.prefix(3))") }
    let request = CreateRequest(type: type, placement: Self.placement, route: .embedded, properties: document, token: nil)
    guard case .done(let description) = try store.create(request, at: now) else { throw Failure(description: "create in progress") }
    made[type] = description
    return description
  }

  private static func mentions(_ schema: TypeSchema, _ format: String) -> Bool {
    var seen: Set<String> = []
    func search(_ schema: Schema, _ depth: Int) -> Bool {
      if let name = schema.definitionName, !seen.insert(String(name)).inserted { return false }
      let schema = schema.resolved
      if schema.formats.contains(where: { $0 == format }) { return true }
      guard depth < 8 else { return false }
      if let element = schema.element, search(element, depth + 1) { return true }
      return schema.properties.contains { search($0.schema, depth + 1) }
    }
    return search(schema.schema, 0)
  }

  private static let formats: [(String, String, String)] = [
    ("AWS::EC2::VPC.Id", "AWS::EC2::VPC", "VpcId"), ("AWS::EC2::Subnet.Id", "AWS::EC2::Subnet", "SubnetId"),
    ("AWS::EC2::SecurityGroup.Id", "AWS::EC2::SecurityGroup", "GroupId"), ("AWS::S3::Bucket.Name", "AWS::S3::Bucket", "BucketName"),
    ("AWS::Logs::LogGroup.Name", "AWS::Logs::LogGroup", "LogGroupName"),
  ]

  /// Properties whose value tells no kind.
  private static let properties: [(String, String, String)] = []

  /// What the documents of some types need beyond their schema.
  static let fixed: [String: [String: PropertyValue]] = [:]
}
