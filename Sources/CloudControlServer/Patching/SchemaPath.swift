import ResourceCatalog
import StrataModel

/// A path of a resource schema, such as `/properties/Rules/*/Arn`, applied to documents.
struct SchemaPath: Sendable, Hashable {
  /// Property names; `*` stands for every element of a list or value of a map.
  var names: [String]

  init(_ path: CatalogString) { names = String(path).split { $0 == "/" || $0 == "." }.map(String.init) }

  /// How AWS writes the path in messages.
  var pointer: String { "/properties/" + names.joined(separator: "/") }

  /// The values that lie at the path, in the order of the document.
  func values(in document: PropertyObject) -> [PropertyValue] {
    var found: [PropertyValue] = []
    Self.collect(.object(document), names[...], &found)
    return found
  }

  private static func collect(_ value: PropertyValue, _ names: ArraySlice<String>, _ found: inout [PropertyValue]) {
    guard let name = names.first else { return found.append(value) }
    switch value {
    case .array(let elements):
      // Schemas write some lists without a star.
      let rest = name == "*" ? names.dropFirst() : names
      for element in elements { collect(element, rest, &found) }
    case .object(let object):
      if name == "*" {
        for field in object.fields { collect(field.value, names.dropFirst(), &found) }
      } else if let inner = object[name] {
        collect(inner, names.dropFirst(), &found)
      }
    default: break
    }
  }

  /// The document without what lies at the path.
  func removed(from document: PropertyObject) -> PropertyObject {
    Self.removed(from: .object(document), names[...]).objectValue ?? document
  }

  private static func removed(from value: PropertyValue, _ names: ArraySlice<String>) -> PropertyValue {
    guard let name = names.first else { return value }
    switch value {
    case .array(let elements):
      let rest = name == "*" ? names.dropFirst() : names
      return rest.isEmpty ? value : .array(elements.map { removed(from: $0, rest) })
    case .object(var object):
      for key in name == "*" ? object.keys : [name] {
        guard let inner = object[key] else { continue }
        object[key] = names.count == 1 && name != "*" ? nil : removed(from: inner, names.dropFirst())
      }
      return .object(object)
    default: return value
    }
  }
}
