import Foundation
public import StrataModel

/// Reads secrets from the process's environment and from files.
public struct ProcessSecretResolver: SecretResolver {
  /// The variables; those of the process, read when they are needed, unless others were given.
  private let environment: [String: String]?

  /// Creates a resolver that reads the process's own variables.
  public init() { environment = nil }

  /// Creates a resolver that reads the given variables.
  public init(environment: [String: String]) { self.environment = environment }

  public func text(of source: SecretSource) async throws(SecretFailure) -> String {
    switch source.kind {
    case .environmentVariable:
      guard let text = (environment ?? ProcessInfo.processInfo.environment)[source.name], !text.isEmpty else {
        throw SecretFailure(source, "The environment variable \(source.name) is not set. Set it and run again.")
      }
      return text
    case .file:
      guard let data = FileManager.default.contents(atPath: source.name), var text = String(data: data, encoding: .utf8) else {
        throw SecretFailure(source, "The file \(source.name) cannot be read as text. Check its path and permissions.")
      }
      if text.hasSuffix("\n") { text.removeLast() }
      return text
    case .secretsManager, .systemsManagerParameter:
      throw SecretFailure(
        source, "'\(source.name)' is kept by AWS, and the target of this deployment cannot read it. Use a variable or file.")
    case .attribute:
      throw SecretFailure(source, "\(source.name) is read from its resource, not from the process.")
    }
  }
}
