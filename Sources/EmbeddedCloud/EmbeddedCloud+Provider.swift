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

  public func create(_ request: CreateRequest) async throws(ProviderError) -> OperationProgress {
    if request.type == ActionSpecification.type { return try await actions.create(request) }
    let call = Call(.create, request.type, request.placement, token: request.token)
    return try await perform(call) { store, now throws(ProviderError) in try store.create(request, at: now) }
  }

  public func read(_ target: ObjectTarget) async throws(ProviderError) -> ObjectDescription {
    if target.type == ActionSpecification.type { return try await actions.read(target) }
    let call = Call(.read, target.type, target.placement, identifier: target.identifier)
    return try await perform(call) { store, now throws(ProviderError) in try store.read(target, at: now) }
  }

  public func update(_ request: UpdateRequest) async throws(ProviderError) -> OperationProgress {
    if request.target.type == ActionSpecification.type { return try await actions.update(request) }
    let call = Call(.update, request.target.type, request.target.placement, identifier: request.target.identifier, token: request.token)
    return try await perform(call) { store, now throws(ProviderError) in try store.update(request, at: now) }
  }

  public func delete(_ request: DeleteRequest) async throws(ProviderError) -> OperationProgress {
    if request.target.type == ActionSpecification.type { return try await actions.delete(request) }
    let call = Call(.delete, request.target.type, request.target.placement, identifier: request.target.identifier, token: request.token)
    return try await perform(call) { store, now throws(ProviderError) in try store.delete(request, at: now) }
  }

  public func poll(_ request: PollRequest) async throws(ProviderError) -> OperationProgress {
    if request.type == ActionSpecification.type { return try await actions.poll(request) }
    let call = Call(.poll, request.type, request.placement, token: request.waitToken)
    return try await perform(call) { store, now throws(ProviderError) in try store.poll(request, at: now) }
  }

  public func find(_ query: ObjectQuery) async throws(ProviderError) -> [ObjectDescription] {
    let call = Call(.find, query.type, query.placement)
    return try await perform(call) { store, now throws(ProviderError) in try store.find(query, at: now) }
  }

  /// Takes back a scheduled deletion, as `CancelKeyDeletion` and `RestoreSecret` do.
  public func restore(_ target: ObjectTarget) async throws(ProviderError) -> ObjectDescription {
    let call = Call(.update, target.type, target.placement, identifier: target.identifier)
    return try await perform(call) { store, now throws(ProviderError) in try store.restore(target, at: now) }
  }
}
