/// One call of a service's API as plain data.
public struct ServiceRequest: Sendable, Hashable {
  /// The service by the name of its model, for example `cognito-idp`.
  public var service: String
  /// The operation by its name in the API reference, for example `AdminCreateUser`.
  public var operation: String
  /// The parameters by their names in the API reference, with references left in.
  public var input: PropertyObject

  /// Creates a call.
  public init(_ service: String, _ operation: String, _ input: PropertyObject = [:]) {
    self.service = service
    self.operation = operation
    self.input = input
  }

  /// Service and operation, for example `iam:GetAccountPasswordPolicy`.
  public var name: String { "\(service):\(operation)" }

  /// The call as part of a document.
  public var document: PropertyObject {
    ["Input": .object(input), "Operation": .string(operation), "Service": .string(service)]
  }

  /// Reads what ``document`` writes.
  public init?(document: PropertyValue?) {
    guard let service = document?["Service"]?.stringValue, let operation = document?["Operation"]?.stringValue,
      let input = document?["Input"]?.objectValue
    else { return nil }
    self.init(service, operation, input)
  }
}
