import ResourceCatalog
import StrataDeployment
import StrataModel

/// The JSON Patch (RFC 6902) that brings a resource from what Cloud Control shows to what is desired.
///
/// Each changed top property is added, replaced or removed as a whole, so that no index of a list can hit the wrong element. Tags that were never
/// declared, which others or AWS itself put there, stay among the new ones. Write-only
/// properties stand in every patch, because the handler gets only what a read shows and the patch: one that is left out would be taken away.
struct PatchDocument {
  struct Operation: Hashable {
    var name: String
    var property: String
    var value: PropertyValue?
  }

  private(set) var operations: [Operation] = []

  init(schema: TypeSchema, current: PropertyObject, request: UpdateRequest) {
    let changed = Set(request.changedPaths.compactMap { $0.property })
    for property in schema.properties {
      let name = String(property.name)
      guard !property.isReadOnly, !property.isCreateOnly || changed.contains(name) else { continue }
      let holdsWriteOnly = property.isWriteOnly || schema.writeOnlyPaths.contains { String($0).hasPrefix(name + "/") }
      guard changed.contains(name) || holdsWriteOnly else { continue }
      var desired = request.properties[name].flatMap { $0 == .null ? nil : $0 }
      if name == schema.tagProperty.map({ String($0) }) {
        desired = Self.tags(schema.tagForm, desired, keeping: current[name], declaredBefore: request.previous[name])
      }
      if let desired {
        let whole = PropertyObject([(name, desired)]).withoutNulls[name]
        operations.append(Operation(name: current[name] == nil ? "add" : "replace", property: name, value: whole))
      } else if current[name] != nil, changed.contains(name) {
        operations.append(Operation(name: "remove", property: name))
      }
    }
  }

  /// The desired tags, and behind them those that are there and that nobody declared, now or before.
  private static func tags(
    _ form: TypeSchema.TagForm, _ desired: PropertyValue?, keeping current: PropertyValue?, declaredBefore previous: PropertyValue?
  ) -> PropertyValue? {
    switch form {
    case .map:
      guard let present = current?.objectValue, desired == nil || desired?.objectValue != nil else { return desired }
      let own = desired?.objectValue ?? [:]
      let before = previous?.objectValue ?? [:]
      let others = present.fields.filter { own[$0.key] == nil && before[$0.key] == nil }
      return others.isEmpty ? desired : .object(own.merging(PropertyObject(others.map { ($0.key, $0.value) })))
    case .list(let key, _):
      guard let present = current?.arrayValue, desired == nil || desired?.arrayValue != nil else { return desired }
      let own = desired?.arrayValue ?? []
      let declared = Set((own + (previous?.arrayValue ?? [])).compactMap { $0[key]?.stringValue })
      let others = present.filter { element in element[key]?.stringValue.map { !declared.contains($0) } ?? false }
      return others.isEmpty ? desired : .array(own + others)
    case .none: return desired
    }
  }

  /// The patch as JSON.
  var text: String {
    JSONWriter.plainText(
      of: .array(
        operations.map { operation in
          var object: PropertyObject = ["op": .string(operation.name), "path": .string("/" + operation.property)]
          object["value"] = operation.value
          return .object(object)
        }))
  }
}
