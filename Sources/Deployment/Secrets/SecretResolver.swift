public import StrataModel

/// Reads secrets from where a program says that they are.
///
/// Implement it for the sources that lie outside of the process, such as a service that keeps secrets. Attributes of resources are read by the
/// deployment itself. A secret's text goes nowhere but into the request that needs it.
public protocol SecretResolver: Sendable {
  /// The text of a secret.
  ///
  /// - Throws: ``SecretFailure`` that says which source has none, without any part of a secret.
  func text(of source: SecretSource) async throws(SecretFailure) -> String
}

/// A secret that cannot be read.
public struct SecretFailure: Error, Sendable, Hashable {
  public var source: SecretSource
  /// What happened and what to do about it.
  public var message: String

  /// Creates a failure.
  public init(_ source: SecretSource, _ message: String) {
    self.source = source
    self.message = message
  }
}
