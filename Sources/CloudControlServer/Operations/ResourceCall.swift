import ResourceCatalog
import StrataModel

/// The members that all operations on a type have in common, checked.
struct ResourceCall: Sendable {
  var type: String
  var schema: TypeSchema
  /// What a repeated client token must say again, beside the operation's own members.
  private var digested: [String]

  /// Checks all members that were read, and finds the type.
  ///
  /// - Throws: ``ServiceError`` for broken constraints, a type that does not exist, or one that Cloud Control does not provision.
  init(type: String, action: String, version: String?, role: String?, _ input: OperationInput) throws(ServiceError) {
    try input.check()
    guard let schema = ResourceCatalog.aws.type(type) else { throw .typeNotFound(type) }
    guard !UnprovisionableTypes.names.contains(type) else { throw .unsupportedAction(action, type) }
    self.type = type
    self.schema = schema
    digested = [action, type, version ?? "", role ?? ""]
  }

  /// The client token of a call that changes something.
  func clientToken(_ text: String?, _ members: String...) -> RequestLedger.ClientToken? {
    text.map { RequestLedger.ClientToken(text: $0, digest: Digest.hexadecimal(of: Digest.hash(fields: digested + members))) }
  }

  /// The identifier in its plain form: the parts of the primary one joined by `|`.
  ///
  /// Callers may write the primary identifier and must write a secondary one as a JSON object ("Identifying resources" in the Cloud Control
  /// user guide).
  func identifier(_ text: String) throws(ServiceError) -> String {
    guard text.hasPrefix("{") else { return text }
    guard let value = try? JSONReader.plainValue(of: Array(text.utf8)), let object = value.objectValue else {
      throw .invalidRequest("Invalid identifier: '\(text)' is no JSON object")
    }
    var candidates = [schema.primaryIdentifier.map { SchemaPath($0).names.joined(separator: "/") }]
    candidates += schema.additionalIdentifiers.map { $0.map { SchemaPath($0).names.joined(separator: "/") } }
    for names in candidates where Set(names) == Set(object.keys) {
      return names.compactMap { object[$0]?.scalarText }.joined(separator: "|")
    }
    throw .invalidRequest("Invalid identifier: \(object.keys.joined(separator: ", ")) is no identifier of \(type)")
  }

  /// A document without what its type never shows.
  func withoutWriteOnly(_ document: PropertyObject) -> PropertyObject {
    schema.writeOnlyPaths.reduce(document) { SchemaPath($1).removed(from: $0) }
  }

  /// A document without what only the cloud fills.
  func withoutReadOnly(_ document: PropertyObject) -> PropertyObject {
    schema.readOnlyPaths.reduce(document) { SchemaPath($1).removed(from: $0) }
  }

  /// Refuses a document that the schema does not admit, or the rules across properties.
  func validate(_ document: PropertyObject, checksRules: Bool = true) throws(ServiceError) {
    let options = ValidationOptions(requiresExactTypes: true, checksRules: checksRules)
    let violations = schema.violations(in: PropertyValue.object(document), options: options).filter { $0.severity == .error }
    guard !violations.isEmpty else { return }
    let lines = violations.prefix(10).map { "\(Self.place($0.path)): \($0.message)" }
    throw .validation("Model validation failed (\(lines.joined(separator: "\n")))")
  }

  /// A place as Cloud Control writes it: `#/Tags/0`.
  private static func place(_ path: [RuleViolation.PathComponent]) -> String {
    path.reduce(into: "#") { text, component in
      switch component {
      case .key(let key): text += "/" + key
      case .index(let index): text += "/\(index)"
      }
    }
  }
}
