import AWSClient
import Foundation
import ResourceCatalog
import StrataDeployment
import StrataModel

/// Carries requests out by direct handlers: the services' own APIs.
struct DirectProvider: ObjectOperations {
  let registry: HandlerRegistry
  let sessions: PlacementSessions
  /// What the endpoint lacks; `nil` for AWS itself.
  var emulator: EmulatorCapabilities?

  func route(for type: String) -> ResourceRecord.Route? {
    registry.handler(for: type).map { .direct(version: Swift.type(of: $0).version) }
  }

  // MARK: Operations

  func create(_ request: CreateRequest) async throws(ProviderError) -> OperationProgress {
    var call = try call(request.type, request.placement)
    call.properties = request.properties
    call.token = request.token
    call.instance = request.instance
    call.declared = [request.properties]
    let ready = call
    return try await perform(request.type) { handler in
      let created = try await handler.create(ready)
      return try await settle(.create, handler, ready, created)
    }
  }

  func read(_ target: ObjectTarget) async throws(ProviderError) -> ObjectDescription {
    let call = try call(target)
    return try await perform(target.type) { handler in
      guard let properties = try await handler.read(call) else { throw absent(target) }
      return ObjectDescription(identifier: target.identifier, handle: target.handle, properties: properties)
    }
  }

  func update(_ request: UpdateRequest) async throws(ProviderError) -> OperationProgress {
    var call = try call(request.target)
    call.properties = request.properties
    call.previous = request.previous
    call.changed = Set(request.changedPaths.compactMap { $0.property })
    call.token = request.token
    let ready = call
    return try await perform(request.target.type) { handler in
      try await handler.update(ready)
      return try await settle(.update, handler, ready, CreatedObject(ready.identifier, handle: ready.handle))
    }
  }

  func delete(_ request: DeleteRequest) async throws(ProviderError) -> OperationProgress {
    var call = try call(request.target)
    call.properties = request.properties
    call.token = request.token
    call.liftsProtection = request.liftsProtection
    let ready = call
    return try await perform(request.target.type) { handler in
      switch try await deletion(ready, by: handler) {
      case .gone: return .gone
      case .started where emulator?.unendingTypes.contains(request.target.type) == true: return .gone
      case .scheduled(let date):
        return .done(ObjectDescription(identifier: ready.identifier, properties: [:], pendingDeletionUntil: date))
      case .started:
        let token = WaitToken(.delete, ready.identifier)
        return .inProgress(OperationProgress.Pending(identifier: ready.identifier, waitToken: token.text, pollAfter: 500))
      }
    }
  }

  /// Deletes, and believes that there is nothing to delete only when a read shows nothing either: what was not found may be another object,
  /// to which this one refers.
  private func deletion(_ call: ResourceCall, by handler: any ResourceHandler) async throws -> Deletion {
    do { return try await handler.delete(call) } catch {
      var refusal = ErrorMapping.providerError(error, type: String(call.schema.name))
      guard refusal.code == .notFound else { throw error }
      do {
        if try await handler.read(call) == nil { return .gone }
      } catch {
        // Where even the parent is gone, reads are refused so, too.
        if ErrorMapping.providerError(error, type: String(call.schema.name)).code == .notFound { return .gone }
        throw error
      }
      refusal.code = .invalidRequest
      throw refusal
    }
  }

  func poll(_ request: PollRequest) async throws(ProviderError) -> OperationProgress {
    guard let token = WaitToken(request.waitToken) else {
      throw ProviderError(.invalidRequest, "'\(request.waitToken)' is no wait of a direct handler.")
    }
    var call = try call(request.type, request.placement)
    call.identifier = token.identifier
    call.memo = token.memo
    let ready = call
    return try await perform(request.type) { handler in
      if token.operation == .delete {
        guard try await handler.read(ready) != nil else { return .gone }
        return try await pending(handler, ready, token, whenReady: .pending(after: 2_000))
      }
      return try await pending(handler, ready, token, whenReady: .ready)
    }
  }

  func find(_ query: ObjectQuery) async throws(ProviderError) -> [ObjectDescription] {
    let call = try call(query.type, query.placement)
    // No document holds a caller's reference, so the list alone decides.
    let filter = ListFilter(query.filter) ?? .all
    return try await perform(query.type) { handler in
      let identifiers =
        if case .callerReference(let reference) = query.filter {
          try await handler.list(call, madeWith: reference)
        } else {
          try await handler.list(call, matching: filter)
        }
      var found: [ObjectDescription] = []
      for identifier in identifiers {
        var candidate = call
        candidate.identifier = identifier
        guard let properties = try await handler.read(candidate) else { continue }
        if Self.matches(properties, filter, call.schema) {
          found.append(ObjectDescription(identifier: identifier, properties: properties))
        }
      }
      return found
    }
  }

  // MARK: Ends of operations

  /// The progress after a call that made or changed an object.
  private func settle(
    _ operation: Intent.Operation, _ handler: any ResourceHandler, _ call: ResourceCall, _ created: CreatedObject
  ) async throws -> OperationProgress {
    var call = call
    call.identifier = created.identifier
    call.handle = created.handle
    call.memo = handler.memo(call)
    let made = call
    do {
      let type = Swift.type(of: handler)
      if type.waits.contains(operation) {
        // What the answer did not tell is read while the state is asked for, so that both take the time of one.
        async let early = created.attributes == nil ? try? handler.read(made) : nil
        switch try await handler.readiness(call, after: operation) {
        case .pending where emulator?.unendingTypes.contains(type.type) == true: break
        case .pending(let pause):
          let known = created.attributes
          return .inProgress(
            OperationProgress.Pending(
              identifier: created.identifier, handle: created.handle,
              waitToken: WaitToken(operation, created.identifier, memo: call.memo).text,
              pollAfter: pause, description: known.map { self.description(created, $0) }))
        case .identified(let identifier):
          call.identifier = identifier
          return .done(ObjectDescription(identifier: identifier, handle: created.handle, properties: try await handler.read(call) ?? [:]))
        case .failed(let reason): throw ProviderError(.serviceFailure, execution: .executed, reason, identifier: created.identifier)
        case .ready: break
        }
        if let properties = await early { return .done(description(created, properties)) }
      }
      if let attributes = created.attributes { return .done(description(created, attributes)) }
      let properties = try await handler.read(call) ?? [:]
      return .done(description(created, properties))
    } catch {
      // The object stands; that it cannot be read does not undo the call.
      throw PartialCreate(identifier: created.identifier, cause: error)
    }
  }

  private func description(_ created: CreatedObject, _ properties: PropertyObject) -> ObjectDescription {
    ObjectDescription(identifier: created.identifier, handle: created.handle, properties: properties)
  }

  private func pending(
    _ handler: any ResourceHandler, _ call: ResourceCall, _ token: WaitToken, whenReady: Readiness
  ) async throws -> OperationProgress {
    let readiness = try await handler.readiness(call, after: token.operation)
    switch readiness == .ready ? whenReady : readiness {
    case .ready:
      guard let properties = try await handler.read(call) else {
        throw ProviderError(.notFound, "'\(token.identifier)' vanished while it was waited for.")
      }
      return .done(ObjectDescription(identifier: token.identifier, properties: properties))
    case .identified(let identifier):
      var call = call
      call.identifier = identifier
      guard let properties = try await handler.read(call) else {
        throw ProviderError(.notFound, "'\(identifier)' vanished while it was waited for.")
      }
      return .done(ObjectDescription(identifier: identifier, properties: properties))
    case .pending(let pause):
      return .inProgress(OperationProgress.Pending(identifier: token.identifier, waitToken: token.text, pollAfter: pause))
    case .failed(let reason):
      throw ProviderError(.serviceFailure, execution: .executed, reason, identifier: token.identifier)
    }
  }

  /// Whether a value is what is sought, or an object that has all of it.
  private static func shows(_ found: PropertyValue, _ wanted: PropertyValue) -> Bool {
    if case .object(let wanted) = wanted, case .object(let found) = found {
      return wanted.fields.allSatisfy { field in found[field.key].map { shows($0, field.value) } ?? false }
    }
    return found == wanted || AWSValue(found).scalarText != nil && AWSValue(found).scalarText == AWSValue(wanted).scalarText
  }

  static func matches(_ properties: PropertyObject, _ filter: ListFilter, _ schema: TypeSchema) -> Bool {
    switch filter {
    case .all: return true
    case .properties(let wanted):
      return wanted.fields.allSatisfy { field in
        guard let found = properties[field.key] else { return false }
        return shows(found, field.value)
      }
    case .tag(let key, let value):
      guard let property = schema.tagProperty.map({ String($0) }), let tags = properties[property] else { return false }
      if let map = tags.objectValue { return map[key]?.stringValue == value }
      return tags.arrayValue?.contains { $0["Key"]?.stringValue == key && $0["Value"]?.stringValue == value } ?? false
    }
  }

  // MARK: Parts

  private func absent(_ target: ObjectTarget) -> ProviderError {
    ProviderError(.notFound, "There is no \(target.type) '\(target.identifier)' in \(target.placement).")
  }

  private func call(_ type: String, _ placement: Placement) throws(ProviderError) -> ResourceCall {
    guard let schema = ResourceCatalog.aws.type(type) else { throw ProviderFailure.unsupported("There is no resource type '\(type)'.") }
    return ResourceCall(
      schema: schema, placement: placement, caller: sessions.caller(in: placement), callers: { [sessions] in sessions.caller(in: $0) },
      missingOperations: emulator?.missingOperations ?? [],
      now: Int(Date().timeIntervalSince1970))
  }

  func call(_ target: ObjectTarget) throws(ProviderError) -> ResourceCall {
    var call = try call(target.type, target.placement)
    call.identifier = target.identifier
    call.handle = target.handle
    call.declared = target.declared
    return call
  }

  func perform<Answer: Sendable>(
    _ type: String, _ work: (any ResourceHandler) async throws -> Answer
  ) async throws(ProviderError) -> Answer {
    guard let handler = registry.handler(for: type) else { throw ProviderFailure.unsupported("No handler speaks the API of \(type).") }
    do { return try await work(handler) } catch { throw ErrorMapping.providerError(error, type: type) }
  }
}
