import AWSClient
import StrataModel

/// Turns documents of CloudFormation's form into the shapes of an API.
///
/// Names fit when they are equal but for case. Four differences of form are bridged wherever they occur: tags as list or map, lists that
/// CloudFront writes as `Quantity` and `Items`, JSON that the API wants as text, and numbers and Booleans that one of the two writes as text.
struct ShapeInput {
  var renaming: [String: String] = [:]
  var omitting: Set<String> = []

  /// The members of a structure for which there are properties.
  func members(of shape: ShapeModel, from properties: PropertyObject) -> [String: AWSValue?] {
    let members = Dictionary(shape.members.map { (FoldedName($0.name), $0) }) { first, _ in first }
    var result: [String: AWSValue?] = [:]
    for field in properties.fields where !omitting.contains(field.key) && field.value != .null {
      let name = renaming[field.key] ?? field.key
      guard let member = members[FoldedName(name)] else { continue }
      result[member.name] = .some(Self.value(field.value, member.shape))
    }
    return result
  }

  /// A value in the form that a shape wants; what cannot be converted goes as it is, and the client says what is wrong with it.
  static func value(_ value: PropertyValue, _ shape: ShapeModel) -> AWSValue {
    switch (shape.kind, value) {
    case (.structure, .object(let object)): return structure(object, shape)
    case (.structure, .array(let elements)): return counted(elements, shape) ?? AWSValue(value)
    case (.list, .array(let elements)):
      guard let element = shape.element?.shape else { return AWSValue(value) }
      return .list(elements.map { self.value($0, element) })
    case (.list, .object(let map)): return tagList(map, shape) ?? AWSValue(value)
    case (.list, _):
      guard let element = shape.element?.shape else { return AWSValue(value) }
      return .list([self.value(value, element)])
    case (.map, .object(let object)):
      guard let element = shape.value?.shape else { return AWSValue(value) }
      return .structure(Dictionary(object.fields.map { ($0.key, self.value($0.value, element)) }) { _, later in later })
    case (.map, .array(let elements)): return tagMap(elements) ?? AWSValue(value)
    case (.string, .object), (.string, .array): return .string(JSONWriter.plainText(of: value))
    case (.string, _): return AWSValue(value).scalarText.map { .string($0) } ?? AWSValue(value)
    case (.integer, .string(let text)), (.long, .string(let text)): return Int(text).map { .integer($0) } ?? .string(text)
    case (.integer, .number(let number)), (.long, .number(let number)): return Int(exactly: number).map { .integer($0) } ?? .double(number)
    case (.double, .string(let text)), (.float, .string(let text)): return Double(text).map { .double($0) } ?? .string(text)
    case (.double, .integer(let number)), (.float, .integer(let number)): return .double(Double(number))
    case (.boolean, .string(let text)): return text == "true" ? true : text == "false" ? false : .string(text)
    case (.timestamp, .integer(let seconds)): return .timestamp(Double(seconds))
    case (.timestamp, .string(let text)): return TimestampText.seconds(text).map { .timestamp($0) } ?? .string(text)
    case (.blob, .string(let text)): return .blob(Array(text.utf8))
    case (.blob, .object), (.blob, .array): return .blob(Array(JSONWriter.plainText(of: value).utf8))
    default: return AWSValue(value)
    }
  }

  private static func structure(_ object: PropertyObject, _ shape: ShapeModel) -> AWSValue {
    let members = Dictionary(shape.members.map { (FoldedName($0.name), $0) }) { first, _ in first }
    var result: [String: AWSValue] = [:]
    for field in object.fields where field.value != .null {
      // KMS and Organizations say TagKey and TagValue where CloudFormation says Key and Value.
      let names = [field.key, "Tag" + field.key]
      guard let member = names.lazy.compactMap({ members[FoldedName($0)] }).first else {
        // The client refuses it by name, which tells more than leaving it out.
        result[field.key] = AWSValue(field.value)
        continue
      }
      result[member.name] = value(field.value, member.shape)
    }
    return .structure(result)
  }

  /// A list as CloudFront writes it: `Quantity` and `Items`.
  private static func counted(_ elements: [PropertyValue], _ shape: ShapeModel) -> AWSValue? {
    guard shape.member("Quantity") != nil, let items = shape.member("Items") else { return nil }
    var result: [String: AWSValue] = ["Quantity": .integer(elements.count)]
    if !elements.isEmpty { result["Items"] = value(.array(elements), items.shape) }
    return .structure(result)
  }

  private static func tagList(_ map: PropertyObject, _ shape: ShapeModel) -> AWSValue? {
    guard let element = shape.element?.shape, element.kind == .structure else { return nil }
    return .list(map.fields.map { structure(["Key": .string($0.key), "Value": $0.value], element) })
  }

  private static func tagMap(_ elements: [PropertyValue]) -> AWSValue? {
    var map: [String: AWSValue] = [:]
    for element in elements {
      guard let key = element["Key"]?.stringValue else { return nil }
      map[key] = AWSValue(element["Value"]) ?? ""
    }
    return .structure(map)
  }
}
