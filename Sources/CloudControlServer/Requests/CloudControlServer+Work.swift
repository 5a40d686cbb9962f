import StrataDeployment
import StrataEmbeddedCloud
import StrataModel

extension CloudControlServer {
  /// Carries out what was accepted, and asks about what goes on, in the order of acceptance.
  ///
  /// A request that is accepted stands as `PENDING` until the next call of any kind but its own cancellation, so that it can be cancelled as on
  /// AWS, and so that a call sees what earlier ones have asked for.
  ///
  /// - Parameters:
  ///   - token: a request whose progress is asked for now, whenever its next report is due.
  ///   - age: how long a request must have waited to be begun, in milliseconds.
  func advance(asking token: String? = nil, olderThan age: Int = 0) async {
    let now = clock.now()
    let due = ledger.claim { request in
      switch request.status {
      case .pending: now - request.acceptedAt >= age
      case .inProgress: request.token == token || (request.retryAt ?? 0) <= now
      default: false
      }
    }
    for request in due {
      var result = request
      do throws(ProviderError) {
        if let work = request.work {
          result.note(try await carryOut(work, of: request), at: clock.now())
        } else if let waitToken = request.waitToken {
          let question = PollRequest(
            operation: request.operation.intent, type: request.type, placement: request.placement, route: .embedded, waitToken: waitToken)
          result.note(try await cloud.poll(question), at: clock.now())
        }
      } catch {
        // A question that failed says nothing about the operation.
        if request.work != nil || error.execution == .executed { result.note(error, at: clock.now()) }
      }
      ledger.settle(result)
    }
  }

  private func carryOut(_ work: ResourceRequest.Work, of request: ResourceRequest) async throws(ProviderError) -> OperationProgress {
    let target = ObjectTarget(
      type: request.type, placement: request.placement, route: .embedded, identifier: request.identifier ?? "")
    switch work {
    case .create(let properties):
      return try await cloud.create(
        CreateRequest(type: request.type, placement: request.placement, route: .embedded, properties: properties, token: nil))
    case .update(let properties, let previous, let changed):
      guard !changed.isEmpty else { return .done(try await cloud.read(target)) }
      return try await cloud.update(
        UpdateRequest(
          target: target, properties: properties, previous: previous, changedPaths: changed.map { PropertyPath($0) }, token: nil))
    case .delete:
      // What waits for its deletion is gone to Cloud Control's callers.
      if let found = try? await cloud.read(target), found.pendingDeletionUntil != nil {
        throw ProviderError(.notFound, ServiceError.absence(request.type, target.identifier))
      }
      return try await cloud.delete(DeleteRequest(target: target, properties: [:], token: nil))
    }
  }
}
