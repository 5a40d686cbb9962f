import AWSClient
import Foundation
import ResourceCatalog
import StrataModel

/// Turns answers of an API into documents of CloudFormation's form, led by the type's schema.
///
/// It bridges what ``ShapeInput`` bridges, in the other direction. What an answer does not show is absent from the document.
struct ShapeOutput {
  var renaming: [String: String] = [:]
  var omitting: Set<String> = []

  /// The properties of an object schema that a structure shows.
  func properties(of schema: Schema, from structure: AWSValue) -> PropertyObject {
    guard let members = structure.structure else { return [:] }
    let folded = Dictionary(members.map { (FoldedName($0.key), $0.value) }) { first, _ in first }
    var result = PropertyObject()
    for property in schema.resolved.properties {
      let name = String(property.name)
      guard !omitting.contains(name), let found = folded[FoldedName(renaming[name] ?? name)], found != .null else { continue }
      if let value = Self.value(found, property.schema) { result[name] = value }
    }
    return result
  }

  /// A value in the form that a schema describes; `nil` for one that cannot be of it.
  static func value(_ value: AWSValue, _ schema: Schema) -> PropertyValue? {
    let schema = schema.resolved
    switch schema.kind {
    case .object: return object(value, schema)
    case .array: return array(value, schema)
    case .map: return map(value, schema)
    case .boolean:
      if let flag = value.bool { return .bool(flag) }
      return value.string.flatMap { $0.lowercased() == "true" ? .bool(true) : $0.lowercased() == "false" ? .bool(false) : nil }
    case .integer:
      if case .timestamp(let seconds) = value { return .integer(Int(seconds)) }
      return value.integer.map { .integer($0) } ?? value.scalarText.flatMap { Int($0) }.map { .integer($0) }
    case .number:
      if let number = value.integer { return .integer(number) }
      return value.scalarText.flatMap { Double($0) }.map { number in Int(exactly: number).map { .integer($0) } ?? .number(number) }
    case .string: return text(value)
    case .json: return json(value)
    case .any, .reference: return any(value, schema)
    }
  }

  private static func object(_ value: AWSValue, _ schema: Schema) -> PropertyValue? {
    if value.string != nil { return json(value) }
    guard value.structure != nil else { return nil }
    return .object(ShapeOutput().properties(of: schema, from: value))
  }

  private static func array(_ value: AWSValue, _ schema: Schema) -> PropertyValue? {
    var elements = value.list
    if elements == nil, let members = value.structure {
      if members["Quantity"] != nil { elements = members["Items"]?.list ?? [] } else { return tagList(members, schema) }
    }
    guard let elements else { return nil }
    guard let element = schema.element else { return .array(elements.map(\.propertyValue)) }
    let isTag = element.resolved.property("Key") != nil && element.resolved.property("Value") != nil
    return .array(
      elements.compactMap { item in
        if isTag, let members = item.structure, let key = members["TagKey"]?.string ?? members["tagKey"]?.string {
          let text = members["TagValue"]?.string ?? members["tagValue"]?.string ?? ""
          return .object(["Key": .string(key), "Value": .string(text)])
        }
        return self.value(item, element)
      })
  }

  /// A map as a list of keys and values.
  private static func tagList(_ map: [String: AWSValue], _ schema: Schema) -> PropertyValue? {
    guard let element = schema.element?.resolved, element.property("Key") != nil, element.property("Value") != nil else { return nil }
    return .array(
      map.sorted { $0.key < $1.key }.map { .object(["Key": .string($0.key), "Value": .string($0.value.scalarText ?? "")]) })
  }

  private static func map(_ value: AWSValue, _ schema: Schema) -> PropertyValue? {
    if let elements = value.list {
      var result = PropertyObject()
      for element in elements {
        guard let key = (element["Key"] ?? element["key"] ?? element["TagKey"])?.string else { return nil }
        result[key] = .string((element["Value"] ?? element["value"] ?? element["TagValue"])?.scalarText ?? "")
      }
      return .object(result)
    }
    guard let members = value.structure else { return value.string == nil ? nil : json(value) }
    let element = schema.additionalProperties ?? schema.patternProperties.first?.schema
    return .object(
      PropertyObject(
        members.sorted { $0.key < $1.key }.compactMap { key, item in
          (element.map { self.value(item, $0) } ?? item.propertyValue).map { (key, $0) }
        }))
  }

  private static func text(_ value: AWSValue) -> PropertyValue? {
    if let text = value.scalarText { return .string(text) }
    switch value {
    case .timestamp(let seconds): return .string(TimestampText.text(seconds))
    case .blob(let bytes): return .string(String(decoding: bytes, as: UTF8.self))
    case .structure, .list: return .string(JSONWriter.plainText(of: value.propertyValue))
    default: return nil
    }
  }

  /// JSON that an API gives as text, percent-encoded by IAM.
  static func json(_ value: AWSValue) -> PropertyValue? {
    guard let text = value.string else { return value.propertyValue }
    let plain = text.hasPrefix("%7B") || text.hasPrefix("%5B") ? text.removingPercentEncoding ?? text : text
    if let parsed = try? JSONReader.plainValue(of: Array(plain.utf8)), parsed.objectValue != nil || parsed.arrayValue != nil {
      return parsed
    }
    return .string(text)
  }

  private static func any(_ value: AWSValue, _ schema: Schema) -> PropertyValue? {
    for choices in [schema.oneOf, schema.anyOf] {
      for choice in choices { if let found = self.value(value, choice) { return found } }
    }
    return schema.properties.isEmpty ? value.propertyValue : object(value, schema)
  }
}
