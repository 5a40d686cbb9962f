/// A question about the outside world whose answer is read before planning and pinned in state from then on.
///
/// All of it is known when the program is synthesized; two queries with one ``key`` are one question.
public struct LookupQuery: Sendable, Hashable {
  /// What is asked for.
  public enum Subject: Sendable, Hashable {
    /// The value of a parameter of Systems Manager, a public one such as `/aws/service/…` or one of the account.
    case parameter(name: String)
    /// The names of the availability zones that a region offers to the account, ascending.
    case availabilityZones
    /// An attribute of an existing object, by its CloudFormation primary identifier.
    case resource(type: String, identifier: String, attribute: String)
    /// An attribute of the one existing object of a type that has all of these properties.
    case match(type: String, properties: PropertyObject, attribute: String)
    /// The account that the caller acts in.
    case account
    /// An attribute of the organization that the account belongs to: `Id`, `Arn` or `ManagementAccountId`.
    case organization(attribute: String)
  }

  public var subject: Subject

  /// Where the question is asked.
  public var placement: Placement

  /// Creates a query.
  public init(_ subject: Subject, in placement: Placement) {
    self.subject = subject
    self.placement = placement
  }

  /// What is asked for, in words.
  public var summary: String {
    switch subject {
    case .parameter(let name): "parameter \(name)"
    case .availabilityZones: "availability zones"
    case .resource(let type, let identifier, let attribute): "\(attribute) of \(type) '\(identifier)'"
    case .match(let type, let properties, let attribute): "\(attribute) of \(type) with \(JSONWriter.text(of: .object(properties)))"
    case .account: "account of the caller"
    case .organization(let attribute): "\(attribute) of the organization"
    }
  }

  /// The name under which the answer is pinned: the whole question, without the way to the account.
  public var key: String { "\(summary) in \(placement)" }
}

extension LookupQuery {
  /// The query as a value of a document: what an expression with the function ``Expression/Function/lookup`` has for its argument.
  public var document: PropertyObject {
    var object: PropertyObject = ["Placement": placement.json]
    switch subject {
    case .parameter(let name):
      object["Kind"] = "parameter"
      object["Name"] = .string(name)
    case .availabilityZones: object["Kind"] = "availabilityZones"
    case .resource(let type, let identifier, let attribute):
      object["Kind"] = "resource"
      object["Type"] = .string(type)
      object["Identifier"] = .string(identifier)
      object["Attribute"] = .string(attribute)
    case .match(let type, let properties, let attribute):
      object["Kind"] = "match"
      object["Type"] = .string(type)
      object["Properties"] = .object(properties)
      object["Attribute"] = .string(attribute)
    case .account: object["Kind"] = "account"
    case .organization(let attribute):
      object["Kind"] = "organization"
      object["Attribute"] = .string(attribute)
    }
    return object
  }

  /// Reads what ``document`` writes; `nil` for anything else, and for a question that still depends on another resource.
  public init?(document: PropertyObject) {
    guard let placement = try? Placement(json: document["Placement"]) else { return nil }
    func text(_ key: String) -> String? { document[key]?.stringValue }
    switch text("Kind") {
    case "parameter":
      guard let name = text("Name") else { return nil }
      self.init(.parameter(name: name), in: placement)
    case "availabilityZones": self.init(.availabilityZones, in: placement)
    case "resource":
      guard let type = text("Type"), let identifier = text("Identifier"), let attribute = text("Attribute") else { return nil }
      self.init(.resource(type: type, identifier: identifier, attribute: attribute), in: placement)
    case "match":
      guard let type = text("Type"), let attribute = text("Attribute"), let properties = document["Properties"]?.objectValue,
        properties.fields.allSatisfy(\.value.isLiteral)
      else { return nil }
      self.init(.match(type: type, properties: properties, attribute: attribute), in: placement)
    case "account": self.init(.account, in: placement)
    case "organization":
      guard let attribute = text("Attribute") else { return nil }
      self.init(.organization(attribute: attribute), in: placement)
    default: return nil
    }
  }

  /// The query as a value that stands for its answer.
  public var value: PropertyValue { .expression(Expression(.lookup, [.object(document)])) }
}
