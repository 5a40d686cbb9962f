import StrataDeployment

/// Refusals that handlers make themselves.
enum ProviderFailure {
  static func invalid(_ message: String) -> ProviderError { ProviderError(.invalidRequest, message) }
  static func notFound(_ message: String) -> ProviderError { ProviderError(.notFound, message) }
  static func unsupported(_ message: String) -> ProviderError { ProviderError(.unsupported, message) }
}
