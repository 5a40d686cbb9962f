public import StrataModel

/// A secret by where it is kept; its text never enters the graph, a plan, the state or a log.
///
/// It has no string conversion and fits only into properties that AWS's schema calls write-only, such as a password: there it is read from its
/// source at the moment of the call.
public struct Secret: Sendable, Hashable {
  /// The value as the graph stores it.
  public let propertyValue: PropertyValue

  init(_ source: SecretSource) { propertyValue = .secret(source) }

  /// A sensitive attribute of a resource, for generated code: `client.clientSecret`.
  public init(attribute value: PropertyValue) {
    if case .reference(let reference) = value {
      propertyValue = .secret(SecretSource(attribute: reference))
    } else {
      propertyValue = value
    }
  }
}

/// A string for a write-only property: any string, or a ``Secret``.
public protocol SecretInput: Sendable {
  /// The value as the graph stores it.
  var secretValue: PropertyValue { get }
}

extension Secret: SecretInput {
  public var secretValue: PropertyValue { propertyValue }
}

extension String: SecretInput {
  public var secretValue: PropertyValue { propertyValue }
}

extension Value: SecretInput where Wrapped == String {
  public var secretValue: PropertyValue { propertyValue }
}

extension Ref: SecretInput {
  public var secretValue: PropertyValue { propertyValue }
}

extension SecretInput where Self == Secret {
  /// The value of a variable of the process's environment at the time of the deployment.
  public static func environmentVariable(_ name: String) -> Secret { Secret(SecretSource(.environmentVariable, name)) }

  /// The content of a file at the time of the deployment, without a final line break.
  public static func file(_ path: String) -> Secret { Secret(SecretSource(.file, path)) }

  /// The current version of a secret in AWS Secrets Manager, by name or ARN; with a field, one value of a secret that is a JSON object.
  ///
  /// It is read in the account and region of the resource that takes it. A secret of the same program is named, not referred to, so say what the
  /// resource has to wait for: `.after(credentials)`.
  public static func secretsManager(_ name: String, field: String? = nil) -> Secret {
    Secret(SecretSource(.secretsManager, field.map { "\(name)#\($0)" } ?? name))
  }

  /// A SecureString parameter of AWS Systems Manager, by name.
  public static func systemsManagerParameter(_ name: String) -> Secret { Secret(SecretSource(.systemsManagerParameter, name)) }
}

extension Secret {
  /// The value of a variable of the process's environment at the time of the deployment.
  public static func environmentVariable(_ name: String) -> Secret { Secret(SecretSource(.environmentVariable, name)) }
}
