/// The parameters of one initializer, and the nested types that their types name: of a resource, or of an object inside of it.
public struct ObjectSurface: Sendable {
  /// The parameters, in order.
  public let parameters: [Parameter]

  /// The types that a name can mean here, the innermost scope last.
  private let scopes: [[String: NestedType]]

  init(parameters: [Parameter], scopes: [[String: NestedType]]) {
    self.parameters = parameters
    self.scopes = scopes
  }

  /// The object that a parameter of this one, or an element of it, takes; `nil` if it takes none.
  public func object(for type: ValueType) -> ObjectSurface? {
    guard case .shape(let name) = type, case .object(let parameters, let nested)? = find(name)?.content else { return nil }
    return ObjectSurface(parameters: parameters, scopes: scopes + [Self.table(nested)])
  }

  /// The values that a string parameter of this object, or an element of it, may have; `nil` if the schema lists none.
  public func choices(for type: ValueType) -> [String]? {
    guard case .choice(let name) = type, case .choice(let values)? = find(name)?.content else { return nil }
    return values
  }

  private func find(_ name: String) -> NestedType? {
    for scope in scopes.reversed() {
      if let type = scope[name] { return type }
    }
    return nil
  }

  static func table(_ types: [NestedType]) -> [String: NestedType] {
    Dictionary(types.map { ($0.name, $0) }) { first, _ in first }
  }
}

extension ResourceSurface {
  /// The resource's own initializer, from which its nested objects can be reached.
  public var object: ObjectSurface { ObjectSurface(parameters: parameters, scopes: [ObjectSurface.table(nested)]) }
}
