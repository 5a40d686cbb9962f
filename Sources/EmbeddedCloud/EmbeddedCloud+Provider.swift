import ResourceCatalog
public import StrataDeployment
public import StrataModel

extension EmbeddedCloud: Provider {
  public var name: String { "embedded" }

  /// Calls are carried out before they return: none outlives its caller.
  public var callLifetime: Int { 0 }

  /// Nothing settles late unless the options say so.
  public func settleTime(of type: String) -> Int? { options.realism.lagsSearches || options.realism.lagsReads ? nil : 0 }

  public func route(for type: String, in placement: Placement) -> ResourceRecord.Route? {
    ResourceCatalog.aws.type(type) == nil && type != ActionSpecification.type ? nil : .embedded
  }

  public func authenticate(in placement: Placement) async throws(ProviderError) -> String {
    guard placement.account.utf8.count == 12, placement.account.utf8.allSatisfy({ (48...57).contains($0) }) else {
      throw ProviderError(
        .accessDenied, "'\(placement.account)' is not an account: it has twelve digits", serviceCode: "InvalidClientTokenId")
    }
    let role = placement.roleChain.last.map { String($0.tail) } ?? "strata"
    return "arn:\(placement.partition):sts::\(placement.account):assumed-role/\(role)/embedded"
  }

  /// What carries operations on a type out.
  private func operations(on type: String) -> any ObjectOperations {
    type == ActionSpecification.type ? actions : EmbeddedObjects(cloud: self)
  }

  public func create(_ request: CreateRequest) async throws(ProviderError) -> OperationProgress {
    try await operations(on: request.type).create(request)
  }

  public func read(_ target: ObjectTarget) async throws(ProviderError) -> ObjectDescription {
    try await operations(on: target.type).read(target)
  }

  public func update(_ request: UpdateRequest) async throws(ProviderError) -> OperationProgress {
    try await operations(on: request.target.type).update(request)
  }

  public func delete(_ request: DeleteRequest) async throws(ProviderError) -> OperationProgress {
    try await operations(on: request.target.type).delete(request)
  }

  public func poll(_ request: PollRequest) async throws(ProviderError) -> OperationProgress {
    try await operations(on: request.type).poll(request)
  }

  /// All objects say so.
  public func showsProgress(of target: ObjectTarget) -> Bool { target.type != ActionSpecification.type }

  public func isInProgress(_ target: ObjectTarget) async throws(ProviderError) -> Bool {
    let call = Call(.read, target.type, target.placement, identifier: target.identifier)
    return try await perform(call) { store, now throws(ProviderError) in try store.isInProgress(target, at: now) }
  }

  public func find(_ query: ObjectQuery) async throws(ProviderError) -> [ObjectDescription] {
    try await operations(on: query.type).find(query)
  }

  /// Takes back a scheduled deletion, as `CancelKeyDeletion` and `RestoreSecret` do.
  public func restore(_ target: ObjectTarget) async throws(ProviderError) -> ObjectDescription {
    let call = Call(.update, target.type, target.placement, identifier: target.identifier)
    return try await perform(call) { store, now throws(ProviderError) in try store.restore(target, at: now) }
  }
}
