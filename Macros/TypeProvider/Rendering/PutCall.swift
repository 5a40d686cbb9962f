/// Which method of `PropertyFields` takes a value of a type.
enum PutCall {
  /// The method's name.
  static func method(for type: ValueType) -> String {
    switch type {
    case .list(let element): simple(element).map { "put" + $0 + "List" } ?? "putEach"
    case .map(let element): simple(element).map { "put" + $0 + "Map" } ?? "putEachKey"
    default: "put" + (simple(type) ?? "")
    }
  }

  /// What follows the value: the attribute of a reference, the conversion of nested lists and maps.
  static func suffix(for type: ValueType) -> String {
    switch type {
    case .reference(let target): ", \"\(target.attribute)\""
    case .list(let element), .map(let element):
      if simple(element) == nil { ", " + conversion(of: element) } else { suffix(for: element) }
    default: ""
    }
  }

  /// The middle of the method names for a type that is neither list nor map.
  private static func simple(_ type: ValueType) -> String? {
    switch type {
    case .string, .integer, .boolean: ""
    case .number: "Number"
    case .secret: "Secret"
    case .document: "Document"
    case .reference: "Reference"
    case .choice: "Choice"
    case .shape: "Shape"
    case .tags, .list, .map: nil
    }
  }

  /// A closure that turns one element into the graph's form.
  static func conversion(of type: ValueType) -> String {
    switch type {
    case .reference(let target): "{ $0.reference(to: \"\(target.attribute)\") }"
    case .secret: "{ $0.secretValue }"
    case .list(let element): "{ StrataLanguage.PropertyFields.list($0, \(conversion(of: element))) }"
    case .map(let element): "{ StrataLanguage.PropertyFields.map($0, \(conversion(of: element))) }"
    default: "{ $0.propertyValue }"
    }
  }
}
