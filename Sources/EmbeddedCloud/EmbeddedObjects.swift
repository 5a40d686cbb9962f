import StrataDeployment
import StrataModel

/// The operations on what an embedded cloud holds.
struct EmbeddedObjects: ObjectOperations {
  let cloud: EmbeddedCloud

  func create(_ request: CreateRequest) async throws(ProviderError) -> OperationProgress {
    let call = EmbeddedCloud.Call(.create, request.type, request.placement, token: request.token)
    return try await cloud.perform(call) { store, now throws(ProviderError) in try store.create(request, at: now) }
  }

  func read(_ target: ObjectTarget) async throws(ProviderError) -> ObjectDescription {
    let call = EmbeddedCloud.Call(.read, target.type, target.placement, identifier: target.identifier)
    return try await cloud.perform(call) { store, now throws(ProviderError) in try store.read(target, at: now) }
  }

  func update(_ request: UpdateRequest) async throws(ProviderError) -> OperationProgress {
    let call = EmbeddedCloud.Call(
      .update, request.target.type, request.target.placement, identifier: request.target.identifier, token: request.token)
    return try await cloud.perform(call) { store, now throws(ProviderError) in try store.update(request, at: now) }
  }

  func delete(_ request: DeleteRequest) async throws(ProviderError) -> OperationProgress {
    let call = EmbeddedCloud.Call(
      .delete, request.target.type, request.target.placement, identifier: request.target.identifier, token: request.token)
    return try await cloud.perform(call) { store, now throws(ProviderError) in try store.delete(request, at: now) }
  }

  func poll(_ request: PollRequest) async throws(ProviderError) -> OperationProgress {
    let call = EmbeddedCloud.Call(.poll, request.type, request.placement, token: request.waitToken)
    return try await cloud.perform(call) { store, now throws(ProviderError) in try store.poll(request, at: now) }
  }

  func find(_ query: ObjectQuery) async throws(ProviderError) -> [ObjectDescription] {
    let call = EmbeddedCloud.Call(.find, query.type, query.placement)
    return try await cloud.perform(call) { store, now throws(ProviderError) in try store.find(query, at: now) }
  }
}
