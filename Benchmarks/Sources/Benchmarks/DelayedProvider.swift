import StrataDeployment
import StrataModel

/// A cloud each call of which takes its time.
struct DelayedProvider: Provider {
  private let cloud: any Provider
  private let milliseconds: Int

  init(_ cloud: any Provider, milliseconds: Int) {
    self.cloud = cloud
    self.milliseconds = milliseconds
  }

  var name: String { cloud.name }
  var callLifetime: Int { cloud.callLifetime }

  func settleTime(of type: String) -> Int? { cloud.settleTime(of: type) }

  func showsProgress(of target: ObjectTarget) -> Bool { cloud.showsProgress(of: target) }

  func isInProgress(_ target: ObjectTarget) async throws(ProviderError) -> Bool {
    await pause()
    return try await cloud.isInProgress(target)
  }

  func route(for type: String, in placement: Placement) -> ResourceRecord.Route? { cloud.route(for: type, in: placement) }

  func authenticate(in placement: Placement) async throws(ProviderError) -> String {
    await pause()
    return try await cloud.authenticate(in: placement)
  }

  func create(_ request: CreateRequest) async throws(ProviderError) -> OperationProgress {
    await pause()
    return try await cloud.create(request)
  }

  func read(_ target: ObjectTarget) async throws(ProviderError) -> ObjectDescription {
    await pause()
    return try await cloud.read(target)
  }

  func update(_ request: UpdateRequest) async throws(ProviderError) -> OperationProgress {
    await pause()
    return try await cloud.update(request)
  }

  func delete(_ request: DeleteRequest) async throws(ProviderError) -> OperationProgress {
    await pause()
    return try await cloud.delete(request)
  }

  func poll(_ request: PollRequest) async throws(ProviderError) -> OperationProgress {
    await pause()
    return try await cloud.poll(request)
  }

  func find(_ query: ObjectQuery) async throws(ProviderError) -> [ObjectDescription] {
    await pause()
    return try await cloud.find(query)
  }

  private func pause() async { try? await Task.sleep(for: .milliseconds(milliseconds)) }
}
