import StrataDeployment
import StrataModel

/// Has a text for every secret, and one that is easily found where it must not be.
struct SimulatedSecrets: SecretResolver {
  /// What every text begins with; another one after each rotation.
  let marker: String

  func text(of source: SecretSource) async throws(SecretFailure) -> String { text(for: source) }

  /// Letters and digits only, which every service takes.
  func text(for source: SecretSource) -> String {
    var digest = TraceDigest()
    digest.add(source.kind.rawValue)
    digest.add(source.name)
    return marker + String(digest.value, radix: 36)
  }
}

extension ResourceGraph {
  /// The secrets that come from outside of the graph.
  var secretSources: Set<SecretSource> {
    var sources: Set<SecretSource> = []
    for node in resources {
      for field in node.properties.fields where !field.value.isLiteral { field.value.collectSecrets(into: &sources) }
    }
    return sources
  }
}

extension PropertyValue {
  fileprivate func collectSecrets(into sources: inout Set<SecretSource>) {
    switch self {
    case .null, .bool, .integer, .number, .string, .reference: break
    case .secret(let source): if source.kind != .attribute { sources.insert(source) }
    case .array(let elements): for element in elements { element.collectSecrets(into: &sources) }
    case .object(let object): for field in object.fields { field.value.collectSecrets(into: &sources) }
    case .expression(let expression): for argument in expression.arguments { argument.collectSecrets(into: &sources) }
    }
  }
}
