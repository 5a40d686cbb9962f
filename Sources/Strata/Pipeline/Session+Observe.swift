import StrataDeployment
import StrataModel

extension Session {
  /// Reads what a plan must know of the outside world: objects that declarations adopt, lookups without a pinned answer, and with a refresh every
  /// recorded object.
  ///
  /// - Throws: ``CommandFailure`` that names every object that could not be read: a plan that does not know would do the wrong thing.
  func observe(
    _ snapshot: StateSnapshot, _ graph: ResourceGraph?, through provider: any Provider, isRefreshing: Bool, refreshesLookups: Bool = false
  ) async throws(CommandFailure) -> Observations {
    let asks = graph?.lookupsToRead(snapshot, isRefreshing: isRefreshing || refreshesLookups).isEmpty == false
    guard isRefreshing || asks || graph?.adopts == true else { return Observations() }
    let result = await read(snapshot, graph, through: provider, isRefreshing: isRefreshing, refreshesLookups: refreshesLookups)
    guard result.failures.isEmpty else { throw CommandFailure(result.failures) }
    return result.observations
  }

  /// The digests of the secrets of recorded resources, so that a plan sees which texts changed.
  ///
  /// - Parameter provider: the cloud, where the plan needs one anyhow; without it, secrets that AWS keeps are taken as unchanged.
  /// - Throws: ``CommandFailure`` when the key of the digests cannot be read.
  func secretDigests(
    in snapshot: StateSnapshot, _ graph: ResourceGraph, through provider: (any Provider)?
  ) async throws(CommandFailure) -> [SecretSource: String] {
    // The key is made with the first secret; a plan writes nothing.
    guard snapshot.records.values.contains(where: { !$0.secrets.isEmpty }) else { return [:] }
    var provider = provider
    if provider == nil, target.isEmbedded { provider = try await makeProvider() }
    let backend = try await backend()
    let key: [UInt8]
    do throws(StateError) { key = try await backend.secretKey() } catch { throw CommandFailure(error) }
    return await SecretReader(provider: provider).digests(in: snapshot, graph, key: key)
  }

  /// Reads, and shows on a terminal how far it has come.
  func read(
    _ snapshot: StateSnapshot, _ graph: ResourceGraph?, through provider: any Provider, isRefreshing: Bool, refreshesLookups: Bool = false
  ) async -> Observer.Result {
    let terminal = terminal
    let result = await Observer(of: provider, schema: CatalogFacts()).observe(
      snapshot, adopting: graph, isRefreshing: isRefreshing, refreshesLookups: refreshesLookups
    ) { done, total in
      guard terminal.isInteractive, done == total || done % max(1, total / 50) == 0 else { return }
      terminal.report("\r\u{1B}[2KReading \(done) of \(DiagnosticRenderer.count(total, "resource"))")
    }
    if terminal.isInteractive { terminal.report("\r\u{1B}[2K") }
    return result
  }
}

extension ResourceGraph {
  /// Whether a declaration takes over an existing object.
  var adopts: Bool { resources.contains { $0.adoptedIdentifier != nil } }
}
