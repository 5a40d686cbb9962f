public import StrataModel

/// Reads secrets where they are: what the cloud keeps from the cloud, everything else from the process.
public struct SecretReader: Sendable {
  private let provider: (any Provider)?
  private let resolver: any SecretResolver

  /// Creates a reader.
  ///
  /// - Parameter provider: the cloud; without one, what it keeps cannot be read.
  public init(provider: (any Provider)?, resolver: any SecretResolver = ProcessSecretResolver()) {
    self.provider = provider
    self.resolver = resolver
  }

  /// The text of a secret as it is in a place.
  ///
  /// - Throws: ``SecretFailure`` for one that cannot be read, and for an attribute of a resource, which no source has.
  func text(of source: SecretSource, in placement: Placement?) async throws(SecretFailure) -> String {
    guard source.isKeptByCloud, let placement, let provider else { return try await resolver.text(of: source) }
    do throws(ProviderError) {
      return try await provider.secretText(of: source, in: placement)
    } catch {
      throw SecretFailure(source, error.message)
    }
  }

  /// The keyed digests of the present texts of secrets, for ``Observations/secretDigests``: what makes a plan see that a text changed.
  ///
  /// Only the sources of resources that were given secrets already are read. One that cannot be read from here has no digest, and is taken as
  /// unchanged; so is one that the cloud keeps in several places with a text in each.
  ///
  /// - Parameters:
  ///   - snapshot: the state, which says what the recorded resources were given.
  ///   - graph: the program, which may name other sources for them.
  ///   - key: the key of the environment's digests.
  public func digests(in snapshot: StateSnapshot, _ graph: ResourceGraph? = nil, key: [UInt8]) async -> [SecretSource: String] {
    let places = Self.places(in: snapshot, graph)
    return await withTaskGroup(of: (SecretSource, String?).self) { group in
      for (source, placements) in places where !source.isKeptByCloud || placements.count == 1 {
        group.addTask {
          let digest = await digest(of: source, in: placements.first, key: key)
          return (source, digest)
        }
      }
      var digests: [SecretSource: String] = [:]
      for await (source, digest) in group { digests[source] = digest }
      return digests
    }
  }

  private func digest(of source: SecretSource, in placement: Placement?, key: [UInt8]) async -> String? {
    guard let text = try? await text(of: source, in: placement) else { return nil }
    return Digest.keyed(text, key: key)
  }

  private static func places(in snapshot: StateSnapshot, _ graph: ResourceGraph?) -> [SecretSource: Set<Placement>] {
    var places: [SecretSource: Set<Placement>] = [:]
    var addresses = Set<ResourceAddress>()
    for record in snapshot.records.values where !record.secrets.isEmpty {
      addresses.insert(record.address)
      for secret in record.secrets.values where secret.source.kind != .attribute {
        places[secret.source, default: []].insert(record.placement)
      }
    }
    for node in graph?.resources ?? [] where addresses.contains(node.address) {
      PropertyValue.object(node.properties).forEachSecret(at: .root) { _, source in
        if source.kind != .attribute { places[source, default: []].insert(node.placement) }
      }
    }
    return places
  }
}
