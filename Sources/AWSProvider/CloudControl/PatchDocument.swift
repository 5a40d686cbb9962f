import ResourceCatalog
import StrataDeployment
import StrataModel

/// The JSON Patch (RFC 6902) that brings a resource from what Cloud Control shows to what is desired.
///
/// Each changed top property is added, replaced or removed as a whole, so that no index of a list can hit the wrong element. Write-only
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
      let desired = request.properties[name].flatMap { $0 == .null ? nil : $0 }
      if let desired {
        let whole = PropertyObject([(name, desired)]).withoutNulls[name]
        operations.append(Operation(name: current[name] == nil ? "add" : "replace", property: name, value: whole))
      } else if current[name] != nil, changed.contains(name) {
        operations.append(Operation(name: "remove", property: name))
      }
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
