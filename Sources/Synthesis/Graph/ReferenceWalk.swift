import StrataModel

/// One walk over a document that finds its references and secrets; builds a path only where it finds one.
struct ReferenceWalk {
  private(set) var sites: [ReferenceSite] = []
  private(set) var secrets: [SecretSite] = []

  private let indexByAddress: [ResourceAddress: Int]
  private var components: [PropertyPath.Component] = []
  private var consumer = 0

  init(_ indexByAddress: [ResourceAddress: Int]) { self.indexByAddress = indexByAddress }

  mutating func walk(_ properties: PropertyObject, of consumer: Int) {
    self.consumer = consumer
    walk(properties, isWhole: true)
  }

  private mutating func walk(_ object: PropertyObject, isWhole: Bool) {
    for field in object.fields {
      if Self.isPlain(field.value) { continue }
      components.append(.key(field.key))
      walk(field.value, isWhole: isWhole)
      components.removeLast()
    }
  }

  private mutating func walk(_ value: PropertyValue, isWhole: Bool) {
    switch value {
    case .null, .bool, .integer, .number, .string: break
    case .reference(let reference): add(reference, isWhole: isWhole)
    case .secret(let source):
      secrets.append(SecretSite(consumer: consumer, source: source, path: PropertyPath(components)))
      if let reference = source.reference { add(reference, isWhole: false, isSecret: true) }
    case .object(let object): walk(object, isWhole: isWhole)
    case .array(let elements):
      for (index, element) in elements.enumerated() where !Self.isPlain(element) {
        components.append(.index(index))
        walk(element, isWhole: isWhole)
        components.removeLast()
      }
    case .expression(let expression):
      for argument in expression.arguments where !Self.isPlain(argument) { walkArgument(argument) }
    }
  }

  /// Arguments have no paths of their own: all of an expression is at the expression's place.
  private mutating func walkArgument(_ value: PropertyValue) {
    switch value {
    case .null, .bool, .integer, .number, .string: break
    case .array(let elements): for element in elements { walkArgument(element) }
    case .object(let object): for field in object.fields { walkArgument(field.value) }
    case .reference, .secret, .expression: walk(value, isWhole: false)
    }
  }

  private mutating func add(_ reference: Reference, isWhole: Bool, isSecret: Bool = false) {
    sites.append(
      ReferenceSite(
        consumer: consumer, producer: indexByAddress[reference.address], reference: reference, path: PropertyPath(components),
        isWhole: isWhole, isSecret: isSecret))
  }

  private static func isPlain(_ value: PropertyValue) -> Bool {
    switch value {
    case .null, .bool, .integer, .number, .string: true
    case .array, .object, .reference, .expression, .secret: false
    }
  }
}
