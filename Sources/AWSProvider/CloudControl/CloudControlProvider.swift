import AWSClient
import ResourceCatalog
import StrataDeployment
import StrataModel

/// Carries requests out by Cloud Control: one API for all types, asynchronous, with a token for every change.
///
/// Source: the Cloud Control API reference. A request's token answers with the same request for 36 hours, and its status can be asked for seven
/// days.
struct CloudControlProvider: ObjectOperations {
  let sessions: PlacementSessions

  private static let service = "cloudcontrol"

  /// Types that the API is known not to provision.
  static func refuses(_ type: String) -> Bool { UnprovisionableTypes.names.contains(type) }

  func create(_ request: CreateRequest) async throws(ProviderError) -> OperationProgress {
    let input: AWSValue = [
      "TypeName": .string(request.type), "DesiredState": .string(JSONWriter.plainText(of: .object(request.properties.withoutNulls))),
    ]
    let event = try await start("CreateResource", input, token: request.token, request.type, request.placement)
    return try await progress(event, .create, request.type, request.placement)
  }

  func read(_ target: ObjectTarget) async throws(ProviderError) -> ObjectDescription {
    let answer = try await call(
      "GetResource", ["TypeName": .string(target.type), "Identifier": .string(target.identifier)], target.type, target.placement)
    return try description(answer["ResourceDescription"], target.type)
  }

  func update(_ request: UpdateRequest) async throws(ProviderError) -> OperationProgress {
    let target = request.target
    guard let schema = ResourceCatalog.aws.type(target.type) else { throw ProviderFailure.unsupported("There is no type \(target.type).") }
    let current = try await read(target)
    let patch = PatchDocument(schema: schema, current: current.properties, request: request)
    guard !patch.operations.isEmpty else { return .done(current) }
    let input: AWSValue = [
      "TypeName": .string(target.type), "Identifier": .string(target.identifier), "PatchDocument": .string(patch.text),
    ]
    let event = try await start("UpdateResource", input, token: request.token, target.type, target.placement)
    return try await progress(event, .update, target.type, target.placement)
  }

  func delete(_ request: DeleteRequest) async throws(ProviderError) -> OperationProgress {
    let target = request.target
    let input: AWSValue = ["TypeName": .string(target.type), "Identifier": .string(target.identifier)]
    let event = try await start("DeleteResource", input, token: request.token, target.type, target.placement)
    return try await progress(event, .delete, target.type, target.placement)
  }

  func poll(_ request: PollRequest) async throws(ProviderError) -> OperationProgress {
    let answer = try await call(
      "GetResourceRequestStatus", ["RequestToken": .string(request.waitToken)], request.type, request.placement)
    let event = ProgressEvent(answer["ProgressEvent"], hooks: answer["HooksProgressEvent"])
    return try await progress(event, request.operation, request.type, request.placement)
  }

  func find(_ query: ObjectQuery) async throws(ProviderError) -> [ObjectDescription] {
    var token: AWSValue?
    var found: [ObjectDescription] = []
    guard let schema = ResourceCatalog.aws.type(query.type) else { return [] }
    guard let filter = ListFilter(query.filter) else {
      throw ProviderFailure.unsupported("Cloud Control shows no references of callers.")
    }
    repeat {
      var input: [String: AWSValue] = ["TypeName": .string(query.type)]
      input["NextToken"] = token
      // Types that live in a parent are listed by the parent's key, which the filter holds.
      if case .properties(let model) = query.filter {
        input["ResourceModel"] = .string(JSONWriter.plainText(of: .object(model)))
      }
      let page = try await call("ListResources", .structure(input), query.type, query.placement)
      for item in page["ResourceDescriptions"]?.list ?? [] {
        let listed = try description(item, query.type)
        let target = ObjectTarget(
          type: query.type, placement: query.placement, route: query.route, identifier: listed.identifier)
        // Lists show as little as the identifier.
        do throws(ProviderError) {
          let whole = try await read(target)
          if DirectProvider.matches(whole.properties, filter, schema) { found.append(whole) }
        } catch {
          guard error.code == .notFound else { throw error }
          continue
        }
      }
      token = page["NextToken"]
    } while token != nil
    return found
  }

  // MARK: Requests and their progress

  private func start(
    _ operation: String, _ input: AWSValue, token: String?, _ type: String, _ placement: Placement
  ) async throws(ProviderError) -> ProgressEvent {
    var members = input.structure ?? [:]
    members["ClientToken"] = token.map { .string($0) }
    return ProgressEvent(try await call(operation, .structure(members), type, placement)["ProgressEvent"], hooks: nil)
  }

  private func progress(
    _ event: ProgressEvent, _ operation: Intent.Operation, _ type: String, _ placement: Placement
  ) async throws(ProviderError) -> OperationProgress {
    switch event.status {
    case "SUCCESS":
      guard operation != .delete else { return .gone }
      return .done(try await finished(event, type, placement))
    case "FAILED", "CANCEL_COMPLETE":
      if operation == .delete, event.errorCode == "NotFound" { return .gone }
      throw event.failure(of: operation, type: type)
    default:
      return .inProgress(
        OperationProgress.Pending(identifier: event.identifier, waitToken: event.requestToken, pollAfter: event.pause))
    }
  }

  /// The object after its request ended: what the event shows, or what a read brings.
  private func finished(_ event: ProgressEvent, _ type: String, _ placement: Placement) async throws(ProviderError) -> ObjectDescription {
    guard let identifier = event.identifier else {
      throw ProviderError(.serviceFailure, execution: .executed, "Cloud Control reported success without an identifier for \(type).")
    }
    let target = ObjectTarget(type: type, placement: placement, route: .cloudControl, identifier: identifier)
    do throws(ProviderError) {
      return try await read(target)
    } catch {
      guard error.code == .notFound else { throw error }
      // A read right after a success can lag behind it; the event's own model is what is known until then.
      return ObjectDescription(identifier: identifier, properties: event.model ?? [:])
    }
  }

  private func call(
    _ operation: String, _ input: AWSValue, _ type: String, _ placement: Placement
  ) async throws(ProviderError) -> AWSValue {
    do {
      return try await sessions.caller(in: placement).call(Self.service, operation, input)
    } catch {
      throw CloudControlErrors.providerError(error, type: type)
    }
  }

  private func description(_ value: AWSValue?, _ type: String) throws(ProviderError) -> ObjectDescription {
    guard let identifier = value?["Identifier"]?.string else {
      throw ProviderError(.serviceFailure, "Cloud Control described a \(type) without an identifier.")
    }
    return ObjectDescription(identifier: identifier, properties: ProgressEvent.object(value?["Properties"]) ?? [:])
  }
}

extension PropertyObject {
  /// The object without fields that are null, at any depth: handlers crash on them.
  var withoutNulls: PropertyObject {
    var result = PropertyObject(minimumCapacity: count)
    for field in fields where field.value != .null { result[field.key] = field.value.withoutNulls }
    return result
  }
}

extension PropertyValue {
  fileprivate var withoutNulls: PropertyValue {
    switch self {
    case .object(let object): .object(object.withoutNulls)
    case .array(let elements): .array(elements.filter { $0 != .null }.map(\.withoutNulls))
    default: self
    }
  }
}
