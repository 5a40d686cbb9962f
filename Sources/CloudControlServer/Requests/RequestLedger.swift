import StrataModel
import Synchronization

/// All requests of the server, for as long as it lives.
///
/// A client token answers with the same request for 36 hours. Requests are carried out outside of the lock; whoever does so claims them first,
/// so that none is carried out twice.
final class RequestLedger: Sendable {
  /// A client token with what it was used for.
  struct ClientToken: Sendable {
    var text: String
    /// A digest of everything that the call said.
    var digest: String
  }

  private struct TokenKey: Hashable {
    var place: Placement
    var text: String
  }

  private struct State {
    var requests: [ResourceRequest] = []
    var numbers: [String: Int] = [:]
    var clientTokens: [TokenKey: (number: Int, digest: String)] = [:]
    /// The numbers of the requests that have not ended, in the order of acceptance.
    var open: [Int] = []
  }

  /// How long a client token stands for its request, in milliseconds (Cloud Control API reference, `ClientToken`).
  private static let tokenLifetime = 36 * 3_600_000

  private let state = Mutex(State())

  /// The request that a client token was used for; `nil` for a new token.
  ///
  /// - Throws: ``ServiceError`` when the token was used for something else.
  func replay(_ token: ClientToken?, in place: Placement, at now: Int) throws(ServiceError) -> ResourceRequest? {
    try state.withLock { state throws(ServiceError) in try Self.replay(token, place, now, state) }
  }

  private static func replay(
    _ token: ClientToken?, _ place: Placement, _ now: Int, _ state: State
  ) throws(ServiceError) -> ResourceRequest? {
    guard let token, let known = state.clientTokens[TokenKey(place: place, text: token.text)] else { return nil }
    let request = state.requests[known.number]
    guard now - request.acceptedAt < tokenLifetime else { return nil }
    guard known.digest == token.digest else { throw .clientTokenConflict(token.text) }
    return request
  }

  /// Accepts a request, or answers with the one that its client token has made already.
  ///
  /// - Throws: ``ServiceError`` for a token that was used for something else, and for a resource that another request is at work on.
  func accept(
    _ work: ResourceRequest.Work, _ operation: ResourceRequest.Operation, type: String, identifier: String?, model: PropertyObject?,
    in place: Placement, clientToken: ClientToken?, requestToken: String, at now: Int
  ) throws(ServiceError) -> ResourceRequest {
    try state.withLock { state throws(ServiceError) in
      if let known = try Self.replay(clientToken, place, now, state) { return known }
      if let identifier {
        let isBusy = state.open.contains { number in
          let other = state.requests[number]
          return other.identifier == identifier && other.type == type && other.placement == place
        }
        if isBusy { throw .concurrentOperation(type, identifier) }
      }
      let number = state.requests.count
      var request = ResourceRequest(
        token: requestToken, operation: operation, type: type, placement: place, number: number, acceptedAt: now, work: work, eventAt: now)
      request.identifier = identifier
      request.model = model
      state.requests.append(request)
      state.numbers[requestToken] = number
      state.open.append(number)
      if let clientToken {
        state.clientTokens[TokenKey(place: place, text: clientToken.text)] = (number, clientToken.digest)
      }
      return request
    }
  }

  /// The request of a token in an account and region.
  func request(_ token: String, in place: Placement) -> ResourceRequest? {
    state.withLock { state in
      guard let number = state.numbers[token], state.requests[number].placement == place else { return nil }
      return state.requests[number]
    }
  }

  /// The requests of an account and region, the newest first.
  func requests(in place: Placement) -> [ResourceRequest] {
    state.withLock { state in state.requests.reversed().filter { $0.placement == place } }
  }

  /// Cancels a request that has not ended; what was begun stays as it is.
  ///
  /// - Throws: ``ServiceError`` for a request that there is not, or that can no longer be cancelled.
  func cancel(_ token: String, in place: Placement, at now: Int) throws(ServiceError) -> ResourceRequest {
    try state.withLock { state throws(ServiceError) in
      guard let number = state.numbers[token], state.requests[number].placement == place else { throw .requestTokenNotFound(token) }
      let status = state.requests[number].status
      guard !status.isFinal, !state.requests[number].isClaimed else { throw .notCancelable(token, status.rawValue) }
      state.requests[number].finish(.cancelComplete, at: now)
      state.open.removeAll { $0 == number }
      return state.requests[number]
    }
  }

  /// Takes the open requests that `isDue` names, in the order of acceptance; each must be given back with ``settle(_:)``.
  func claim(_ isDue: (ResourceRequest) -> Bool) -> [ResourceRequest] {
    state.withLock { state in
      var claimed: [ResourceRequest] = []
      for number in state.open where !state.requests[number].isClaimed && isDue(state.requests[number]) {
        state.requests[number].isClaimed = true
        claimed.append(state.requests[number])
      }
      return claimed
    }
  }

  /// Gives a claimed request back as it is now.
  func settle(_ request: ResourceRequest) {
    state.withLock { state in
      state.requests[request.number] = request
      state.requests[request.number].isClaimed = false
      if request.status.isFinal { state.open.removeAll { $0 == request.number } }
    }
  }
}
