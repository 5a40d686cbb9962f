import StrataModel

/// Other forms of a policy or JSON document that say the same, as services return them.
enum DocumentForms {
  static func reformatted(_ document: PropertyValue) -> PropertyValue {
    switch document {
    case .object(let object): return .object(policy(object))
    case .string(let text):
      guard let value = try? JSONReader.plainValue(of: text.utf8), case .object(let object) = value else { return document }
      return .string(JSONWriter.prettyText(of: .object(policy(object))))
    default: return document
    }
  }

  /// A policy with lists of one element as scalars and a single statement as a list; other documents as they are.
  private static func policy(_ document: PropertyObject) -> PropertyObject {
    guard let statements = document["Statement"] else { return document }
    var result = document
    let list = statements.arrayValue ?? [statements]
    result["Statement"] = .array(
      list.map { statement in
        guard var object = statement.objectValue else { return statement }
        for key in ["Action", "NotAction", "Resource", "NotResource"] { object[key] = single(object[key]) }
        for key in ["Principal", "NotPrincipal"] {
          if let principal = object[key]?.objectValue { object[key] = .object(principal.mapValues { single($0) ?? $0 }) }
        }
        return .object(object)
      })
    return result
  }

  private static func single(_ value: PropertyValue?) -> PropertyValue? {
    guard let elements = value?.arrayValue, elements.count == 1 else { return value }
    return elements[0]
  }
}
