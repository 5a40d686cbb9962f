/// Where a secret is read from at apply; the secret's own text is never part of a graph, plan, state or log.
public struct SecretSource: Sendable, Hashable {
  /// The kind of place a secret comes from.
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    /// A variable of the process's environment.
    case environmentVariable
    /// A file's content, without a final line break.
    case file
    /// The current version of a secret in AWS Secrets Manager.
    case secretsManager
    /// A SecureString parameter of AWS Systems Manager.
    case systemsManagerParameter
    /// A sensitive read-only attribute of a resource of the same graph, read again whenever it is needed.
    case attribute
  }

  public var kind: Kind

  /// The variable's name, the file's path, the secret's or parameter's name (with `#field` for one field of a JSON secret); for an attribute
  /// `address.Attribute`.
  public var name: String

  /// The attribute that is meant, for ``Kind/attribute``.
  public var reference: Reference?

  /// Whether the cloud that is deployed to keeps the secret.
  public var isKeptByCloud: Bool { kind == .secretsManager || kind == .systemsManagerParameter }

  /// The name without the field, and the field of a secret that is a JSON object: `app/database#password`.
  ///
  /// No name in Secrets Manager or Systems Manager has a `#`.
  public var nameAndField: (name: String, field: String?) {
    let parts = name.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
    return (String(parts.first ?? ""), parts.count > 1 ? String(parts[1]) : nil)
  }

  /// Creates a source.
  public init(_ kind: Kind, _ name: String) {
    self.kind = kind
    self.name = name
    self.reference = nil
  }

  /// Creates a source that is an attribute of a resource.
  public init(attribute reference: Reference) {
    self.kind = .attribute
    self.name = reference.description
    self.reference = reference
  }
}
