import ResourceCatalog
import StrataModel
import StrataPlanning
import TypeProvider

/// Writes what a program must say so that it agrees with what was found: file and line, and the arguments as Swift.
struct SourceChangeRenderer: Sendable {
  var style: TextStyle
  var sources: SourceFiles

  func text(of resources: [DriftReport.Resource]) -> String {
    var text = ""
    for resource in resources {
      text += "\n" + sources.display(resource.source) + ": " + style(resource.address.path, .strong) + "\n"
      if resource.isGone {
        text += "  the object is gone: remove the declaration, or it is made again\n"
        continue
      }
      for change in resource.changes {
        if let expected = argument(change.expected, at: change.path, of: resource.type) {
          text += "  " + style("- " + expected, .delete) + "\n"
        }
        let found = change.found.flatMap { argument($0, at: change.path, of: resource.type) }
        if let found { text += "  " + style("+ " + found, .create) + "\n" }
      }
    }
    return text
  }

  /// `versioningConfiguration: .init(status: .suspended)`; `nil` for a path that no argument stands for.
  private func argument(_ value: PropertyValue, at path: PropertyPath, of type: String) -> String? {
    guard let surface = ResourceSurface(typeName: type), let property = path.property,
      let parameter = surface.parameters.first(where: { $0.property == property })
    else { return nil }
    let writer = SwiftValueWriter(names: [:])
    let label = SwiftIdentifier.escaped(parameter.label)
    let nested = nested(path.components.dropFirst(), value, parameter.type, surface.object, writer)
    return "\(label): \(nested.flat)"
  }

  /// The part of an argument that leads to a place: only what lies on the way is written.
  private func nested(
    _ path: ArraySlice<PropertyPath.Component>, _ value: PropertyValue, _ type: ValueType, _ object: ObjectSurface,
    _ writer: SwiftValueWriter
  ) -> SwiftNode {
    guard case .key(let key)? = path.first else { return writer.node(value, as: type, in: object) }
    if case .shape = type, let inner = object.object(for: type), let parameter = inner.parameters.first(where: { $0.property == key }) {
      return .call(
        ".init",
        [
          SwiftNode.Element(
            SwiftIdentifier.escaped(parameter.label), nested(path.dropFirst(), value, parameter.type, inner, writer))
        ])
    }
    // A key of a map or of tags.
    let element: ValueType = if case .map(let inner) = type { inner } else { .string }
    return .literal(
      [SwiftNode.Element(SwiftIdentifier.literal(key), nested(path.dropFirst(), value, element, object, writer))], isDictionary: true)
  }
}
