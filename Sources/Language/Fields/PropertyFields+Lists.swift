public import StrataModel

extension PropertyFields {
  /// Sets a field to a list of scalars.
  @inline(never)
  public mutating func putList<T>(_ name: String, _ values: [any Input<T>]?) {
    if let values { set(name, Self.list(values)) }
  }

  /// Sets a field to a list of numbers.
  @inline(never)
  public mutating func putNumberList(_ name: String, _ values: [any Number]?) {
    if let values { set(name, Self.list(values) { $0.propertyValue }) }
  }

  /// Sets a field to a list of values that the schema lists.
  @inline(never)
  public mutating func putChoiceList(_ name: String, _ values: [some StringEnum]?) {
    if let values { set(name, Self.list(values) { $0.propertyValue }) }
  }

  /// Sets a field to a list of nested objects.
  @inline(never)
  public mutating func putShapeList(_ name: String, _ values: [some Shape]?) {
    if let values { set(name, Self.list(values) { $0.propertyValue }) }
  }

  /// Sets a field to a list of free JSON values.
  @inline(never)
  public mutating func putDocumentList(_ name: String, _ values: [Document]?) {
    if let values { set(name, Self.list(values) { $0.propertyValue }) }
  }

  /// Sets a field to an attribute of each of several resources.
  @inline(never)
  public mutating func putReferenceList<T>(_ name: String, _ values: [any Reference<T>]?, _ attribute: String) {
    if let values { set(name, Self.list(values) { $0.reference(to: attribute) }) }
  }

  /// Sets a field to a list, each element converted by `transform`.
  @inline(never)
  public mutating func putEach<Element>(_ name: String, _ values: [Element]?, _ transform: (Element) -> PropertyValue) {
    if let values { set(name, Self.list(values, transform)) }
  }

  /// The list of converted elements.
  public static func list<Element>(_ values: [Element], _ transform: (Element) -> PropertyValue) -> PropertyValue {
    var elements: [PropertyValue] = []
    elements.reserveCapacity(values.count)
    for value in values { elements.append(transform(value)) }
    return .array(elements)
  }

  /// The list of scalars; where an element stands for a whole list of another resource, the lists are joined when they are known.
  static func list<T>(_ values: [any Input<T>]) -> PropertyValue {
    var elements: [PropertyValue] = []
    elements.reserveCapacity(values.count)
    var hasWholeLists = false
    for value in values {
      let element = value.propertyValue
      if case .expression(let expression) = element, expression.function == .flatten { hasWholeLists = true }
      elements.append(element)
    }
    return hasWholeLists ? joiningWholeLists(elements) : .array(elements)
  }

  private static func joiningWholeLists(_ elements: [PropertyValue]) -> PropertyValue {
    var lists: [PropertyValue] = []
    var run: [PropertyValue] = []
    for element in elements {
      guard case .expression(let expression) = element, expression.function == .flatten else {
        run.append(element)
        continue
      }
      if !run.isEmpty { lists.append(.array(run)) }
      run = []
      lists += expression.arguments
    }
    if !run.isEmpty { lists.append(.array(run)) }
    return lists.count == 1 ? lists[0] : .expression(Expression(.flatten, lists))
  }
}
