import ResourceCatalog
import StrataDeployment
import StrataEmbeddedCloud
import StrataModel

extension CloudControlServer {
  /// Applies a patch to what a read shows, and accepts the result.
  ///
  /// As on AWS, write-only properties are not part of what is patched: one that the type requires must be added by the patch.
  func updateResource(_ input: inout OperationInput, _ place: Placement) async throws(ServiceError) -> PropertyObject {
    let type = input.required("TypeName", .typeName)
    let text = input.required("Identifier", .identifier)
    let patchText = input.required("PatchDocument", .document)
    let token = input.optional("ClientToken", .token)
    let call = try Self.call(type, "UPDATE", &input)
    let clientToken = call.clientToken(token, text, patchText)
    if let known = try ledger.replay(clientToken, in: place, at: clock.now()) { return ["ProgressEvent": known.event] }
    let identifier = try call.identifier(text)
    await advance()
    let shown = try await read(type, identifier, place)
    let patched: PropertyObject
    do throws(PatchFailure) {
      patched = try PatchDocument(parsing: patchText).applied(to: shown.properties)
    } catch {
      throw .validation(error.message)
    }
    try Self.refuseFixed(call, from: shown.properties, to: patched)

    let change = Self.change(call, shown: shown.properties, patched: patched, standing: standing(type, shown, place))
    // What a read does not show is not there for the schema; rules are for what really stands, without the defaults that reads add.
    try call.validate(call.withoutReadOnly(patched), checksRules: false)
    try call.validate(change.properties)
    let request = try ledger.accept(
      .update(change.properties, previous: change.previous, changed: change.names), .update, type: type, identifier: shown.identifier,
      model: call.withoutWriteOnly(patched), in: place, clientToken: clientToken, requestToken: makeIdentifier(), at: clock.now())
    return ["ProgressEvent": request.event]
  }

  /// Refuses changes of what the cloud fills, and of what is fixed at the create.
  private static func refuseFixed(
    _ call: ResourceCall, from before: PropertyObject, to after: PropertyObject
  ) throws(ServiceError) {
    let hidden = call.schema.writeOnlyPaths.map { SchemaPath($0) }
    for (mark, paths) in [("readOnlyProperties", call.schema.readOnlyPaths), ("createOnlyProperties", call.schema.createOnlyPaths)] {
      let changed = paths.map { SchemaPath($0) }.filter { path in
        // A hidden value cannot be compared: a patch that repeats it looks like one that adds it.
        !hidden.contains { path.names.starts(with: $0.names) } && path.values(in: before) != path.values(in: after)
      }
      if !changed.isEmpty { throw .notUpdatable(mark, changed.map(\.pointer)) }
    }
  }

  /// What stands in the cloud without defaults and reformatting, which reads add; what a read shows where it is not found.
  private func standing(_ type: String, _ shown: ObjectDescription, _ place: Placement) -> PropertyObject {
    let found = cloud.objects.first { object in
      object.type == type && object.identifier == shown.identifier && object.scope.account == place.account
        && object.scope.partition == place.partition && (object.scope.region.isEmpty || object.scope.region == place.region)
    }
    return found?.properties ?? shown.properties
  }

  /// The cloud's update for a patch: the standing properties with those top ones that the patch changed.
  private static func change(
    _ call: ResourceCall, shown: PropertyObject, patched: PropertyObject, standing: PropertyObject
  ) -> (properties: PropertyObject, previous: PropertyObject, names: [String]) {
    let names = Set(shown.keys).union(patched.keys).filter { shown[$0] != patched[$0] }.sorted()
    let previous = call.withoutReadOnly(standing)
    var properties = previous
    for name in names { properties[name] = patched[name] }
    return (call.withoutReadOnly(properties), previous, names)
  }
}
