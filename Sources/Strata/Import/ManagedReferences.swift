import ResourceCatalog
import StrataModel
import TypeProvider

/// Finds the managed resources that identifiers in the documents of existing objects mean.
struct ManagedReferences {
  /// The attributes that have a text for a value, by the resource's type and the text: a name may be an id too.
  private var byIdentifier: [String: [String: [StrataModel.Reference]]] = [:]
  /// The attributes whose values are ARNs, by the text.
  private var byARN: [String: StrataModel.Reference] = [:]

  /// Adds a resource that may be referred to.
  ///
  /// - Parameter properties: what is known of it: attributes and resolved inputs.
  mutating func add(_ address: ResourceAddress, type: String, properties: PropertyObject) {
    var texts = byIdentifier[type] ?? [:]
    for attribute in ResourceSurface(typeName: type)?.attributes ?? [] where attribute.kind == .identifier {
      guard let text = PropertyValue.object(properties)[PropertyPath(parsing: attribute.name) ?? PropertyPath(attribute.name)]?.stringValue
      else { continue }
      texts[text, default: []].append(StrataModel.Reference(address, attribute.name))
      if text.hasPrefix("arn:") { byARN[text] = StrataModel.Reference(address, attribute.name) }
    }
    byIdentifier[type] = texts
  }

  /// A document with references in the place of identifiers.
  func resolving(_ properties: PropertyObject, of address: ResourceAddress, type: String) -> PropertyObject {
    guard let surface = ResourceSurface(typeName: type) else { return properties }
    return object(properties, surface.object, address)
  }

  private func object(_ properties: PropertyObject, _ object: ObjectSurface, _ owner: ResourceAddress) -> PropertyObject {
    var result = properties
    for parameter in object.parameters {
      guard let value = properties[parameter.property] else { continue }
      result[parameter.property] = self.value(value, parameter.type, object, owner)
    }
    return result
  }

  private func value(_ value: PropertyValue, _ type: ValueType, _ object: ObjectSurface, _ owner: ResourceAddress) -> PropertyValue {
    switch type {
    case .reference(let target):
      // The attribute whose value stands there, so that the reference means the same text: a key by its id stays one by its id.
      guard let text = value.stringValue, let found = byIdentifier[target.typeName]?[text], let first = found.first,
        first.address != owner
      else { return value }
      return .reference(found.first { $0.attribute == target.attribute } ?? first)
    case .string, .document: return text(value, owner)
    case .shape:
      guard let fields = value.objectValue, let nested = object.object(for: type) else { return value }
      return .object(self.object(fields, nested, owner))
    case .list(let element):
      guard let elements = value.arrayValue else { return value }
      return .array(elements.map { self.value($0, element, object, owner) })
    case .map(let element):
      guard let fields = value.objectValue else { return value }
      return .object(fields.mapValues { self.value($0, element, object, owner) })
    case .integer, .number, .boolean, .secret, .tags, .choice: return value
    }
  }

  /// ARNs in texts and documents, alone or with something behind them: `arn:aws:s3:::reports/*`.
  private func text(_ value: PropertyValue, _ owner: ResourceAddress) -> PropertyValue {
    switch value {
    case .string(let text):
      guard text.hasPrefix("arn:") else { return value }
      if let reference = byARN[text] { return reference.address == owner ? value : .reference(reference) }
      guard let slash = text.firstIndex(of: "/"), let reference = byARN[String(text[..<slash])], reference.address != owner else {
        return value
      }
      return .expression(Expression(.concatenate, [.reference(reference), .string(String(text[slash...]))]))
    case .array(let elements): return .array(elements.map { self.text($0, owner) })
    case .object(let object): return .object(object.mapValues { self.text($0, owner) })
    default: return value
    }
  }
}
