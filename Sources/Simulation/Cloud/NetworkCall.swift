import StrataDeployment
import StrataEmbeddedCloud
import StrataModel

/// A call as bytes on a network: it can be delivered now, later, twice or never.
struct NetworkCall: Sendable {
  enum Request: Sendable {
    case create(CreateRequest)
    case update(UpdateRequest)
    case delete(DeleteRequest)
    case poll(PollRequest)
  }

  let request: Request

  init(_ request: Request) { self.request = request }

  var kind: String {
    switch request {
    case .create: "create"
    case .update: "update"
    case .delete: "delete"
    case .poll: "poll"
    }
  }

  var type: String {
    switch request {
    case .create(let request): request.type
    case .update(let request): request.target.type
    case .delete(let request): request.target.type
    case .poll(let request): request.type
    }
  }

  /// The identifier or token, as far as there is one.
  var subject: String {
    switch request {
    case .create(let request): request.token ?? ""
    case .update(let request): request.target.identifier
    case .delete(let request): request.target.identifier
    case .poll(let request): request.waitToken
    }
  }

  var placement: Placement {
    switch request {
    case .create(let request): request.placement
    case .update(let request): request.target.placement
    case .delete(let request): request.target.placement
    case .poll(let request): request.placement
    }
  }

  /// The tag that a create gives to prove whose the object is.
  var tag: String? {
    guard case .create(let request) = request else { return nil }
    return IdentityTags().instanceTag(of: request.properties, type: request.type)
  }

  var isCreate: Bool { if case .create = request { true } else { false } }
  var isPoll: Bool { if case .poll = request { true } else { false } }

  /// Whether a transport may send the call again by itself: not a create that no token protects.
  var mayBeRepeatedByTransport: Bool {
    switch request {
    case .create(let request): request.token != nil
    case .update, .delete: true
    case .poll: false
    }
  }

  func deliver(to cloud: EmbeddedCloud) async -> Result<OperationProgress, ProviderError> {
    do throws(ProviderError) {
      switch request {
      case .create(let request): return .success(try await cloud.create(request))
      case .update(let request): return .success(try await cloud.update(request))
      case .delete(let request): return .success(try await cloud.delete(request))
      case .poll(let request): return .success(try await cloud.poll(request))
      }
    } catch {
      return .failure(error)
    }
  }
}

extension Result<OperationProgress, ProviderError> {
  /// The identifier of the object that an answer is about.
  var identifier: String? {
    switch self {
    case .success(.done(let description)): description.identifier
    case .success(.inProgress(let pending)): pending.identifier
    case .success(.gone): nil
    case .failure(let error): error.identifier
    }
  }
}
